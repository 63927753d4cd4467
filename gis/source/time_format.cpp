// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/source/time_format.h"

#include "core/base/text.h"
#include "gis/source/time_parts.h"
#include "gis/source/time_pattern.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <vector>

namespace gridwarden::gis {

namespace {

constexpr std::array FoundStyles = {
    DateStyle::YearMonthDay,      DateStyle::MonthDayYear,      DateStyle::DayMonthYear,
    DateStyle::MonthDayShortYear, DateStyle::DayMonthShortYear, DateStyle::ShortYearMonthDay,
    DateStyle::Compact,           DateStyle::MonthName,         DateStyle::ExcelSerial,
    DateStyle::UnixSeconds,       DateStyle::UnixMilliseconds};

// What strptime has no directive for.
constexpr std::string_view ExcelName = "excel";
constexpr std::string_view MillisecondsName = "milliseconds";

/// A number between two separators, as a part of a date that is written in numbers.
struct DatePart {
    int TimeParts::*target;
    std::size_t atLeast;
    std::size_t atMost;
    std::string_view directive;
};
constexpr DatePart Year = {&TimeParts::year, 4, 4, "%Y"};
constexpr DatePart ShortYear = {&TimeParts::year, 2, 2, "%y"};
constexpr DatePart Month = {&TimeParts::month, 1, 2, "%m"};
constexpr DatePart DayOfMonth = {&TimeParts::day, 1, 2, "%d"};

bool takePart(TextCursor& cursor, TimeParts& parts, const DatePart& part, std::string& pattern) {
    const auto value = cursor.wholeNumber(part.atLeast, part.atMost);
    if (!value)
        return false;
    parts.*part.target = part.directive == ShortYear.directive ? fullYear(*value) : *value;
    pattern += part.directive;
    return true;
}

bool takeText(TextCursor& cursor, std::string_view text, std::string& pattern) {
    if (!cursor.take(text))
        return false;
    pattern += text;
    return true;
}

/// Three numbers with the same separator between them.
bool takeNumericDate(TextCursor& cursor, TimeParts& parts, const std::array<DatePart, 3>& order, std::string& pattern) {
    if (!takePart(cursor, parts, order[0], pattern))
        return false;
    for (const std::string_view separator : {"-", "/", "."}) {
        if (takeText(cursor, separator, pattern))
            return takePart(cursor, parts, order[1], pattern) && takeText(cursor, separator, pattern) &&
                   takePart(cursor, parts, order[2], pattern);
    }
    return false;
}

/// 2024年1月5日, also with 号 for the day.
bool takeChineseDate(TextCursor& cursor, TimeParts& parts, std::string& pattern) {
    if (!takePart(cursor, parts, Year, pattern) || !takeText(cursor, "年", pattern) ||
        !takePart(cursor, parts, Month, pattern) || !takeText(cursor, "月", pattern) ||
        !takePart(cursor, parts, DayOfMonth, pattern))
        return false;
    return takeText(cursor, "日", pattern) || takeText(cursor, "号", pattern);
}

bool takeCompactDate(TextCursor& cursor, TimeParts& parts, std::string& pattern) {
    const std::size_t digits = cursor.digitsAhead();
    if (digits != 8 && digits != 12 && digits != 14)
        return false;
    parts.year = *cursor.digits(4, 4);
    parts.month = *cursor.digits(2, 2);
    parts.day = *cursor.digits(2, 2);
    pattern += "%Y%m%d";
    return true;
}

/// "5 Jan 2024", "5-Jan-24", "Jan 5, 2024", each with a weekday before it or not.
bool takeNamedDate(TextCursor& cursor, TimeParts& parts, std::string& pattern) {
    if (takeWeekday(cursor)) {
        pattern += "%a";
        takeText(cursor, ",", pattern);
        if (cursor.blanks())
            pattern += ' ';
    }
    const auto separate = [&] {
        takeText(cursor, ",", pattern);
        if (cursor.blanks()) {
            pattern += ' ';
            return true;
        }
        return takeText(cursor, "-", pattern) || takeText(cursor, "/", pattern);
    };
    const auto takeMonth = [&] {
        const auto month = takeMonthName(cursor);
        parts.month = month.value_or(0);
        pattern += "%b";
        return month.has_value();
    };
    const bool isDayFirst = cursor.digitsAhead() != 0;
    if (isDayFirst ? !(takePart(cursor, parts, DayOfMonth, pattern) && separate() && takeMonth())
                   : !(takeMonth() && separate() && takePart(cursor, parts, DayOfMonth, pattern)))
        return false;
    return separate() && (takePart(cursor, parts, Year, pattern) || takePart(cursor, parts, ShortYear, pattern));
}

/// The clock's numbers: 9:56, 9:56:00.123, 095600, 9时56分.
bool takeClock(TextCursor& cursor, TimeParts& parts, std::string& pattern, std::string_view hourDirective) {
    const std::size_t ahead = cursor.digitsAhead();
    pattern += hourDirective;
    if (ahead == 4 || ahead == 6) {
        parts.hour = *cursor.digits(2, 2);
        parts.minute = *cursor.digits(2, 2);
        pattern += "%M";
        if (ahead == 6) {
            parts.second = *cursor.digits(2, 2);
            pattern += "%S";
        }
        return true;
    }
    const auto hour = cursor.wholeNumber(1, 2);
    if (!hour)
        return false;
    parts.hour = *hour;
    for (const std::string_view unit : {"时", "時", "点", "點"}) {
        if (!takeText(cursor, unit, pattern))
            continue;
        if (cursor.digitsAhead() == 0)
            return true;
        const auto minute = cursor.wholeNumber(1, 2);
        if (!minute || !cursor.take("分"))
            return false;
        parts.minute = *minute;
        pattern += "%M分";
        if (cursor.digitsAhead() == 0)
            return true;
        const auto second = cursor.wholeNumber(1, 2);
        if (!second || !cursor.take("秒"))
            return false;
        parts.second = *second;
        pattern += "%S秒";
        return true;
    }
    if (!takeText(cursor, ":", pattern))
        return false;
    const auto minute = cursor.wholeNumber(1, 2);
    if (!minute)
        return false;
    parts.minute = *minute;
    pattern += "%M";
    if (!takeText(cursor, ":", pattern))
        return true;
    const auto second = cursor.wholeNumber(1, 2);
    if (!second)
        return false;
    parts.second = *second;
    pattern += "%S";
    if (takeText(cursor, ".", pattern) || takeText(cursor, ",", pattern)) {
        pattern += "%f";
        const auto fraction = takeMilliseconds(cursor);
        parts.milliseconds = fraction.value_or(0);
        return fraction.has_value();
    }
    return true;
}

/// What may follow a date: nothing, or a clock with AM/PM and an offset.
bool takeTimeOfDay(TextCursor& cursor, TimeParts& parts, std::string& pattern, bool mayFollowAtOnce) {
    if (cursor.atEnd())
        return true;
    if (cursor.blanks())
        pattern += ' ';
    else if (!takeText(cursor, "T", pattern) && !mayFollowAtOnce)
        return false;
    const auto meridiem = [&] {
        parts.meridiem = takeMeridiem(cursor);
        return parts.meridiem != Meridiem::None;
    };
    if (meridiem()) { // 下午3:20
        pattern += cursor.blanks() ? "%p " : "%p";
        if (!takeClock(cursor, parts, pattern, "%I"))
            return false;
    } else {
        std::string clock;
        if (!takeClock(cursor, parts, clock, "%H"))
            return false;
        TextCursor ahead = cursor;
        const bool isApart = ahead.blanks();
        parts.meridiem = takeMeridiem(ahead);
        if (parts.meridiem != Meridiem::None) {
            cursor = ahead;
            clock.replace(0, 2, "%I");
            clock += isApart ? " %p" : "%p";
        }
        pattern += clock;
    }
    if (cursor.atEnd())
        return true;
    if (cursor.blanks())
        pattern += ' ';
    parts.offset = takeOffset(cursor);
    pattern += "%z";
    return parts.offset.has_value() && cursor.atEnd();
}

bool takeDate(DateStyle style, TextCursor& cursor, TimeParts& parts, std::string& pattern) {
    switch (style) {
    case DateStyle::YearMonthDay: {
        const TextCursor start = cursor;
        if (takeNumericDate(cursor, parts, {Year, Month, DayOfMonth}, pattern))
            return true;
        cursor = start;
        pattern.clear();
        return takeChineseDate(cursor, parts, pattern);
    }
    case DateStyle::MonthDayYear:
        return takeNumericDate(cursor, parts, {Month, DayOfMonth, Year}, pattern);
    case DateStyle::DayMonthYear:
        return takeNumericDate(cursor, parts, {DayOfMonth, Month, Year}, pattern);
    case DateStyle::MonthDayShortYear:
        return takeNumericDate(cursor, parts, {Month, DayOfMonth, ShortYear}, pattern);
    case DateStyle::DayMonthShortYear:
        return takeNumericDate(cursor, parts, {DayOfMonth, Month, ShortYear}, pattern);
    case DateStyle::ShortYearMonthDay:
        return takeNumericDate(cursor, parts, {ShortYear, Month, DayOfMonth}, pattern);
    case DateStyle::Compact:
        return takeCompactDate(cursor, parts, pattern);
    case DateStyle::MonthName:
        return takeNamedDate(cursor, parts, pattern);
    case DateStyle::Pattern:
    case DateStyle::ExcelSerial:
    case DateStyle::UnixSeconds:
    case DateStyle::UnixMilliseconds:
        break;
    }
    return false;
}

/// Days since 1899-12-30, which is what the serials of the 1900 system are from March 1900 on. Only five-digit ones
/// (1927 to 2173): smaller numbers are no dates.
std::optional<TimeReading> readSerial(std::string_view text) {
    double days = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), days, std::chars_format::fixed);
    if (error != std::errc{} || end != text.data() + text.size() || days < 10000 || days >= 100000)
        return std::nullopt;
    constexpr double UnixEpoch = 25569;
    auto found = readingOfUnix(std::llround((days - UnixEpoch) * 86400));
    if (found)
        found->offset.reset();
    return found;
}

