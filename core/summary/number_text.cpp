// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/summary/number_text.h"

#include <cctype>
#include <charconv>
#include <cmath>
#include <fmt/format.h>

namespace gridwarden::core {

namespace {

constexpr int RateDecimals = 2, MostUsualDecimals = 2;

/// A word of the summary with what it is about in the place of %1.
std::string said(std::string_view key, const std::string& argument, Language language) {
    std::string text = word("summary", key, language);
    if (const std::size_t at = text.find("%1"); at != std::string::npos)
        text.replace(at, 2, argument);
    return text;
}

/// Of digits that were just written, whatever the locale.
double numberOf(const std::string& digits) {
    double number = 0;
    std::from_chars(digits.data(), digits.data() + digits.size(), number);
    return number;
}

/// Rounded half away from zero. The value times a power of ten is taken to fifteen digits first, so that 0.285 is not seen as a little less.
double rounded(double value, int decimals) {
    const double scale = std::pow(10, decimals);
    return std::round(numberOf(fmt::format("{:.14e}", value * scale))) / scale;
}

std::string fixed(double value, int decimals) {
    return fmt::format("{:.{}f}", rounded(value, decimals), decimals);
}

std::string plain(double value, std::optional<int> decimals) {
    if (decimals)
        return fixed(value, *decimals);
    std::string text = fixed(value, MostUsualDecimals);
    while (text.ends_with('0'))
        text.pop_back();
    if (text.ends_with('.'))
        text.pop_back();
    return text == "-0" ? "0" : text;
}

/// "3件", "3 cases"
std::string withUnit(const std::string& number, const std::string& unit) {
    const bool isWord = !unit.empty() && std::isalpha(static_cast<unsigned char>(unit.front())) != 0;
    return number + (isWord ? " " : "") + unit;
}

/// Down to two digits, and whether anything was left out.
std::pair<double, bool> cutDown(double value) {
    if (!(value >= 10))
        return {std::floor(value), std::floor(value) < value && value >= 1};
    const double step = std::pow(10, std::floor(std::log10(value)) - 1);
    const double cut = std::floor(value / step) * step;
    return {cut, cut < value};
}

} // namespace

std::string numberText(const NumberSlot& slot, std::optional<double> value, const std::string& unit, bool isRate, Language language) {
    if (slot.isWithheld)
        return withUnit(said("withheld", {}, language), unit);
    if (!value)
        return said("undefined", {}, language);
    if (isRate)
        return fixed(*value * 100, slot.decimals.value_or(RateDecimals)) + unit;
    const double shown = slot.isInTenThousands ? *value / 10'000 : *value;
    const auto [cut, isMore] = slot.isOver ? cutDown(shown) : std::pair(shown, false);
    std::string text = plain(cut, slot.decimals);
    if (isMore)
        text = said("over", text, language);
    if (slot.isInTenThousands)
        text = said("ten_thousands", text, language);
    return withUnit(text, unit);
}

std::string changeText(const NumberSlot& slot, std::optional<double> value, std::optional<double> base, const std::string& unit, bool isRate, Language language) {
    const std::string compared = slot.shows == SlotShows::YearOnYear ? "year_on_year_" : "period_on_period_";
    const auto say = [&](const char* how, const std::string& by) { return said(compared + how, by, language); };
    if (slot.isWithheld)
        return say("withheld", {});
    if (!value || !base)
        return said("undefined", {}, language);
    const double difference = *value - *base;
    if (isRate) {
        const std::string points = fixed(std::abs(difference) * 100, slot.decimals.value_or(RateDecimals));
        return numberOf(points) == 0 ? say("same", {}) : say(difference > 0 ? "points_up" : "points_down", points);
    }
    if (difference == 0)
        return say("same", {});
    if (*base == 0)
        return say("more", withUnit(plain(difference, slot.decimals), unit));
    return say(difference > 0 ? "up" : "down", fixed(std::abs(difference / *base) * 100, slot.decimals.value_or(RateDecimals)) + "%");
}

std::string changeNumber(std::optional<double> value, std::optional<double> base, bool isRate, Language language) {
    if (!value || !base || (!isRate && *base == 0))
        return said("undefined", {}, language);
    const double change = rounded((isRate ? *value - *base : (*value - *base) / *base) * 100, RateDecimals);
    return fmt::format("{:+.{}f}{}", change == 0 ? 0.0 : change, RateDecimals, isRate ? "" : "%");
}

} // namespace gridwarden::core
