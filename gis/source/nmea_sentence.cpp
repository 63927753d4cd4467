// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/source/nmea_sentence.h"

#include "core/base/text.h"
#include "gis/source/text_cursor.h"
#include "gis/source/time_parts.h"

#include <algorithm>
#include <charconv>
#include <cmath>

namespace gridwarden::gis {

namespace {

using std::chrono::milliseconds;
constexpr std::size_t LongestSentence = 255; // 82 by the standard; receivers with more digits exceed it

/// The comma-separated fields of a sentence.
class Fields {
public:
    explicit Fields(std::string_view text) {
        while (m_count < m_fields.size()) {
            const std::size_t comma = text.find(',');
            m_fields[m_count++] = text.substr(0, comma);
            if (comma == std::string_view::npos)
                break;
            text.remove_prefix(comma + 1);
        }
    }
    /// Empty beyond the last.
    std::string_view operator[](std::size_t place) const { return m_fields[place]; }

private:
    std::array<std::string_view, 24> m_fields;
    std::size_t m_count = 0;
};

std::optional<double> number(std::string_view text) {
    double value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value, std::chars_format::fixed);
    if (error != std::errc{} || end != text.data() + text.size() || !std::isfinite(value) || value < 0)
        return std::nullopt;
    return value;
}

/// "hhmmss", with a fraction or not.
std::optional<milliseconds> timeOfDay(std::string_view text) {
    TextCursor cursor(text);
    const auto hour = cursor.digits(2, 2), minute = cursor.digits(2, 2), second = cursor.digits(2, 2);
    if (!hour || !minute || !second || *hour > 23 || *minute > 59 || *second > 60) // 60: a leap second
        return std::nullopt;
    int fraction = 0;
    if (cursor.take(".") && !cursor.atEnd()) {
        const auto digits = takeMilliseconds(cursor);
        if (!digits)
            return std::nullopt;
        fraction = *digits;
    }
    if (!cursor.atEnd())
        return std::nullopt;
    return std::chrono::hours(*hour) + std::chrono::minutes(*minute) + std::chrono::seconds(*second) +
           milliseconds(fraction);
}

std::optional<std::chrono::sys_days> dayOf(int year, int month, int day) {
    const std::chrono::year_month_day date{std::chrono::year(year), std::chrono::month(static_cast<unsigned>(month)),
                                           std::chrono::day(static_cast<unsigned>(day))};
    return date.ok() ? std::optional<std::chrono::sys_days>(date) : std::nullopt;
}

/// "ddmmyy".
std::optional<std::chrono::sys_days> shortDay(std::string_view text) {
    TextCursor cursor(text);
    const auto day = cursor.digits(2, 2), month = cursor.digits(2, 2), year = cursor.digits(2, 2);
    if (!day || !month || !year || !cursor.atEnd())
        return std::nullopt;
    return dayOf(fullYear(*year), *month, *day);
}

/// "ddmm.mmmm" or "dddmm.mmmm" with the letter of its hemisphere.
std::optional<double> degrees(std::string_view text, std::string_view letter, char positive, char negative,
                              double most) {
    const auto value = number(text);
    if (!value || letter.size() != 1 || (letter[0] != positive && letter[0] != negative))
        return std::nullopt;
    const double whole = std::floor(*value / 100), minutes = *value - whole * 100;
    const double size = whole + minutes / 60;
    if (minutes >= 60 || size > most)
        return std::nullopt;
    return letter[0] == positive ? size : -size;
}

/// Four fields from `first` on.
std::optional<MapPoint> placeOf(const Fields& fields, std::size_t first) {
    const auto latitude = degrees(fields[first], fields[first + 1], 'N', 'S', 90);
    const auto longitude = degrees(fields[first + 2], fields[first + 3], 'E', 'W', 180);
    if (!latitude || !longitude)
        return std::nullopt;
    return MapPoint{*longitude, *latitude};
}

/// What there is in a sentence of a kind; false where it is not written as it has to be.
bool readRmc(const Fields& fields, NmeaSentence& sentence) {
    sentence.timeOfDay = timeOfDay(fields[1]);
    if (fields[2] != "A") // void
        return true;
    sentence.place = placeOf(fields, 3);
    sentence.day = shortDay(fields[9]);
    return sentence.timeOfDay && sentence.place && sentence.day;
}

bool readGga(const Fields& fields, NmeaSentence& sentence) {
    sentence.timeOfDay = timeOfDay(fields[1]);
    if (fields[6].empty() || fields[6] == "0") // no fix
        return true;
    sentence.place = placeOf(fields, 2);
    sentence.hdop = static_cast<float>(number(fields[8]).value_or(0));
    return sentence.timeOfDay && sentence.place;
}

bool readZda(const Fields& fields, NmeaSentence& sentence) {
    sentence.timeOfDay = timeOfDay(fields[1]);
    TextCursor day(fields[2]), month(fields[3]), year(fields[4]);
    const auto d = day.wholeNumber(1, 2), m = month.wholeNumber(1, 2), y = year.wholeNumber(4, 4);
    if (d && m && y)
        sentence.day = dayOf(*y, *m, *d);
    return true; // before its first fix a receiver leaves these empty
}

int hexDigit(char c) {
    return c >= '0' && c <= '9'   ? c - '0'
           : c >= 'A' && c <= 'F' ? c - 'A' + 10
           : c >= 'a' && c <= 'f' ? c - 'a' + 10
                                  : -1;
}

bool isAddress(std::string_view text) {
    return text.size() == 5 && std::all_of(text.begin(), text.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
}

} // namespace

std::optional<NmeaSentence> parseNmea(std::string_view line) {
    const std::size_t begin = line.find('$');
    if (begin == std::string_view::npos)
        return std::nullopt;
    const std::string_view text = core::trimmed(line.substr(begin + 1));
    NmeaSentence sentence;
    const std::size_t star = text.find('*');
    const std::string_view body = text.substr(0, star);
    for (const char c : body)
        sentence.checksum ^= static_cast<unsigned char>(c);
    const std::string_view given = star == std::string_view::npos ? std::string_view() : text.substr(star + 1);
    if (given.size() != 2 || hexDigit(given[0]) < 0 || hexDigit(given[1]) < 0) {
        sentence.fault = NmeaSentence::Fault::ChecksumMissing;
        return sentence;
    }
    sentence.givenChecksum = {given[0], given[1]};
    if (static_cast<unsigned>(hexDigit(given[0]) * 16 + hexDigit(given[1])) != sentence.checksum) {
        sentence.fault = NmeaSentence::Fault::ChecksumWrong;
        return sentence;
    }
    const Fields fields(body);
    if (!isAddress(fields[0]) || body.size() > LongestSentence)
        return sentence;
    const std::string_view kind = fields[0].substr(2);
    sentence.isPosition = kind == "RMC" || kind == "GGA" || kind == "ZDA";
    if ((kind == "RMC" && !readRmc(fields, sentence)) || (kind == "GGA" && !readGga(fields, sentence)) ||
        (kind == "ZDA" && !readZda(fields, sentence)))
        sentence.fault = NmeaSentence::Fault::Unreadable;
    return sentence;
}

bool looksLikeNmea(std::string_view start) {
    for (std::size_t at = start.find('$'); at != std::string_view::npos; at = start.find('$', at + 1)) {
        const std::string_view rest = start.substr(at + 1);
        if (const std::size_t comma = rest.find(',');
            comma != std::string_view::npos && isAddress(rest.substr(0, comma)))
            return true;
    }
    return false;
}

} // namespace gridwarden::gis