constexpr std::size_t UnixDigits = 10;

/// Seconds with a fraction, or with three more digits for milliseconds.
std::optional<TimeReading> readUnix(std::string_view text, bool hasMilliseconds, std::string& pattern) {
    std::int64_t seconds = 0;
    if (TextCursor(text).digitsAhead() != UnixDigits + (hasMilliseconds ? 3 : 0))
        return std::nullopt;
    std::from_chars(text.data(), text.data() + UnixDigits, seconds);
    TextCursor cursor(text.substr(UnixDigits));
    int milliseconds = 0;
    if (hasMilliseconds) {
        pattern = MillisecondsName;
        milliseconds = *takeMilliseconds(cursor);
    } else {
        pattern = "%s";
        if (cursor.take(".")) {
            pattern += ".%f";
            const auto fraction = takeMilliseconds(cursor);
            if (!fraction)
                return std::nullopt;
            milliseconds = *fraction;
        }
    }
    auto reading = cursor.atEnd() ? readingOfUnix(seconds) : std::nullopt;
    if (reading)
        reading->milliseconds = milliseconds;
    return reading;
}

/// \param pattern gets what the text follows
std::optional<TimeReading> readByStyle(DateStyle style, std::string_view text, std::string& pattern) {
    switch (style) {
    case DateStyle::ExcelSerial:
        pattern = ExcelName;
        return readSerial(text);
    case DateStyle::UnixSeconds:
        return readUnix(text, /*hasMilliseconds=*/false, pattern);
    case DateStyle::UnixMilliseconds:
        return readUnix(text, /*hasMilliseconds=*/true, pattern);
    default:
        break;
    }
    TextCursor cursor(text);
    TimeParts parts;
    if (!takeDate(style, cursor, parts, pattern))
        return std::nullopt;
    const bool mayFollowAtOnce = style == DateStyle::Compact || text.find("月") != std::string_view::npos;
    if (!takeTimeOfDay(cursor, parts, pattern, mayFollowAtOnce))
        return std::nullopt;
    return parts.reading();
}

