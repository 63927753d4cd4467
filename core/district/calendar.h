// SPDX-License-Identifier: GPL-3.0-or-later
// The working calendar and its clock: working periods, holidays, make-up days. Units of domain section "Clocks".
#pragma once

#include "core/base/time.h"
#include "core/store/store.h"

#include <map>
#include <nlohmann/json_fwd.hpp>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace gridwarden::core {

/// Units in which a limit is given.
enum class LimitUnit {
    UrgentMinute,      ///< "um" runs without a break
    UrgentHour,        ///< "uh" 紧急工作时: nights, weekends and holidays included
    WorkingHour,       ///< "wh" 工作时: only inside working periods
    WorkingDay,        ///< "wd" 工作日: by the calendar's WorkingDayRule
    UrgentWorkingDay,  ///< "ud" 紧急工作日: calendar days of 24 h without a break
    NaturalDay         ///< "nd" 自然日
};
[[nodiscard]] std::string_view limitUnitKey(LimitUnit unit);
[[nodiscard]] std::optional<LimitUnit> limitUnitFromKey(std::string_view key);

struct Limit {
    double value = 0;
    LimitUnit unit = LimitUnit::WorkingHour;
    bool operator==(const Limit&) const = default;
};

/// How a working day is counted; bureaus differ.
enum class WorkingDayRule {
    Hours,       ///< "hours": a fixed number of working hours (8 by default)
    SameClock,   ///< "same-clock": to the same clock time on the Nth working day
    EndOfDay     ///< "end-of-day": to the end of work of the Nth working day
};

struct Span {
    int startMinute; ///< after local midnight
    int endMinute;
    bool operator==(const Span&) const = default;
};

/// Working periods in force from a day on.
struct WorkingPlan {
    std::optional<Day> from;
    std::optional<Day> to;
    int weekdays = 0x1f; ///< bit 0 Monday
    std::vector<Span> spans;
    bool operator==(const WorkingPlan&) const = default;
};

struct SpecialDay {
    bool isWorkday = false; ///< make-up working day, otherwise a holiday
    std::string name;
    bool operator==(const SpecialDay&) const = default;
};

struct CalendarDefinition {
    std::vector<WorkingPlan> plans; ///< the first that is in force on a day counts
    std::map<Day, SpecialDay> days;
    WorkingDayRule workingDayRule = WorkingDayRule::Hours;
    double hoursPerWorkingDay = 8;
    bool operator==(const CalendarDefinition&) const = default;
};
/// Errors: BadInput "calendar-unreadable" {place}.
[[nodiscard]] Result<CalendarDefinition> calendarFromJson(const nlohmann::json& document);
[[nodiscard]] nlohmann::json calendarToJson(const CalendarDefinition& definition);

/// Computes with a definition in a time zone.
class WorkCalendar {
  public:
    WorkCalendar() = default;
    WorkCalendar(CalendarDefinition definition, TimeZone zone, int version)
        : m_definition(std::move(definition)), m_zone(std::move(zone)), m_version(version) {}

    [[nodiscard]] const CalendarDefinition& definition() const { return m_definition; }
    [[nodiscard]] const TimeZone& zone() const { return m_zone; }
    [[nodiscard]] int version() const { return m_version; }
    [[nodiscard]] bool isWorkingDay(Day day) const;
    /// The working spans of a day; empty on a day off.
    [[nodiscard]] std::vector<Span> spansOn(Day day) const;
    /// Whether any special day of the year is entered; if not, deadlines across its holidays are doubtful.
    [[nodiscard]] bool coversYear(int year) const;

    /// The end of a limit that starts at a moment. None when the calendar has no working time within ten years.
    [[nodiscard]] std::optional<Moment> end(Moment start, Limit limit) const;
    /// Time on the clock of a limit's unit between two moments (0 when to <= from): elapsed seconds for urgent and natural
    /// units, working seconds for the others.
    [[nodiscard]] seconds elapsed(Moment from, Moment to, LimitUnit unit) const;
    /// The moment at which `amount` on the clock of the unit has passed since start.
    [[nodiscard]] std::optional<Moment> after(Moment start, seconds amount, LimitUnit unit) const;

  private:
    CalendarDefinition m_definition;
    TimeZone m_zone;
    int m_version = 0;
};

/// All versions; each edit adds one, and a closed case keeps the version it was judged by.
class CalendarHistory {
  public:
    struct Version {
        int number;
        Moment created;
        WorkCalendar calendar;
    };
    CalendarHistory() = default;
    explicit CalendarHistory(std::vector<Version> versions) : m_versions(std::move(versions)) {}
    [[nodiscard]] const WorkCalendar& current() const;
    /// The version that was current at a moment.
    [[nodiscard]] const WorkCalendar& at(Moment moment) const;
    [[nodiscard]] const std::vector<Version>& versions() const { return m_versions; }

  private:
    std::vector<Version> m_versions;
};

[[nodiscard]] Result<CalendarHistory> loadCalendars(Connection& connection, const TimeZone& zone);
/// Adds a version. Errors: BadInput "calendar-empty" without any working period.
Result<int> saveCalendar(Change& change, const CalendarDefinition& definition);

} // namespace gridwarden::core
