// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/summary/number_text.h"

#include <charconv>
#include <cmath>
#include <fmt/format.h>

namespace gridwarden::core {

namespace {

constexpr int RateDecimals = 2, MostUsualDecimals = 2;
constexpr const char* Undefined = "—";
constexpr const char* Stars = "*****";

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

/// Down to two digits, and whether anything was left out.
std::pair<double, bool> cutDown(double value) {
    if (!(value >= 10))
        return {std::floor(value), std::floor(value) < value && value >= 1};
    const double step = std::pow(10, std::floor(std::log10(value)) - 1);
    const double cut = std::floor(value / step) * step;
    return {cut, cut < value};
}

const char* period(const NumberSlot& slot) {
    return slot.shows == SlotShows::YearOnYear ? "同比" : "环比";
}

} // namespace

std::string numberText(const NumberSlot& slot, std::optional<double> value, const std::string& unit, bool isRate) {
    if (slot.isWithheld)
        return Stars + unit;
    if (!value)
        return Undefined;
    if (isRate)
        return fixed(*value * 100, slot.decimals.value_or(RateDecimals)) + unit;
    const double shown = slot.isInTenThousands ? *value / 10'000 : *value;
    const std::string much = slot.isInTenThousands ? "万" : "";
    if (!slot.isOver)
        return plain(shown, slot.decimals) + much + unit;
    const auto [cut, isMore] = cutDown(shown);
    return plain(cut, slot.decimals) + (isMore ? "余" : "") + much + unit;
}

std::string changeText(const NumberSlot& slot, std::optional<double> value, std::optional<double> base, const std::string& unit, bool isRate) {
    if (slot.isWithheld)
        return std::string(period(slot)) + Stars;
    if (!value || !base)
        return Undefined;
    const double difference = *value - *base;
    if (isRate) {
        const std::string points = fixed(std::abs(difference) * 100, slot.decimals.value_or(RateDecimals));
        return numberOf(points) == 0 ? std::string(period(slot)) + "持平" : std::string(period(slot)) + (difference > 0 ? "上升" : "下降") + points + "个百分点";
    }
    if (difference == 0)
        return std::string(period(slot)) + "持平";
    const std::string how = std::string(period(slot)) + (difference > 0 ? "增长" : "下降");
    return *base == 0 ? std::string(period(slot)) + "增加" + plain(difference, slot.decimals) + unit
                      : how + fixed(std::abs(difference / *base) * 100, slot.decimals.value_or(RateDecimals)) + "%";
}

} // namespace gridwarden::core
