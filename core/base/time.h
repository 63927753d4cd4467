// SPDX-License-Identifier: GPL-3.0-or-later
// Moments, local days and the district's time zone. Stored times are UTC seconds; people see local time.
#pragma once

#include "core/base/result.h"

#include <chrono>
#include <optional>
#include <string>
#include <string_view>

namespace gridwarden::core {

using Moment = std::chrono::sys_seconds;           ///< a moment, UTC
using LocalTime = std::chrono::local_seconds;      ///< a wall-clock reading in the district's zone
using Day = std::chrono::local_days;               ///< a local calendar day
using std::chrono::seconds;

/// Inclusive range of local days.
struct Period {
    Day from;
    Day to;
    bool operator==(const Period&) const = default;
    [[nodiscard]] bool contains(Day day) const { return from <= day && day <= to; }
    [[nodiscard]] int days() const { return static_cast<int>((to - from).count()) + 1; }
};

/// An IANA time zone such as Asia/Shanghai. A light value; the data belong to the system.
class TimeZone {
  public:
    TimeZone(); ///< Asia/Shanghai, or UTC+8 without zone data
    /// Errors: NotFound "timezone-unknown".
    [[nodiscard]] static Result<TimeZone> find(std::string_view name);

    [[nodiscard]] const std::string& name() const { return m_name; }
    [[nodiscard]] LocalTime toLocal(Moment moment) const;
    /// A local time that occurs twice means the first; one that does not occur means the moment of the jump.
    [[nodiscard]] Moment toUtc(LocalTime local) const;
    [[nodiscard]] seconds offset(Moment moment) const; ///< east of Greenwich is positive
    [[nodiscard]] Day day(Moment moment) const { return std::chrono::floor<std::chrono::days>(toLocal(moment)); }
    /// First moment of a local day.
    [[nodiscard]] Moment start(Day day) const { return toUtc(LocalTime(day)); }

  private:
    TimeZone(std::string name, const void* zone) : m_name(std::move(name)), m_zone(zone) {}
    std::string m_name;
    const void* m_zone; // date::time_zone, which lives as long as the program; null: fixed UTC+8
};

[[nodiscard]] Moment now();

/// "2026-11-21T09:31:00+08:00"
[[nodiscard]] std::string isoText(Moment moment, const TimeZone& zone);
/// "2026-11-21T01:31:00Z"
[[nodiscard]] std::string isoUtc(Moment moment);
/// "2026-11-21 09:31" in the zone
[[nodiscard]] std::string localText(Moment moment, const TimeZone& zone);
/// "2026-11-21"
[[nodiscard]] std::string dayText(Day day);

/// Reads ISO 8601: a day ("2026-11-21", its first moment), date and time with "T" or a blank, with or without
/// seconds, with "Z", an offset, or none (then local in `zone`). Errors: BadInput "time-unreadable" {text}.
[[nodiscard]] Result<Moment> parseMoment(std::string_view text, const TimeZone& zone);
/// Errors: BadInput "day-unreadable" {text}.
[[nodiscard]] Result<Day> parseDay(std::string_view text);

} // namespace gridwarden::core
