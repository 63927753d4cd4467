// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/draw/count_classes.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <nlohmann/json.hpp>
#include <optional>
#include <string>

namespace gridwarden::gis {

namespace {

using nlohmann::json;

constexpr std::array Methods = {ClassMethod::Quantiles, ClassMethod::Natural, ClassMethod::Equal, ClassMethod::Own};
constexpr double MostNumber = 1e9;

std::vector<double> quantiles(const std::vector<double>& sorted, std::size_t classes) {
    std::vector<double> bounds;
    for (std::size_t i = 1; i <= classes; ++i)
        bounds.push_back(sorted[(sorted.size() * i + classes - 1) / classes - 1]);
    return bounds;
}

std::vector<double> equal(const std::vector<double>& sorted, std::size_t classes) {
    std::vector<double> bounds;
    for (std::size_t i = 1; i < classes; ++i)
        bounds.push_back(sorted.front() + (sorted.back() - sorted.front()) * static_cast<double>(i) / static_cast<double>(classes));
    bounds.push_back(sorted.back());
    return bounds;
}

/// The best division of sorted numbers into classes, by dynamic programming over the different numbers. Where the last class of
/// more numbers begins, it does not begin earlier than that of fewer, which halves the places to look at again and again.
class NaturalBreaks {
public:
    NaturalBreaks(const std::vector<double>& sorted, std::size_t classes) {
        for (const double each : sorted) {
            if (m_values.empty() || m_values.back() != each) {
                m_values.push_back(each);
                m_weight.push_back(m_weight.back());
                m_sum.push_back(m_sum.back());
                m_square.push_back(m_square.back());
            }
            const double value = each - sorted.front();
            m_weight.back() += 1;
            m_sum.back() += value;
            m_square.back() += value * value;
        }
        classes = std::min(classes, m_values.size());
        m_best.assign(m_values.size() + 1, std::numeric_limits<double>::infinity());
        m_best[0] = 0;
        for (std::size_t k = 1; k <= classes; ++k) {
            m_starts.emplace_back(m_values.size() + 1, 0);
            std::vector<double> next(m_values.size() + 1, std::numeric_limits<double>::infinity());
            improve(next, k, m_values.size(), k - 1, m_values.size() - 1);
            m_best = std::move(next);
        }
    }
    [[nodiscard]] std::vector<double> upperBounds() const {
        std::vector<double> bounds;
        for (std::size_t k = m_starts.size(), last = m_values.size(); k > 0; --k) {
            bounds.push_back(m_values[last - 1]);
            last = m_starts[k - 1][last];
        }
        std::reverse(bounds.begin(), bounds.end());
        return bounds;
    }

private:
    /// Squared distances from the mean of the values [first, last).
    [[nodiscard]] double cost(std::size_t first, std::size_t last) const {
        const double total = m_sum[last] - m_sum[first];
        return m_square[last] - m_square[first] - total * total / (m_weight[last] - m_weight[first]);
    }
    /// For the ends low … high of one more class that begins somewhere from `from` to `to`.
    void improve(std::vector<double>& next, std::size_t low, std::size_t high, std::size_t from, std::size_t to) {
        if (low > high)
            return;
        const std::size_t last = low + (high - low) / 2;
        std::size_t& start = m_starts.back()[last];
        start = from;
        for (std::size_t first = from; first <= std::min(to, last - 1); ++first)
            if (const double here = m_best[first] + cost(first, last); here < next[last]) {
                next[last] = here;
                start = first;
            }
        const std::size_t middle = start;
        if (last > low)
            improve(next, low, last - 1, from, middle);
        improve(next, last + 1, high, middle, to);
    }

