// SPDX-License-Identifier: GPL-3.0-or-later
// The clock against one that asks every single minute whether it is worked.
#include "tests/core/district/calendar_samples.h"

#include <algorithm>
#include <random>

using namespace gridwarden::core;
using namespace gridwarden::test;
using std::chrono::days;
using std::chrono::minutes;

namespace {

using Random = std::mt19937;

int between(Random& random, int low, int high) {
    return std::uniform_int_distribution(low, high)(random);
}

/// No span ends in the hour from 01:00 to 02:00, which comes twice when summer ends.
int spanEnd(Random& random) {
    return between(random, 0, 3) == 0 ? between(random, 0, 12) * 5 : between(random, 24, 288) * 5;
}

CalendarDefinition randomDefinition(Random& random, Day first) {
    CalendarDefinition definition;
    const int plans = between(random, 1, 3);
    for (int i = 0; i < plans; ++i) {
        WorkingPlan plan;
        if (i + 1 < plans) {
            plan.from = first + days(between(random, 0, 40));
            plan.to = *plan.from + days(between(random, 0, 30));
        }
        plan.weekdays = between(random, 1, 0x7f);
        std::vector<int> ends;
        for (int n = between(random, 1, 3) * 2; n > 0; --n)
            ends.push_back(spanEnd(random));
        std::sort(ends.begin(), ends.end());
        for (std::size_t n = 0; n < ends.size(); n += 2)
            plan.spans.push_back({ends[n], ends[n + 1]});
        definition.plans.push_back(plan);
    }
    for (int i = between(random, 0, 15); i > 0; --i)
        definition.days[first + days(between(random, 0, 60))] = {between(random, 0, 1) == 1, ""};
    definition.hoursPerWorkingDay = between(random, 2, 10);
    return definition;
}

/// Reads the definition anew for each minute.
class MinuteClock {
public:
    MinuteClock(const CalendarDefinition& definition, const TimeZone& zone) : m_definition(definition), m_zone(zone) {}

    [[nodiscard]] const WorkingPlan* plan(Day day) const {
        const auto special = m_definition.days.find(day);
        for (const WorkingPlan& plan : m_definition.plans) {
            const bool inForce = plan.from.value_or(day) <= day && day <= plan.to.value_or(day);
            const bool hasSpans =
                std::any_of(plan.spans.begin(), plan.spans.end(), [](Span s) { return s.endMinute > s.startMinute; });
            const auto daysSinceMonday = (std::chrono::weekday(day) - std::chrono::Monday).count();
            if (special != m_definition.days.end()) {
                if (special->second.isWorkday && inForce && hasSpans)
                    return &plan;
            } else if (inForce && (plan.weekdays & (1 << daysSinceMonday)) != 0) {
                return hasSpans ? &plan : nullptr;
            }
        }
        return nullptr;
    }
    [[nodiscard]] bool isWorked(Moment minute) const {
        const LocalTime local = m_zone.toLocal(minute);
        const Day day = std::chrono::floor<days>(local);
        const WorkingPlan* today = plan(day);
        const auto reading = (local - LocalTime(day)) / minutes(1);
        return today != nullptr && std::any_of(today->spans.begin(), today->spans.end(), [&](Span s) {
                   return s.startMinute <= reading && reading < s.endMinute;
               });
    }
    [[nodiscard]] int worked(Moment from, Moment to) const {
        int count = 0;
        for (; from < to; from += minutes(1))
            count += isWorked(from) ? 1 : 0;
        return count;
    }
    [[nodiscard]] std::optional<Moment> after(Moment start, int amount, Moment horizon) const {
        for (; start < horizon && amount > 0; start += minutes(1))
            amount -= isWorked(start) ? 1 : 0;
        return amount == 0 ? std::optional(start) : std::nullopt;
    }
    [[nodiscard]] std::optional<Day> workingDayAfter(Day day, int count, Day horizon) const {
        while (count > 0 && day < horizon)
            count -= plan(day += days(1)) != nullptr ? 1 : 0;
        return count == 0 ? std::optional(day) : std::nullopt;
    }

private:
    const CalendarDefinition& m_definition;
    const TimeZone& m_zone;
};

} // namespace

TEST_CASE("random calendars agree with a clock that walks minute by minute", "[core][calendar]") {
    const auto zoneName = GENERATE("Asia/Shanghai", "America/New_York", "Asia/Kolkata");
    const TimeZone zone = zoneNamed(zoneName);
    const Day first = GENERATE(day("2026-02-20"), day("2026-10-15")); // around both changes of New York's clocks
    Random random(20261121u + static_cast<unsigned>(first.time_since_epoch().count()));
    for (int round = 0; round < 5; ++round) {
        CalendarDefinition definition = randomDefinition(random, first);
        const MinuteClock oracle(definition, zone);
        const WorkCalendar calendar(definition, zone, 1);
        const Moment from = zone.start(first);
        const Moment horizon = zone.start(first + days(70));
        for (int question = 0; question < 15; ++question) {
            const Moment start = from + minutes(between(random, 0, 40 * 1440));
            const Moment end = start + minutes(between(random, 0, 10 * 1440));
            CAPTURE(zoneName, dayText(first), round, question, isoText(start, zone), isoText(end, zone));
            CHECK(calendar.elapsed(start, end, LimitUnit::WorkingHour) == minutes(oracle.worked(start, end)));
            const int amount = between(random, 1, 3000);
            const auto reached = oracle.after(start, amount, horizon);
            if (reached) // else the walk was too short
                CHECK(calendar.after(start, minutes(amount), LimitUnit::WorkingDay) == reached);
        }
    }
}

TEST_CASE("whole working days agree with counting days", "[core][calendar]") {
    const auto zoneName = GENERATE("Asia/Shanghai", "America/New_York");
    const TimeZone zone = zoneNamed(zoneName);
    const Day first = day("2026-02-20");
    Random random(7);
    for (int round = 0; round < 8; ++round) {
        CalendarDefinition definition = randomDefinition(random, first);
        definition.workingDayRule = WorkingDayRule::EndOfDay;
        const WorkCalendar endOfDay(definition, zone, 1);
        definition.workingDayRule = WorkingDayRule::SameClock;
        const WorkCalendar sameClock(definition, zone, 1);
        const MinuteClock oracle(definition, zone);
        for (int question = 0; question < 40; ++question) {
            const Moment start = zone.start(first) + minutes(between(random, 0, 30 * 1440));
            const int count = between(random, 1, 12);
            CAPTURE(zoneName, round, question, isoText(start, zone), count);
            const Day horizon = first + days(400);

            const auto lastDay = oracle.workingDayAfter(zone.day(start), count, horizon);
            REQUIRE(lastDay.has_value());
            const auto& spans = oracle.plan(*lastDay)->spans;
            int last = 0;
            for (const Span& span : spans)
                last = span.startMinute < span.endMinute ? std::max(last, span.endMinute) : last;
            CHECK(endOfDay.end(start, {static_cast<double>(count), LimitUnit::WorkingDay}) ==
                  zone.toUtc(LocalTime(*lastDay) + minutes(last)));

            Moment moved = start;
            while (!oracle.isWorked(moved))
                moved += minutes(1);
            const auto nthDay = oracle.workingDayAfter(zone.day(moved), count, horizon);
            REQUIRE(nthDay.has_value());
            CHECK(sameClock.end(start, {static_cast<double>(count), LimitUnit::WorkingDay}) ==
                  zone.toUtc(LocalTime(*nthDay) + (zone.toLocal(moved) - LocalTime(zone.day(moved)))));
        }
    }
}
