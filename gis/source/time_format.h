// SPDX-License-Identifier: GPL-3.0-or-later
// How the times of a column are written: found from its values, or told by the user as a strptime pattern.
#pragma once

#include "core/base/time.h"

#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>

namespace gridwarden::gis {

/// What a text says about time: a wall-clock reading, and how far east of Greenwich its clock is where the text says
/// so.
struct TimeReading {
    core::LocalTime local;
    std::optional<core::seconds> offset;
    int milliseconds = 0; ///< of the second that `local` names; what is finer is cut off
    bool operator==(const TimeReading&) const = default;
    /// \param zone of readings without an offset
    [[nodiscard]] core::Moment moment(const core::TimeZone& zone) const {
        return offset ? core::Moment(local.time_since_epoch() - *offset) : zone.toUtc(local);
    }
    /// The same with its fraction: milliseconds since 1970 UTC.
    [[nodiscard]] std::int64_t momentInMilliseconds(const core::TimeZone& zone) const {
        return std::int64_t{moment(zone).time_since_epoch().count()} * 1000 + milliseconds;
    }
};

/// The ways in which dates are written. Seconds, fractions, AM/PM and offsets may follow in any of the first eight.
enum class DateStyle : std::uint8_t {
    Pattern,           ///< as the user's strptime pattern says
    YearMonthDay,      ///< 2024-01-05, 2024/1/5, 2024.1.5, 2024年1月5日
    MonthDayYear,      ///< 1/5/2024
    DayMonthYear,      ///< 5/1/2024
    MonthDayShortYear, ///< 1/5/24
    DayMonthShortYear, ///< 5/1/24
    ShortYearMonthDay, ///< 24/1/5
    Compact,           ///< 20240105, 20240105 095600, 20240105095600
    MonthName,         ///< 5 Jan 2024, Jan 5, 2024
    ExcelSerial,       ///< 45296.4138: days of the 1900 system
    UnixSeconds,       ///< ten digits, also with a fraction
    UnixMilliseconds   ///< thirteen digits
};

/// Reads the times of one column. Locale free; a text has to fit from its first to its last character, and years lie in
/// 1900 to 2199: anything else is a slip of the pen.
class TimeFormat {
public:
    TimeFormat() = default; ///< ISO 8601
    /// Of a strptime pattern: %Y %y %m %d %e %j %b %B %h %a %A %H %k %I %l %M %S %f %p %z %Z %s %F %T %R %D %n %t %%.
    /// Numbers may lack their leading zeros. "excel" and "milliseconds" name the two forms that strptime lacks. Errors:
    /// BadInput "time-format-unknown" {pattern}: a directive that is none of these; "time-format-incomplete" {pattern}:
    /// it leaves the day open, or 12 hours without AM/PM, or has AM/PM beside 24 hours.
    [[nodiscard]] static core::Result<TimeFormat> parse(std::string_view pattern);
    /// \param pattern what people are shown
    TimeFormat(DateStyle style, std::string pattern) : m_style(style), m_pattern(std::move(pattern)) {}

    /// None when the text is not such a time.
    [[nodiscard]] std::optional<TimeReading> read(std::string_view text) const;
    /// The strptime pattern, or for a found format the one that its first value follows.
    [[nodiscard]] const std::string& pattern() const { return m_pattern; }
    [[nodiscard]] DateStyle style() const { return m_style; }

private:
    DateStyle m_style = DateStyle::YearMonthDay;
    std::string m_pattern = "%Y-%m-%dT%H:%M:%S";
};

/// Finds the format of a column from its values. Nothing is guessed: an order of day and month that all values leave
/// open, or on which they disagree, is an error.
class TimeFormatFinder {
public:
    /// Empty values are passed over.
    void add(std::string_view value);
    /// Enough values agree that the rest need not be seen. Never where an order of day and month is at stake.
    [[nodiscard]] bool isDecided() const;
    /// The style that reads most values. A column without values is ISO 8601.
    /// Errors: BadInput "time-format-ambiguous" {column, pattern, pattern …}: these read it differently and none is
    /// refuted; BadInput "time-format-not-found" {column, a value}: no style reads any value.
    [[nodiscard]] core::Result<TimeFormat> result(std::string_view column) const;

private:
    using Mask = std::uint32_t; // bit n: DateStyle n reads it
    struct Choice;
    [[nodiscard]] Choice choose() const;
    std::map<Mask, std::size_t> m_counts; // values by who reads them, and differently
    std::map<Mask, std::size_t> m_agreed; // values that all their readers read alike
    std::map<DateStyle, std::string> m_patterns;
    std::string m_sample;
    std::size_t m_read = 0;
    std::size_t m_values = 0;
};

} // namespace gridwarden::gis