    std::vector<double> m_values;
    std::vector<double> m_weight{0}, m_sum{0}, m_square{0}; // up to each value
    std::vector<double> m_best;                             // of the classes so far, by the number of values
    std::vector<std::vector<std::size_t>> m_starts;         // of the last class, by classes and number of values
};

} // namespace

std::string_view classMethodKey(ClassMethod method) {
    switch (method) {
    case ClassMethod::Natural:
        return "natural";
    case ClassMethod::Equal:
        return "equal";
    case ClassMethod::Own:
        return "own";
    case ClassMethod::Quantiles:
        break;
    }
    return "quantiles";
}

std::vector<double> upperBounds(std::span<const double> numbers, const CountClasses& classes) {
    if (numbers.empty())
        return {};
    std::vector<double> sorted(numbers.begin(), numbers.end());
    std::sort(sorted.begin(), sorted.end());
    const auto wanted = static_cast<std::size_t>(std::clamp(classes.classes, CountClasses::Fewest, CountClasses::Most));
    std::vector<double> bounds;
    switch (classes.method) {
    case ClassMethod::Quantiles:
        bounds = quantiles(sorted, wanted);
        break;
    case ClassMethod::Natural:
        bounds = NaturalBreaks(sorted, wanted).upperBounds();
        break;
    case ClassMethod::Equal:
        bounds = equal(sorted, wanted);
        break;
    case ClassMethod::Own:
        bounds = classes.bounds;
        if (bounds.empty() || bounds.back() < sorted.back())
            bounds.push_back(sorted.back());
        break;
    }
    bounds.erase(std::unique(bounds.begin(), bounds.end()), bounds.end());
    return bounds;
}

std::size_t classOf(std::span<const double> bounds, double number) {
    return static_cast<std::size_t>(std::lower_bound(bounds.begin(), bounds.end(), number) - bounds.begin());
}

QColor classColour(std::size_t position, std::size_t classes) {
    static const std::array<QColor, 3> stops = {QColor(0xE8, 0xF1, 0xFA), QColor(0x5F, 0xA2, 0xCE), QColor(0x08, 0x30, 0x6B)};
    constexpr int Alpha = 190;
    const double along = classes < 2 ? 1 : 2 * static_cast<double>(position) / static_cast<double>(classes - 1);
    const auto lower = static_cast<std::size_t>(std::min(along, 1.0));
    const double t = along - static_cast<double>(lower);
    const QColor& a = stops[lower];
    const QColor& b = stops[lower + 1];
    const auto mixed = [t](int from, int to) { return static_cast<int>(std::lround(from + (to - from) * t)); };
    return {mixed(a.red(), b.red()), mixed(a.green(), b.green()), mixed(a.blue(), b.blue()), Alpha};
}

json toJson(const CountClasses& classes) {
    json kept = {{"method", classMethodKey(classes.method)}};
    if (classes.method == ClassMethod::Own)
        kept["bounds"] = classes.bounds;
    else
        kept["classes"] = classes.classes;
    if (classes.perSquareKilometre)
        kept["per"] = "km2";
    return kept;
}

core::Result<CountClasses> countClassesFromJson(const json& object) {
    const auto unreadable = [](const char* member) { return core::fail(core::ErrorCode::BadInput, {"style-unreadable", {member}}); };
    const auto within = [](const json& value, double low, double high) {
        return value.is_number() && value.get<double>() >= low && value.get<double>() <= high;
    };
    CountClasses read;
    if (!object.is_object())
        return unreadable("");
    const auto method = object.find("method");
    std::optional<ClassMethod> found;
    for (const ClassMethod each : Methods)
        if (method != object.end() && method->is_string() && method->get_ref<const std::string&>() == classMethodKey(each))
            found = each;
    if (!found)
        return unreadable("method");
    read.method = *found;
    if (const auto per = object.find("per"); per != object.end()) {
        if (*per != "area" && *per != "km2")
            return unreadable("per");
        read.perSquareKilometre = *per == "km2";
    }
    if (const auto classes = object.find("classes"); classes != object.end() && read.method != ClassMethod::Own) {
        if (!classes->is_number_integer() || !within(*classes, CountClasses::Fewest, CountClasses::Most))
            return unreadable("classes");
        read.classes = classes->get<int>();
    }
    if (read.method != ClassMethod::Own)
        return read;
    const auto bounds = object.find("bounds");
    if (bounds == object.end() || !bounds->is_array() || bounds->empty() || bounds->size() >= static_cast<std::size_t>(CountClasses::Most))
        return unreadable("bounds");
    for (const json& bound : *bounds) {
        if (!within(bound, 0, MostNumber) || (!read.bounds.empty() && bound.get<double>() <= read.bounds.back()))
            return unreadable("bounds");
        read.bounds.push_back(bound.get<double>());
    }
    return read;
}

} // namespace gridwarden::gis