/// Whether two styles are the same numbers in another order.
bool differInOrder(DateStyle a, DateStyle b) {
    const auto isLong = [](DateStyle style) {
        return style == DateStyle::MonthDayYear || style == DateStyle::DayMonthYear;
    };
    const auto isShort = [](DateStyle style) {
        return style == DateStyle::MonthDayShortYear || style == DateStyle::DayMonthShortYear ||
               style == DateStyle::ShortYearMonthDay;
    };
    return (isLong(a) && isLong(b)) || (isShort(a) && isShort(b));
}

constexpr std::uint32_t bit(DateStyle style) {
    return 1u << static_cast<unsigned>(style);
}

} // namespace

core::Result<TimeFormat> TimeFormat::parse(std::string_view pattern) {
    if (pattern == ExcelName)
        return TimeFormat(DateStyle::ExcelSerial, std::string(pattern));
    if (pattern == MillisecondsName)
        return TimeFormat(DateStyle::UnixMilliseconds, std::string(pattern));
    if (const auto checked = checkTimePattern(pattern); !checked)
        return core::fail(checked);
    return TimeFormat(DateStyle::Pattern, std::string(pattern));
}

std::optional<TimeReading> TimeFormat::read(std::string_view text) const {
    const std::string_view value = core::trimmed(text);
    if (m_style == DateStyle::Pattern)
        return readByPattern(m_pattern, value);
    std::string pattern;
    return readByStyle(m_style, value, pattern);
}

