// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/source/time_pattern.h"

#include "core/base/text.h"
#include "gis/source/time_parts.h"

namespace gridwarden::gis {

namespace {

/// What a directive that is short for several stands for.
std::string_view longForm(char directive) {
    switch (directive) {
    case 'F':
        return "%Y-%m-%d";
    case 'T':
        return "%H:%M:%S";
    case 'R':
        return "%H:%M";
    case 'D':
        return "%m/%d/%y";
    default:
        return {};
    }
}

bool isBlank(char c) {
    return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

/// Reads one text by one pattern.
class PatternReader {
public:
    explicit PatternReader(std::string_view text) : m_cursor(text) {}

    bool follow(std::string_view pattern) {
        for (std::size_t i = 0; i < pattern.size(); ++i) {
            if (isBlank(pattern[i])) {
                while (i + 1 < pattern.size() && isBlank(pattern[i + 1]))
                    ++i;
                if (!m_cursor.blanks())
                    return false;
            } else if (pattern[i] != '%') {
                if (!m_cursor.take(pattern.substr(i, 1)))
                    return false;
            } else if (const char directive = pattern[++i]; !longForm(directive).empty()) {
                if (!follow(longForm(directive)))
                    return false;
            } else if (!takeDirective(directive)) {
                return false;
            }
        }
        return true;
    }

    [[nodiscard]] std::optional<TimeReading> reading() const {
        if (!m_cursor.atEnd())
            return std::nullopt;
        if (m_unix) {
            auto found = readingOfUnix(*m_unix);
            if (found)
                found->milliseconds = m_parts.milliseconds;
            return found;
        }
        if (!m_dayOfYear)
            return m_parts.reading();
        auto found = m_parts.reading(); // of 1 January
        if (!found || *m_dayOfYear < 1)
            return std::nullopt;
        found->local += std::chrono::days(*m_dayOfYear - 1);
        const std::chrono::year_month_day date(std::chrono::floor<std::chrono::days>(found->local));
        return static_cast<int>(date.year()) == m_parts.year ? found : std::nullopt;
    }

private:
    bool takeNumber(int& target, std::size_t atMost) {
        const auto value = m_cursor.digits(1, atMost);
        if (value)
            target = *value;
        return value.has_value();
    }

    bool takeDirective(char directive) {
        switch (directive) {
        case 'Y': {
            const auto year = m_cursor.digits(4, 4);
            m_parts.year = year.value_or(0);
            return year.has_value();
        }
        case 'y': {
            const auto year = m_cursor.digits(2, 2);
            m_parts.year = fullYear(year.value_or(0));
            return year.has_value();
        }
        case 'm':
            return takeNumber(m_parts.month, 2);
        case 'd':
        case 'e':
            m_cursor.blanks(); // %e pads with a blank
            return takeNumber(m_parts.day, 2);
        case 'j': {
            int value = 0;
            const bool isTaken = takeNumber(value, 3);
            m_dayOfYear = value;
            return isTaken;
        }
        case 'H':
        case 'k':
        case 'I':
        case 'l':
            m_cursor.blanks(); // %k and %l pad with a blank
            return takeNumber(m_parts.hour, 2);
        case 'M':
            return takeNumber(m_parts.minute, 2);
        case 'S':
            return takeNumber(m_parts.second, 2);
        case 'f': {
            const auto fraction = takeMilliseconds(m_cursor);
            m_parts.milliseconds = fraction.value_or(0);
            return fraction.has_value();
        }
        case 'p':
            m_parts.meridiem = takeMeridiem(m_cursor);
            return m_parts.meridiem != Meridiem::None;
        case 'b':
        case 'B':
        case 'h': {
            const auto month = takeMonthName(m_cursor);
            m_parts.month = month.value_or(0);
            return month.has_value();
        }
        case 'a':
        case 'A':
            return takeWeekday(m_cursor);
        case 'z':
        case 'Z':
            m_parts.offset = takeOffset(m_cursor);
            return m_parts.offset.has_value();
        case 's': {
            std::int64_t value = 0;
            bool isTaken = false;
            for (; m_cursor.digitsAhead() != 0 && value < 100'000'000'000; isTaken = true)
                value = value * 10 + *m_cursor.digits(1, 1);
            m_unix = value;
            return isTaken;
        }
        case 'n':
        case 't':
            return m_cursor.blanks();
        default: // '%', the last one that checkTimePattern lets through
            return m_cursor.take("%");
        }
    }

    TextCursor m_cursor;
    TimeParts m_parts;
    std::optional<int> m_dayOfYear;
    std::optional<std::int64_t> m_unix;
};

/// The directives of a pattern in their long forms; none where one is unknown.
std::optional<std::string> directives(std::string_view pattern) {
    static constexpr std::string_view Known = "YymdejbBhaAHkIlMSfpzZsnt%";
    std::string found;
    for (std::size_t i = 0; i < pattern.size(); ++i) {
        if (pattern[i] != '%')
            continue;
        if (++i == pattern.size())
            return std::nullopt;
        if (const std::string_view instead = longForm(pattern[i]); !instead.empty())
            found += *directives(instead);
        else if (Known.find(pattern[i]) != std::string_view::npos)
            found += pattern[i];
        else
            return std::nullopt;
    }
    return found;
}

} // namespace

core::Result<void> checkTimePattern(std::string_view pattern) {
    const auto found = directives(pattern);
    if (!found)
        return core::fail(core::ErrorCode::BadInput, {"time-format-unknown", {std::string(pattern)}});
    const auto has = [&](std::string_view any) { return found->find_first_of(any) != std::string::npos; };
    const bool hasDay = has("s") || (has("Yy") && (has("j") || (has("mbBh") && has("de"))));
    const bool isTwelveHours = has("Il");
    if (!hasDay || isTwelveHours != has("p") || (isTwelveHours && has("Hk")))
        return core::fail(core::ErrorCode::BadInput, {"time-format-incomplete", {std::string(pattern)}});
    return {};
}

std::optional<TimeReading> readByPattern(std::string_view pattern, std::string_view text) {
    PatternReader reader(core::trimmed(text));
    if (!reader.follow(core::trimmed(pattern)))
        return std::nullopt;
    return reader.reading();
}

} // namespace gridwarden::gis
