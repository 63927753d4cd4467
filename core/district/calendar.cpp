// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/district/calendar.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <mutex>

namespace gridwarden::core {

using std::chrono::days;
using std::chrono::minutes;

namespace {

constexpr Day FirstKnownDay = std::chrono::local_days(std::chrono::year(1970) / 1 / 1);
constexpr Day EndOfKnownDays = std::chrono::local_days(std::chrono::year(2100) / 1 / 1);
constexpr days LongestWait(3653);            // ten years without work: no end
constexpr double LongestAmountSeconds = 4e9; // more than all known years
constexpr double DayRounding = 1e-9;         // what a sum of fractions of days may be off by

constexpr std::array UnitKeys = {std::pair{LimitUnit::UrgentMinute, std::string_view("um")},
                                 std::pair{LimitUnit::UrgentHour, std::string_view("uh")},
                                 std::pair{LimitUnit::WorkingHour, std::string_view("wh")},
                                 std::pair{LimitUnit::WorkingDay, std::string_view("wd")},
                                 std::pair{LimitUnit::UrgentWorkingDay, std::string_view("ud")},
                                 std::pair{LimitUnit::NaturalDay, std::string_view("nd")}};

bool runsWithoutBreak(LimitUnit unit) {
    return unit != LimitUnit::WorkingHour && unit != LimitUnit::WorkingDay;
}

double secondsPerUnit(LimitUnit unit, double hoursPerWorkingDay) {
    switch (unit) {
    case LimitUnit::UrgentMinute:
        return 60;
    case LimitUnit::UrgentHour:
    case LimitUnit::WorkingHour:
        return 3600;
    case LimitUnit::WorkingDay:
        return hoursPerWorkingDay * 3600;
    case LimitUnit::UrgentWorkingDay:
    case LimitUnit::NaturalDay:
        break;
    }
    return 24 * 3600;
}

bool isInForce(const WorkingPlan& plan, Day day) {
    return (!plan.from || *plan.from <= day) && (!plan.to || day <= *plan.to);
}

bool holdsWeekday(const WorkingPlan& plan, Day day) {
    const unsigned weekday = std::chrono::weekday(day).iso_encoding(); // 1 Monday … 7 Sunday
    return (plan.weekdays >> (weekday - 1) & 1) != 0;
}

bool hasWork(const WorkingPlan& plan) {
    return std::any_of(plan.spans.begin(), plan.spans.end(), [](const Span& s) { return s.startMinute < s.endMinute; });
}

/// In order, without overlaps.
std::vector<Span> inOrder(std::vector<Span> spans) {
    std::erase_if(spans, [](const Span& s) { return s.startMinute >= s.endMinute; });
    std::sort(spans.begin(), spans.end(), [](const Span& a, const Span& b) { return a.startMinute < b.startMinute; });
    std::vector<Span> merged;
    for (const Span& span : spans) {
        if (!merged.empty() && span.startMinute <= merged.back().endMinute)
            merged.back().endMinute = std::max(merged.back().endMinute, span.endMinute);
        else
            merged.push_back(span);
    }
    return merged;
}

} // namespace

std::string_view limitUnitKey(LimitUnit unit) {
    for (const auto& [value, key] : UnitKeys)
        if (value == unit)
            return key;
    return {};
}

std::optional<LimitUnit> limitUnitFromKey(std::string_view key) {
    for (const auto& [value, name] : UnitKeys)
        if (name == key)
            return value;
    return std::nullopt;
}

/// All working time of the known years as stretches between two moments, with the time worked before each: elapsed time
/// and ends of limits are then found by bisection, however far apart.
class WorkCalendar::Timetable {
public:
    void layOutOnce(const WorkCalendar& calendar) {
        std::call_once(m_once, [&] { layOut(calendar); });
    }

    [[nodiscard]] bool knows(Moment moment) const { return m_from <= moment && moment < m_to; }

    /// Time worked up to a moment.
    [[nodiscard]] seconds worked(Moment moment) const {
        const auto next = std::upper_bound(m_stretches.begin(), m_stretches.end(), moment,
                                           [](Moment m, const Stretch& s) { return m < s.start; });
        if (next == m_stretches.begin())
            return seconds(0);
        const Stretch& stretch = *std::prev(next);
        return stretch.workedBefore + (std::min(moment, stretch.end) - stretch.start);
    }

    /// The first moment up to which so much was worked.
    [[nodiscard]] std::optional<Moment> whenWorked(seconds amount) const {
        const auto found =
            std::lower_bound(m_stretches.begin(), m_stretches.end(), amount,
                             [](const Stretch& s, seconds a) { return s.workedBefore + (s.end - s.start) < a; });
        if (found == m_stretches.end())
            return std::nullopt;
        return found->start + (amount - found->workedBefore);
    }

    /// The moment itself when it is worked, else the start of the next stretch; none after ten years.
    [[nodiscard]] std::optional<Moment> nextWorking(Moment moment) const {
        if (!knows(moment))
            return std::nullopt;
        const auto next = std::upper_bound(m_stretches.begin(), m_stretches.end(), moment,
                                           [](Moment m, const Stretch& s) { return m < s.end; });
        if (next == m_stretches.end() || next->start - moment > LongestWait)
            return std::nullopt;
        return std::max(moment, next->start);
    }

private:
    struct Stretch {
        Moment start;
        Moment end;
        seconds workedBefore;
    };