void TimeFormatFinder::add(std::string_view value) {
    const std::string_view text = core::trimmed(value);
    if (text.empty())
        return;
    ++m_values;
    Mask mask = 0;
    std::optional<TimeReading> first;
    bool isAgreed = true;
    for (const DateStyle style : FoundStyles) {
        std::string pattern;
        const auto reading = readByStyle(style, text, pattern);
        if (!reading)
            continue;
        mask |= bit(style);
        isAgreed = isAgreed && (!first || *first == *reading);
        if (!first)
            first = reading;
        m_patterns.try_emplace(style, std::move(pattern));
    }
    if (mask == 0) {
        if (m_sample.empty())
            m_sample = text;
        return;
    }
    ++m_read;
    ++(isAgreed ? m_agreed : m_counts)[mask];
}

/// The style that reads most, and those that contest it.
struct TimeFormatFinder::Choice {
    std::optional<DateStyle> best;
    std::vector<DateStyle> rivals;
};

TimeFormatFinder::Choice TimeFormatFinder::choose() const {
    const auto readBy = [&](Mask wanted, Mask unwanted) {
        std::size_t count = 0;
        for (const auto* counts : {&m_counts, &m_agreed}) {
            for (const auto& [mask, values] : *counts)
                count += (mask & wanted) == wanted && (mask & unwanted) == 0 ? values : 0;
        }
        return count;
    };
    Choice choice;
    std::size_t most = 0;
    for (const DateStyle style : FoundStyles) {
        if (const std::size_t count = readBy(bit(style), 0); count > most) {
            most = count;
            choice.best = style;
        }
    }
    if (!choice.best)
        return choice;
    for (const DateStyle rival : FoundStyles) {
        if (rival == *choice.best || !differInOrder(rival, *choice.best))
            continue;
        const bool isContested = std::any_of(m_counts.begin(), m_counts.end(), [&](const auto& entry) {
            return (entry.first & bit(*choice.best)) != 0 && (entry.first & bit(rival)) != 0;
        });
        const std::size_t refuting = readBy(bit(*choice.best), bit(rival));
        const std::size_t refuted = readBy(bit(rival), bit(*choice.best));
        // One value in a hundred against it may be a slip; more of them, and the column has two orders.
        if (isContested || refuted != 0) {
            if (refuting == 0 || refuted * 100 > refuting)
                choice.rivals.push_back(rival);
        }
    }
    return choice;
}

bool TimeFormatFinder::isDecided() const {
    constexpr std::size_t Enough = 10'000;
    if (m_read < Enough)
        return false;
    const auto best = choose().best;
    return best && std::none_of(FoundStyles.begin(), FoundStyles.end(),
                                [&](DateStyle other) { return other != *best && differInOrder(other, *best); });
}

core::Result<TimeFormat> TimeFormatFinder::result(std::string_view column) const {
    if (m_values == 0)
        return TimeFormat();
    const Choice choice = choose();
    if (!choice.best)
        return core::fail(core::ErrorCode::BadInput, {"time-format-not-found", {std::string(column), m_sample}});
    const TimeFormat found(*choice.best, m_patterns.at(*choice.best));
    if (choice.rivals.empty())
        return found;
    core::Message what{"time-format-ambiguous", {std::string(column), found.pattern()}};
    for (const DateStyle rival : choice.rivals)
        what.arguments.push_back(m_patterns.at(rival));
    return core::fail(core::ErrorCode::BadInput, std::move(what));
}

} // namespace gridwarden::gis
