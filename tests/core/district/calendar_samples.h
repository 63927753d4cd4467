// SPDX-License-Identifier: GPL-3.0-or-later
// Calendars and readable times for tests of the clock and of cases.
#pragma once

#include "core/district/calendar.h"

#include <catch2/catch.hpp>
#include <string_view>

namespace gridwarden::test {

inline core::TimeZone zoneNamed(std::string_view name) {
    const auto zone = core::TimeZone::find(name);
    REQUIRE(zone.has_value());
    return *zone;
}

inline core::Day day(std::string_view text) {
    const auto read = core::parseDay(text);
    REQUIRE(read.has_value());
    return *read;
}

/// "2026-11-20 17:00" on the clocks of the zone, or with a Z in UTC.
inline core::Moment moment(std::string_view text, const core::TimeZone& zone = {}) {
    const auto read = core::parseMoment(text, zone);
    REQUIRE(read.has_value());
    return *read;
}

inline constexpr int MondayToFriday = 0x1f;

/// 08:00 to 12:00 and 14:00 to 18:00 from Monday to Friday, eight working hours a day.
inline core::CalendarDefinition plainDefinition() {
    core::CalendarDefinition definition;
    definition.plans.push_back({std::nullopt, std::nullopt, MondayToFriday, {{8 * 60, 12 * 60}, {14 * 60, 18 * 60}}});
    return definition;
}

/// The plain one with Thursday 1 to Wednesday 7 October 2026 off, Saturday 10 October worked in their place, and Friday
/// 1 January 2027 off.
inline core::CalendarDefinition autumnDefinition() {
    core::CalendarDefinition definition = plainDefinition();
    for (core::Day off = day("2026-10-01"); off <= day("2026-10-07"); off += std::chrono::days(1))
        definition.days[off] = {false, "holiday"};
    definition.days[day("2026-10-10")] = {true, "worked instead"};
    definition.days[day("2027-01-01")] = {false, "holiday"};
    return definition;
}

} // namespace gridwarden::test
