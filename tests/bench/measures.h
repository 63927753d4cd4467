// SPDX-License-Identifier: GPL-3.0-or-later
// What measurements print: a line for each with name, size, median, least, 95th percentile and unit, or the same as a line of JSON.
#pragma once

#include <algorithm>
#include <chrono>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

namespace gridwarden::bench {

/// Command line: [--json] [--runs N] and other words, which are the program's own or names: then only measures whose name begins with one
/// of them are made, without any all.
class Measures {
  public:
    enum class Words { Own, Names };

    Measures(int count, char** arguments, Words words = Words::Own) {
        for (int i = 1; i < count; ++i) {
            const std::string_view word = arguments[i];
            if (word == "--json")
                m_isJson = true;
            else if (word == "--runs" && i + 1 < count)
                m_runs = std::max(1, std::atoi(arguments[++i]));
            else if (words == Words::Names)
                m_wanted.emplace_back(word);
        }
        if (!m_isJson)
            std::printf("%-44s %12s %10s %10s %10s  %s\n", "measure", "size", "median", "least", "95 %", "unit");
    }
    [[nodiscard]] bool isWanted(std::string_view name) const {
        return m_wanted.empty() || std::any_of(m_wanted.begin(), m_wanted.end(), [&](const std::string& begin) {
                   return name.starts_with(begin) || begin.starts_with(name);
               });
    }

    /// Milliseconds on the clock of so many runs of work() or work(number of the run), after one that is not counted.
    template <class Work> void time(const std::string& name, std::size_t size, int runs, const Work& work) const {
        if (!isWanted(name))
            return;
        once(0, work);
        time(name, size, runs, work, [] {});
    }
    /// As above, each run after `prepare`, which is not measured; all runs are counted.
    template <class Work, class Prepare> void time(const std::string& name, std::size_t size, int runs, const Work& work, const Prepare& prepare) const {
        if (!isWanted(name))
            return;
        std::vector<double> milliseconds;
        for (int run = 1; run <= (m_runs > 0 ? m_runs : runs); ++run) {
            prepare();
            const auto start = std::chrono::steady_clock::now();
            once(run, work);
            milliseconds.push_back(std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - start).count());
        }
        list(name, size, std::move(milliseconds), "ms");
    }
    /// Something that was measured elsewhere or is not a time.
    void value(const std::string& name, std::size_t size, double value, const char* unit) const { list(name, size, {value}, unit); }
    void list(const std::string& name, std::size_t size, std::vector<double> values, const char* unit) const {
        if (values.empty() || !isWanted(name))
            return;
        std::sort(values.begin(), values.end());
        const double median = values[values.size() / 2], least = values.front(), late = values[values.size() * 95 / 100];
        if (m_isJson)
            std::printf("{\"name\": \"%s\", \"size\": %zu, \"median\": %.4g, \"least\": %.4g, \"p95\": %.4g, \"unit\": \"%s\"}\n", name.c_str(), size, median,
                        least, late, unit);
        else
            std::printf("%-44s %12zu %10.2f %10.2f %10.2f  %s\n", name.c_str(), size, median, least, late, unit);
        std::fflush(stdout);
    }

  private:
    template <class Work> static void once(int run, const Work& work) {
        if constexpr (std::is_invocable_v<Work, int>)
            work(run);
        else
            work();
    }
    bool m_isJson = false;
    int m_runs = 0;
    std::vector<std::string> m_wanted;
};

} // namespace gridwarden::bench
