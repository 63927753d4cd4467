// SPDX-License-Identifier: GPL-3.0-or-later
// The working calendar and its clock: working periods, holidays, make-up days. Units of domain section "Clocks".
#pragma once

#include "core/base/time.h"
#include "core/store/store.h"

#include <map>
#include <memory>
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
    /// "hours": a fixed number of working hours (8 by default).
    Hours,
    /// "same-clock": to the same clock time on the Nth working day after. A start outside working time first moves to the
    /// next working moment. A fraction of a day is that share of the working hours of a day, counted from there.
    SameClock,
    /// "end-of-day": to the end of work of the Nth working day after the day of the start, which itself never counts,
    /// whether worked or not. A fraction of a day counts as a whole one.
    EndOfDay
};

struct Span {
    int startMinute; ///< after local midnight
    int endMinute;
    bool operator==(const Span&) const = default;
};

/// Working periods of some weekdays, in force from a day to a day inclusive; without one of them, since ever or for good.
struct WorkingPlan {
    std::optional<Day> from;
    std::optional<Day> to;
    int weekdays = 0x1f; ///< bit 0 Monday
    std::vector<Span> spans; ///< empty: nobody works
    bool operator==(const WorkingPlan&) const = default;
};

struct SpecialDay {
    bool isWorkday = false; ///< make-up working day, otherwise a holiday
    std::string name;
    bool operator==(const SpecialDay&) const = default;
};

struct CalendarDefinition {
    /// The first that is in force on a day and holds its weekday counts; on a make-up working day the first that is in
    /// force and has spans, whatever its weekdays.
    std::vector<WorkingPlan> plans;
    std::map<Day, SpecialDay> days;
    WorkingDayRule workingDayRule = WorkingDayRule::Hours;
    double hoursPerWorkingDay = 8;
    bool operator==(const CalendarDefinition&) const = default;
};
/// Reads {"periods": [{"from": null or "2026-01-01", "to": …, "weekdays": [1 … 7, 1 Monday], "spans": [["08:00", "12:00"], …]}],
/// "days": [{"day": "2026-10-01", "kind": "holiday" or "workday", "name": …}], "working_day": "hours", "same-clock" or
/// "end-of-day", "hours_per_working_day": 8}. The spans of a plan (24 at most) are in order and do not overlap; there are 1000 plans at most; "24:00" is the end of the day.
/// Errors: BadInput "calendar-unreadable" {place}, for instance "periods[0].spans[1]".
[[nodiscard]] Result<CalendarDefinition> calendarFromJson(const nlohmann::json& document);
[[nodiscard]] nlohmann::json calendarToJson(const CalendarDefinition& definition);

/// Computes with a definition in a time zone. The working clock knows the years 1970 to 2099. The first question to it lays
/// out the working time of all these years (some milliseconds), copies share it, and several threads may ask at once.
class WorkCalendar {
  public:
    WorkCalendar(); ///< without any working time
    WorkCalendar(CalendarDefinition definition, TimeZone zone, int version);

    [[nodiscard]] const CalendarDefinition& definition() const { return m_definition; }
    [[nodiscard]] const TimeZone& zone() const { return m_zone; }
    [[nodiscard]] int version() const { return m_version; }
    [[nodiscard]] bool isWorkingDay(Day day) const;
    /// The working spans of a day; empty on a day off.
    [[nodiscard]] std::vector<Span> spansOn(Day day) const;
    /// Whether any special day of the year is entered; if not, deadlines across its holidays are doubtful.
    [[nodiscard]] bool coversYear(int year) const;

    /// The end of a limit that starts at a moment. None when the limit is not positive, or on the working clock when no
    /// working moment follows within ten years of the start or the end is beyond the known years.
    [[nodiscard]] std::optional<Moment> end(Moment start, Limit limit) const;
    /// Time on the clock of a limit's unit between two moments (0 when to <= from): elapsed seconds for urgent and natural
    /// units, working seconds for the others.
    [[nodiscard]] seconds elapsed(Moment from, Moment to, LimitUnit unit) const;
    /// The first moment at which `amount` on the clock of the unit has passed since start (start itself for none or less).
    /// For working days these are working seconds under every rule. None as for `end`.
    [[nodiscard]] std::optional<Moment> after(Moment start, seconds amount, LimitUnit unit) const;

  private:
    class Timetable;
    [[nodiscard]] const WorkingPlan* planOn(Day day) const;
    [[nodiscard]] std::optional<Day> workingDayAfter(Day day, int count) const;
    [[nodiscard]] std::optional<Moment> endOfWorkingDays(Moment start, double days) const;
    [[nodiscard]] const Timetable& timetable() const;
    CalendarDefinition m_definition;
    TimeZone m_zone;
    int m_version = 0;
    std::shared_ptr<Timetable> m_timetable;
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
    /// \pre in order of their numbers.
    explicit CalendarHistory(std::vector<Version> versions) : m_versions(std::move(versions)) {}
    /// The newest version; a calendar without working time when there is none.
    [[nodiscard]] const WorkCalendar& current() const;
    /// The newest version entered before a moment (one of the same second is later); else the first one.
    [[nodiscard]] const WorkCalendar& at(Moment moment) const;
    [[nodiscard]] const std::vector<Version>& versions() const { return m_versions; }

  private:
    std::vector<Version> m_versions;
};

/// Errors: Database; BadInput "calendar-unreadable" {place}.
[[nodiscard]] Result<CalendarHistory> loadCalendars(Connection& connection, const TimeZone& zone);
/// Adds a version and gives its number. Errors: BadInput "calendar-empty" without any working period, "calendar-unreadable"
/// {place} when the definition is not one that could be read back.
Result<int> saveCalendar(Change& change, const CalendarDefinition& definition);

} // namespace gridwarden::core
