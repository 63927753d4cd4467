// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/source/time_parts.h"

#include <algorithm>
#include <array>

namespace gridwarden::gis {

namespace {

constexpr int FirstYear = 1900;
constexpr int LastYear = 2199;

/// The place of a name that comes next, long form or its first three letters.
template <std::size_t Count>
std::optional<int> takeName(TextCursor& cursor, const std::array<std::string_view, Count>& names) {
    for (std::size_t i = 0; i < Count; ++i) {
        if (cursor.takeWord(names[i]) || cursor.takeWord(names[i].substr(0, 3)))
            return static_cast<int>(i);
    }
    return std::nullopt;
}

} // namespace

std::optional<TimeReading> TimeParts::reading() const {
    if (year < FirstYear || year > LastYear || month < 1 || day < 1)
        return std::nullopt;
    const std::chrono::year_month_day date{std::chrono::year(year), std::chrono::month(static_cast<unsigned>(month)),
                                           std::chrono::day(static_cast<unsigned>(day))};
    if (!date.ok() || minute > 59 || second > 59)
        return std::nullopt;
    int fullHour = hour;
    if (meridiem != Meridiem::None) {
        if (hour < 1 || hour > 12)
            return std::nullopt;
        fullHour = hour % 12 + (meridiem == Meridiem::After ? 12 : 0);
    }
    if (fullHour > 23)
        return std::nullopt;
    return TimeReading{
        core::Day(date) + std::chrono::hours(fullHour) + std::chrono::minutes(minute) + core::seconds(second), offset,
        milliseconds};
}

std::optional<TimeReading> readingOfUnix(std::int64_t seconds) {
    const core::LocalTime local{core::seconds(seconds)};
    const int year = static_cast<int>(std::chrono::year_month_day(std::chrono::floor<std::chrono::days>(local)).year());
    if (year < FirstYear || year > LastYear)
        return std::nullopt;
    return TimeReading{local, core::seconds(0)};
}

int fullYear(int shortYear) {
    return shortYear < 69 ? 2000 + shortYear : 1900 + shortYear;
}

std::optional<int> takeMilliseconds(TextCursor& cursor) {
    const std::size_t count = std::min<std::size_t>(cursor.digitsAhead(), 9);
    auto fraction = cursor.digits(1, 9);
    for (std::size_t digits = count; fraction && digits > 3; --digits)
        *fraction /= 10;
    for (std::size_t digits = count; fraction && digits < 3; ++digits)
        *fraction *= 10;
    return fraction;
}

Meridiem takeMeridiem(TextCursor& cursor) {
    if (cursor.take("上午") || cursor.takeWord("am") || cursor.takeWord("a.m."))
        return Meridiem::Before;
    if (cursor.take("下午") || cursor.takeWord("pm") || cursor.takeWord("p.m."))
        return Meridiem::After;
    return Meridiem::None;
}

std::optional<int> takeMonthName(TextCursor& cursor) {
    static constexpr std::array<std::string_view, 12> Names = {"january",   "february", "march",    "april",
                                                               "may",       "june",     "july",     "august",
                                                               "september", "october",  "november", "december"};
    const auto place = takeName(cursor, Names);
    if (!place)
        return std::nullopt;
    return *place + 1;
}

bool takeWeekday(TextCursor& cursor) {
    static constexpr std::array<std::string_view, 7> Names = {"monday", "tuesday",  "wednesday", "thursday",
                                                              "friday", "saturday", "sunday"};
    return takeName(cursor, Names).has_value();
}

std::optional<core::seconds> takeOffset(TextCursor& cursor) {
    if (cursor.takeWord("z") || cursor.takeWord("utc") || cursor.takeWord("gmt"))
        return core::seconds(0);
    const bool isWest = cursor.front() == '-';
    if (!isWest && cursor.front() != '+')
        return std::nullopt;
    cursor.take(isWest ? "-" : "+");
    const auto hours = cursor.digits(1, 2);
    if (!hours)
        return std::nullopt;
    int minutes = 0;
    if (cursor.take(":") || cursor.digitsAhead() != 0) {
        const auto given = cursor.wholeNumber(2, 2);
        if (!given)
            return std::nullopt;
        minutes = *given;
    }
    if (*hours > 14 || minutes > 59)
        return std::nullopt;
    const core::seconds offset = std::chrono::hours(*hours) + std::chrono::minutes(minutes);
    return isWest ? -offset : offset;
}

} // namespace gridwarden::gis