    void layOut(const WorkCalendar& calendar) {
        m_from = calendar.m_zone.start(FirstKnownDay);
        m_to = calendar.m_zone.start(EndOfKnownDays);
        seconds worked(0);
        Moment nextMidnight = m_from;
        for (Day day = FirstKnownDay; day < EndOfKnownDays; day += days(1)) {
            const Moment midnight = nextMidnight;
            nextMidnight = calendar.m_zone.start(day + days(1));
            const bool isPlainDay = nextMidnight - midnight == days(1); // the clocks are not changed on it
            const auto utc = [&](int minute) {
                return isPlainDay ? midnight + minutes(minute)
                                  : calendar.m_zone.toUtc(LocalTime(day) + minutes(minute));
            };
            for (const Span& span : calendar.spansOn(day)) {
                const Stretch stretch{utc(span.startMinute), utc(span.endMinute), worked};
                if (stretch.start >= stretch.end)
                    continue; // falls into the hour that clocks skip
                worked += stretch.end - stretch.start;
                m_stretches.push_back(stretch);
            }
        }
    }

    std::once_flag m_once;
    Moment m_from;
    Moment m_to;
    std::vector<Stretch> m_stretches;
};

WorkCalendar::WorkCalendar() : m_timetable(std::make_shared<Timetable>()) {}

WorkCalendar::WorkCalendar(CalendarDefinition definition, TimeZone zone, int version)
    : m_definition(std::move(definition)), m_zone(std::move(zone)), m_version(version),
      m_timetable(std::make_shared<Timetable>()) {}

const WorkCalendar::Timetable& WorkCalendar::timetable() const {
    m_timetable->layOutOnce(*this);
    return *m_timetable;
}

const WorkingPlan* WorkCalendar::planOn(Day day) const {
    const auto special = m_definition.days.find(day);
    const bool isSpecial = special != m_definition.days.end();
    if (isSpecial && !special->second.isWorkday)
        return nullptr;
    for (const WorkingPlan& plan : m_definition.plans)
        if (isInForce(plan, day) && (isSpecial ? hasWork(plan) : holdsWeekday(plan, day)))
            return &plan;
    return nullptr;
}

bool WorkCalendar::isWorkingDay(Day day) const {
    const WorkingPlan* plan = planOn(day);
    return plan != nullptr && hasWork(*plan);
}

std::vector<Span> WorkCalendar::spansOn(Day day) const {
    const WorkingPlan* plan = planOn(day);
    return plan == nullptr ? std::vector<Span>{} : inOrder(plan->spans);
}

bool WorkCalendar::coversYear(int year) const {
    const auto first = m_definition.days.lower_bound(Day(std::chrono::year(year) / 1 / 1));
    return first != m_definition.days.end() && first->first < Day(std::chrono::year(year + 1) / 1 / 1);
}

seconds WorkCalendar::elapsed(Moment from, Moment to, LimitUnit unit) const {
    if (to <= from)
        return seconds(0);
    if (runsWithoutBreak(unit))
        return to - from;
    return timetable().worked(to) - timetable().worked(from);
}

std::optional<Moment> WorkCalendar::after(Moment start, seconds amount, LimitUnit unit) const {
    if (amount <= seconds(0))
        return start;
    if (static_cast<double>(amount.count()) > LongestAmountSeconds)
        return std::nullopt;
    if (runsWithoutBreak(unit))
        return start + amount;
    if (!timetable().nextWorking(start))
        return std::nullopt;
    return timetable().whenWorked(timetable().worked(start) + amount);
}

std::optional<Moment> WorkCalendar::end(Moment start, Limit limit) const {
    if (!(limit.value > 0)) // also not a number
        return std::nullopt;
    const double amount = limit.value * secondsPerUnit(limit.unit, m_definition.hoursPerWorkingDay);
    if (!(amount <= LongestAmountSeconds))
        return std::nullopt;
    if (limit.unit == LimitUnit::WorkingDay && m_definition.workingDayRule != WorkingDayRule::Hours)
        return endOfWorkingDays(start, limit.value);
    return after(start, seconds(std::llround(amount)), limit.unit);
}

std::optional<Day> WorkCalendar::workingDayAfter(Day day, int count) const {
    int waited = 0;
    for (day += days(1); day < EndOfKnownDays && waited < LongestWait.count(); day += days(1)) {
        ++waited;
        if (!isWorkingDay(day))
            continue;
        if (--count == 0)
            return day;
        waited = 0;
    }
    return std::nullopt;
}

std::optional<Moment> WorkCalendar::endOfWorkingDays(Moment start, double count) const {
    if (!timetable().knows(start) || count > static_cast<double>((EndOfKnownDays - FirstKnownDay).count()))
        return std::nullopt;
    if (m_definition.workingDayRule == WorkingDayRule::EndOfDay) {
        const auto last = workingDayAfter(m_zone.day(start), static_cast<int>(std::ceil(count - DayRounding)));
        if (!last)
            return std::nullopt;
        return m_zone.toUtc(LocalTime(*last) + minutes(spansOn(*last).back().endMinute));
    }
    const int whole = static_cast<int>(std::floor(count + DayRounding));
    const double rest = std::max(0.0, count - whole);
    std::optional<Moment> reached = timetable().nextWorking(start);
    if (reached && whole > 0) {
        const LocalTime local = m_zone.toLocal(*reached);
        const Day day = std::chrono::floor<days>(local);
        const auto last = workingDayAfter(day, whole);
        reached = last ? std::optional(m_zone.toUtc(LocalTime(*last) + (local - LocalTime(day)))) : std::nullopt;
    }
    if (!reached)
        return std::nullopt;
    return after(*reached, seconds(std::llround(rest * m_definition.hoursPerWorkingDay * 3600)), LimitUnit::WorkingDay);
}

} // namespace gridwarden::core
