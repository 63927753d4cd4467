// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/figures/indicators.h"

#include <algorithm>
#include <array>
#include <cassert>

namespace gridwarden::core {

namespace {

/// What a report on an area says, in its order.
constexpr std::array FigureKeys = {"reported", "filed", "filed_of_reported", "rejected", "to_handle", "handled", "handled_in_time", "due_to_close", "closed",
                                   "closed_in_time", "rework", "suspended", "extended", "voided", "self_handled", "open", "overdue"};
constexpr std::array RateKeys = {"filing", "closing", "closing_in_time", "handling", "handling_in_time", "rework_rate", "extension"};

template <class Entry> const Entry& named(const std::vector<Entry>& entries, std::string_view key) {
    const auto found =
        std::find_if(entries.begin(), entries.end(), [&](const Entry& entry) { return entry.key == key; });
    assert(found != entries.end());
    return *found;
}

using std::chrono::days;
using std::chrono::months;
using std::chrono::year_month;
using std::chrono::year_month_day;
using std::chrono::years;

year_month monthOf(Day day) {
    const year_month_day date(day);
    return date.year() / date.month();
}
Day firstDay(year_month month) {
    return Day(month / std::chrono::day(1));
}
Day lastDay(year_month month) {
    return Day(month / std::chrono::last);
}

/// 29 February gives the last day of February.
Day yearEarlier(Day day) {
    const year_month_day date = year_month_day(day) - years(1);
    return date.ok() ? Day(date) : lastDay(date.year() / date.month());
}

} // namespace

const Figure& Indicators::figure(std::string_view key) const {
    return named(figures, key);
}
const Rate& Indicators::rate(std::string_view key) const {
    return named(rates, key);
}

Result<Indicators> indicators(const FigureInput& input, const FigureDefinitions& definitions, Period period) {
    const std::vector<std::string> keys(FigureKeys.begin(), FigureKeys.end());
    auto values = evaluateFigures(input, definitions, keys, period);
    if (!values)
        return fail(values);
    Indicators result;
    for (FigureValue& value : *values)
        result.figures.push_back({std::move(value.key), value.rows.selection()});
    for (const char* key : RateKeys) {
        const auto& rate = std::get<FigureRate>(definitions.find(key)->rule);
        result.rates.push_back({key, result.figure(rate.numerator).value(), result.figure(rate.denominator).value(), rate.numerator, rate.denominator});
    }
    return result;
}

std::optional<double> changeRate(double value, double base) {
    return base == 0 ? std::nullopt : std::optional((value - base) / base);
}

std::optional<int> wholeMonths(Period period) {
    if (period.from != firstDay(monthOf(period.from)) || period.to != lastDay(monthOf(period.to)))
        return std::nullopt;
    return (monthOf(period.to) - monthOf(period.from) + months(1)).count();
}

Period previousPeriod(Period period) {
    if (const auto length = wholeMonths(period)) {
        const year_month first = monthOf(period.from);
        return {firstDay(first - months(*length)), lastDay(first - months(1))};
    }
    const days length(period.days());
    return {period.from - length, period.to - length};
}

Period sameLastYear(Period period) {
    if (wholeMonths(period))
        return {firstDay(monthOf(period.from) - years(1)), lastDay(monthOf(period.to) - years(1))};
    return {yearEarlier(period.from), yearEarlier(period.to)};
}

} // namespace gridwarden::core
