// SPDX-License-Identifier: GPL-3.0-or-later
// The pieces that a written time is put together from, and what makes them a time.
#pragma once

#include "gis/source/text_cursor.h"
#include "gis/source/time_format.h"

namespace gridwarden::gis {

enum class Meridiem { None, Before, After }; ///< before or after noon

struct TimeParts {
    int year = 0;
    int month = 1;
    int day = 1;
    int hour = 0;
    int minute = 0;
    int second = 0;
    int milliseconds = 0;
    Meridiem meridiem = Meridiem::None;
    std::optional<core::seconds> offset;

    /// None when the day does not exist, the clock cannot show it, or the year is outside 1900 to 2199.
    [[nodiscard]] std::optional<TimeReading> reading() const;
};

/// Seconds since 1970 as a reading in UTC; none outside 1900 to 2199.
[[nodiscard]] std::optional<TimeReading> readingOfUnix(std::int64_t seconds);
/// The full year of a two-digit one, 1969 to 2068 as POSIX has it.
[[nodiscard]] int fullYear(int shortYear);

/// The digits of a fraction of a second, 1 to 9 of them, as milliseconds.
[[nodiscard]] std::optional<int> takeMilliseconds(TextCursor& cursor);
/// "AM", "p.m.", 上午, 下午.
[[nodiscard]] Meridiem takeMeridiem(TextCursor& cursor);
/// The number of a month by its English name or its first three letters.
[[nodiscard]] std::optional<int> takeMonthName(TextCursor& cursor);
/// Takes the English name of a weekday or its first three letters; says whether there was one.
bool takeWeekday(TextCursor& cursor);
/// "Z", "UTC", "GMT", "+8", "+08", "+0800", "+08:00".
[[nodiscard]] std::optional<core::seconds> takeOffset(TextCursor& cursor);

} // namespace gridwarden::gis
