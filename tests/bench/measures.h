// SPDX-License-Identifier: GPL-3.0-or-later
// What measurements print: a line with name, size, median, 95th percentile and unit, or the same as JSON.
#pragma once

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <string>
#include <string_view>
#include <vector>

namespace gridwarden::bench {

class Measures {
  public:
    Measures(int count, char** arguments) : m_isJson(count > 1 && std::string_view(arguments[1]) == "--json") {
        if (!m_isJson)
            std::printf("%-36s %12s %9s %9s  %s\n", "name", "size", "median", "95 %", "unit");
    }

    /// Milliseconds on the clock of so many calls work(0), work(1) …, after one that is not counted.
    template <class Work> void time(const std::string& name, std::size_t size, int calls, const Work& work) const {
        std::vector<double> times;
        for (int call = 0; call <= calls; ++call) {
            const auto start = std::chrono::steady_clock::now();
            work(call);
            if (call > 0)
                times.push_back(std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - start).count());
        }
        std::sort(times.begin(), times.end());
        print(name, size, times[times.size() / 2], times[times.size() * 95 / 100], "ms");
    }
    void print(const std::string& name, std::size_t size, double median, double late, const char* unit) const {
        if (m_isJson)
            std::printf("{\"name\": \"%s\", \"size\": %zu, \"median\": %.3g, \"p95\": %.3g, \"unit\": \"%s\"}\n", name.c_str(), size, median, late, unit);
        else
            std::printf("%-36s %12zu %9.1f %9.1f  %s\n", name.c_str(), size, median, late, unit);
        std::fflush(stdout);
    }

  private:
    bool m_isJson;
};

} // namespace gridwarden::bench
