// SPDX-License-Identifier: GPL-3.0-or-later
// Written times: strptime patterns, the format of a column found from its values, ISO 8601, names of time zones.
#include "core/base/text.h"
#include "core/base/time.h"
#include "gis/source/time_format.h"
#include "tests/fuzz/fuzz.h"

#include <vector>

using namespace gridwarden;
using fuzz::isGood;
using fuzz::require;

namespace {

void requireInBounds(const gis::TimeReading& reading) {
    const std::chrono::year_month_day date(std::chrono::floor<std::chrono::days>(reading.local));
    require(date.year() >= std::chrono::year(1900) && date.year() <= std::chrono::year(2199), "a year of 1900 to 2199");
    require(!reading.offset || std::chrono::abs(*reading.offset) < std::chrono::hours(15), "an offset below 15 hours");
}

void patternAndText(fuzz::Input& input) {
    const auto format = gis::TimeFormat::parse(input.line());
    if (!isGood(format))
        return;
    if (const auto reading = format->read(input.rest()))
        requireInBounds(*reading);
}

void column(fuzz::Input& input) {
    gis::TimeFormatFinder finder;
    std::vector<std::string_view> values;
    while (!input.isAtEnd())
        finder.add(values.emplace_back(input.line()));
    (void)finder.isDecided();
    const auto found = finder.result("column");
    if (!isGood(found))
        return;
    bool isFirst = true;
    for (const std::string_view value : values) {
        const auto reading = found->read(value);
        if (!reading)
            continue;
        requireInBounds(*reading);
        if (isFirst && !core::trimmed(value).empty()) { // the pattern that people are shown is the one of this value
            const auto shown = gis::TimeFormat::parse(found->pattern());
            require(shown.has_value(), "the pattern shown is one");
            require(shown->read(value) == reading, "the pattern shown reads what the finder read");
        }
        isFirst = false;
    }
}

void iso(fuzz::Input& input) {
    static const core::TimeZone shanghai;
    static const core::TimeZone newYork = core::TimeZone::find("America/New_York").value();
    const core::TimeZone& zone = input.choice(2) == 0 ? shanghai : newYork;
    const std::string_view text = input.rest();
    if (const auto day = core::parseDay(text); isGood(day))
        require(core::dayText(*day) == text, "a day is written in one way");
    const auto moment = core::parseMoment(text, zone);
    if (!isGood(moment))
        return;
    require(text.size() >= 10 && text.find_first_not_of("0123456789-+:.TZ ") == std::string_view::npos,
            "a moment is made of digits and its separators");
    require(text.back() != ':' && text.back() != 'T' && text.back() != '.', "a moment ends with its last number");
    (void)core::localText(*moment, zone);
    const std::int64_t year = static_cast<int>(std::chrono::year_month_day(std::chrono::floor<std::chrono::days>(*moment)).year());
    if (year < 1 || year > 9998)
        return; // four digits do not hold it in every zone
    require(core::parseMoment(core::isoUtc(*moment), zone).value() == *moment, "UTC text reads as the same moment");
    require(core::parseMoment(core::isoText(*moment, zone), shanghai).value() == *moment,
            "zoned text reads as the same moment");
}

void zone(fuzz::Input& input) {
    const auto zone = core::TimeZone::find(input.rest());
    if (!isGood(zone))
        return;
    for (const int year : {1900, 1970, 2026, 2199}) {
        const core::Day day(std::chrono::year(year) / 3 / 31);
        require(std::chrono::abs(zone->offset(zone->start(day))) <= std::chrono::hours(26), "an offset of about a day at most");
    }
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    fuzz::Input input(data, size);
    switch (input.choice(4)) {
    case 0:
        patternAndText(input);
        break;
    case 1:
        column(input);
        break;
    case 2:
        iso(input);
        break;
    default:
        zone(input);
        break;
    }
    return 0;
}
