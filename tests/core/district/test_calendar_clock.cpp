// SPDX-License-Identifier: GPL-3.0-or-later
// The clock against ends computed by hand. 20 November 2026 is a Friday.
#include "tests/core/district/calendar_samples.h"

#include <array>
#include <limits>
#include <thread>

using namespace gridwarden::core;
using namespace gridwarden::test;

namespace {

struct Expectation {
    const char* start;
    double value;
    const char* unit;
    const char* end;
};

void checkEnds(const WorkCalendar& calendar, const std::vector<Expectation>& expectations) {
    for (const Expectation& e : expectations) {
        CAPTURE(e.start, e.value, e.unit);
        const auto unit = limitUnitFromKey(e.unit);
        REQUIRE(unit.has_value());
        const auto end = calendar.end(moment(e.start, calendar.zone()), {e.value, *unit});
        REQUIRE(end.has_value());
        CHECK(isoText(*end, calendar.zone()) == isoText(moment(e.end, calendar.zone()), calendar.zone()));
    }
}

WorkCalendar withRule(CalendarDefinition definition, WorkingDayRule rule) {
    definition.workingDayRule = rule;
    return WorkCalendar(std::move(definition), TimeZone(), 1);
}

} // namespace

TEST_CASE("a limit in working hours uses up the working periods", "[core][calendar]") {
    checkEnds(
        WorkCalendar(plainDefinition(), TimeZone(), 1),
        {
            {"2026-11-20 17:00", 4, "wh", "2026-11-23 11:00"}, // Fri 17-18 is 1 h, Mon 8-11 are 3 h
            {"2026-11-23 08:00", 4, "wh", "2026-11-23 12:00"}, // the end of the morning, not the start of the afternoon
            {"2026-11-23 08:00", 8, "wh", "2026-11-23 18:00"}, // 4 h + 4 h, the end of work
            {"2026-11-23 09:30", 2, "wh", "2026-11-23 11:30"},
            {"2026-11-23 12:30", 1, "wh", "2026-11-23 15:00"},          // at noon the clock stands until 14:00
            {"2026-11-23 06:00", 1, "wh", "2026-11-23 09:00"},          // before work until 8:00
            {"2026-11-23 20:00", 1, "wh", "2026-11-24 09:00"},          // after work until the next morning
            {"2026-11-21 10:00", 1, "wh", "2026-11-23 09:00"},          // on Saturday until Monday
            {"2026-11-20 18:00", 1, "wh", "2026-11-23 09:00"},          // at the very end of the week as well
            {"2026-11-23 11:00", 1.5, "wh", "2026-11-23 14:30"},        // 1 h to noon, half an hour from 14:00
            {"2026-11-20 17:59:30", 0.01, "wh", "2026-11-23 08:00:06"}, // 36 s: 30 on Friday and 6 on Monday
        });
}

TEST_CASE("a working day is eight working hours", "[core][calendar]") {
    checkEnds(WorkCalendar(plainDefinition(), TimeZone(), 1),
              {
                  {"2026-11-20 17:00", 1, "wd", "2026-11-23 17:00"},   // 1 h on Fri, Mon 4 h + 3 h
                  {"2026-11-20 17:00", 0.5, "wd", "2026-11-23 11:00"}, // as 4 wh
                  {"2026-11-16 08:00", 5, "wd", "2026-11-20 18:00"},   // a whole week's 40 h
                  {"2026-11-16 08:00", 30, "wd", "2026-12-25 18:00"},  // six weeks: the sixth Friday
              });
    auto sevenHours = plainDefinition();
    sevenHours.hoursPerWorkingDay = 7;
    checkEnds(WorkCalendar(sevenHours, TimeZone(), 1),
              {{"2026-11-23 08:00", 2, "wd", "2026-11-24 16:00"}}); // 14 h: 8 h + 4 h + 2 h
}

TEST_CASE("urgent and natural units run through nights and weekends", "[core][calendar]") {
    checkEnds(WorkCalendar(autumnDefinition(), TimeZone(), 1),
              {
                  {"2026-11-20 17:00", 2, "uh", "2026-11-20 19:00"},
                  {"2026-11-20 23:30", 2, "uh", "2026-11-21 01:30"},
                  {"2026-11-20 17:00", 90, "um", "2026-11-20 18:30"},
                  {"2026-11-21 10:00", 1, "ud", "2026-11-22 10:00"},
                  {"2026-10-01 12:00", 3, "nd", "2026-10-04 12:00"}, // holidays count
                  {"2026-02-27 12:00", 3, "nd", "2026-03-02 12:00"}, // 28 days in February 2026
                  {"2028-02-28 09:00", 1, "nd", "2028-02-29 09:00"}, // a leap year
                  {"2026-12-31 20:00", 0.25, "nd", "2027-01-01 02:00"},
              });
}

TEST_CASE("holidays are skipped and make-up days worked", "[core][calendar]") {
    checkEnds(
        WorkCalendar(autumnDefinition(), TimeZone(), 1),
        {
            // Wed 30 Sep 2 h + 4 h = 6; Thu 8 to Wed 7 off; Thu 8: 14; Fri 9: 22; Sat 10 worked: 30; Mon 12: 38; Tue
            // 13: 2 h
            {"2026-09-30 10:00", 40, "wh", "2026-10-13 10:00"},
            {"2026-09-30 10:00", 5, "wd", "2026-10-13 10:00"},
            {"2026-10-03 09:00", 1, "wh", "2026-10-08 09:00"}, // started on a holiday
            {"2026-10-10 17:00", 2, "wh", "2026-10-12 09:00"}, // 1 h on the worked Saturday, Sunday off, 1 h on Monday
            {"2026-12-31 17:30", 1, "wh",
             "2027-01-04 08:30"}, // Thu half an hour; Fri holiday; weekend; Mon half an hour
        });
}

TEST_CASE("a working day can mean the same clock time on the Nth working day", "[core][calendar]") {
    checkEnds(withRule(autumnDefinition(), WorkingDayRule::SameClock),
              {
                  {"2026-11-20 17:00", 1, "wd", "2026-11-23 17:00"},
                  {"2026-09-30 10:00", 5, "wd", "2026-10-13 10:00"},   // 8, 9, 10, 12, 13 October
                  {"2026-11-21 15:00", 1, "wd", "2026-11-24 08:00"},   // Saturday moves to Monday 8:00
                  {"2026-11-20 18:00", 1, "wd", "2026-11-24 08:00"},   // the end of work is no working moment either
                  {"2026-11-23 12:30", 1, "wd", "2026-11-24 14:00"},   // noon moves to 14:00
                  {"2026-11-20 17:00", 1.5, "wd", "2026-11-24 11:00"}, // Mon 17:00 and 4 h: 1 h there, 3 h on Tuesday
                  {"2026-11-23 09:00", 0.5, "wd", "2026-11-23 15:00"}, // 3 h to noon, 1 h from 14:00
                  {"2026-12-31 09:00", 1, "wd", "2027-01-04 09:00"},
                  {"2026-11-20 17:00", 4, "wh", "2026-11-23 11:00"}, // hours do not follow the rule of days
              });
}

TEST_CASE("a working day can mean the end of the Nth working day", "[core][calendar]") {
    checkEnds(withRule(autumnDefinition(), WorkingDayRule::EndOfDay),
              {
                  {"2026-11-20 17:00", 1, "wd", "2026-11-23 18:00"},
                  {"2026-11-23 00:10", 1, "wd", "2026-11-24 18:00"}, // the day of the start never counts
                  {"2026-11-21 15:00", 1, "wd", "2026-11-23 18:00"}, // not even when it is off
                  {"2026-09-30 10:00", 5, "wd", "2026-10-13 18:00"},
                  {"2026-10-09 10:00", 1, "wd", "2026-10-10 18:00"},               // a make-up Saturday
                  {"2026-11-20 17:00", 1.5, "wd", "2026-11-24 18:00"},             // a started day counts
                  {"2026-11-20 17:00", 0.1 + 0.2 + 0.7, "wd", "2026-11-23 18:00"}, // one day in spite of rounding
              });
}

TEST_CASE("plans change with the season", "[core][calendar]") {
    CalendarDefinition definition;
    definition.plans.push_back(
        {day("2026-06-01"), day("2026-09-30"), MondayToFriday, {{8 * 60, 12 * 60}, {15 * 60, 18 * 60}}});
    definition.plans.push_back(
        {std::nullopt, std::nullopt, MondayToFriday, {{8 * 60 + 30, 12 * 60}, {13 * 60 + 30, 17 * 60 + 30}}});
    checkEnds(
        WorkCalendar(definition, TimeZone(), 1),
        {
            {"2026-09-30 15:00", 8, "wh", "2026-10-01 15:00"}, // 3 h to 18:00; 3.5 h to noon; 1.5 h from 13:30
            {"2026-05-29 17:00", 1, "wh", "2026-06-01 08:30"}, // Fri half an hour to 17:30; Mon from 8:00 half an hour
        });
}

TEST_CASE("a weekday may have a plan of its own", "[core][calendar]") {
    auto definition = plainDefinition();
    definition.plans.push_back({std::nullopt, std::nullopt, 0x20, {{9 * 60, 12 * 60}}}); // Saturday mornings
    definition.days[day("2026-11-22")] = {true, ""};                                     // a Sunday, by the first plan
    checkEnds(WorkCalendar(definition, TimeZone(), 1),
              {
                  {"2026-11-20 17:00", 4, "wh", "2026-11-21 12:00"}, // 1 h + 3 h
                  {"2026-11-20 17:00", 5, "wh", "2026-11-22 09:00"},
                  {"2026-11-27 17:00", 5, "wh", "2026-11-30 09:00"}, // the Sunday after is off
              });
}

TEST_CASE("spans of a definition count in any order and once", "[core][calendar]") {
    CalendarDefinition definition;
    definition.plans.push_back({std::nullopt, std::nullopt, 0x7f, {{600, 720}, {480, 660}, {900, 900}}});
    const WorkCalendar calendar(definition, TimeZone(), 1);
    CHECK(calendar.spansOn(day("2026-11-20")) == std::vector<Span>{{480, 720}});
}

TEST_CASE("working days and covered years are told", "[core][calendar]") {
    const WorkCalendar calendar(autumnDefinition(), TimeZone(), 3);
    CHECK(calendar.version() == 3);
    CHECK(calendar.isWorkingDay(day("2026-11-20")));
    CHECK_FALSE(calendar.isWorkingDay(day("2026-11-21")));
    CHECK_FALSE(calendar.isWorkingDay(day("2026-10-01")));
    CHECK(calendar.isWorkingDay(day("2026-10-10")));
    CHECK(calendar.spansOn(day("2026-10-10")) == std::vector<Span>{{480, 720}, {840, 1080}});
    CHECK(calendar.spansOn(day("2026-10-01")).empty());
    CHECK(calendar.coversYear(2026));
    CHECK(calendar.coversYear(2027));
    CHECK_FALSE(calendar.coversYear(2025));
    CHECK_FALSE(calendar.coversYear(2028));
}

TEST_CASE("elapsed time is what the clock of the unit showed", "[core][calendar]") {
    const WorkCalendar calendar(autumnDefinition(), TimeZone(), 1);
    const auto elapsed = [&](const char* from, const char* to, LimitUnit unit) {
        return calendar.elapsed(moment(from), moment(to), unit).count();
    };
    CHECK(elapsed("2026-11-20 17:00", "2026-11-23 11:00", LimitUnit::WorkingHour) == 4 * 3600);
    CHECK(elapsed("2026-11-20 17:00", "2026-11-23 11:00", LimitUnit::WorkingDay) == 4 * 3600);
    CHECK(elapsed("2026-11-20 17:00", "2026-11-23 11:00", LimitUnit::UrgentHour) == 66 * 3600); // 7 + 24 + 24 + 11
    CHECK(elapsed("2026-11-21 00:00", "2026-11-23 08:00", LimitUnit::WorkingHour) == 0);
    CHECK(elapsed("2026-11-23 11:00", "2026-11-20 17:00", LimitUnit::UrgentHour) == 0);
    CHECK(elapsed("2026-10-01 00:00", "2026-11-01 00:00", LimitUnit::WorkingHour) ==
          (22 - 5 + 1) * 8 * 3600); // October has 22 weekdays, five of them off, and one Saturday worked
}

TEST_CASE("after is the inverse of elapsed", "[core][calendar]") {
    const WorkCalendar calendar(autumnDefinition(), TimeZone(), 1);
    CHECK(calendar.after(moment("2026-11-20 17:00"), seconds(11520), LimitUnit::WorkingHour) ==
          moment("2026-11-23 10:12")); // 80 % of 4 h are 3 h 12 min: 1 h on Friday and 2 h 12 min on Monday
    CHECK(calendar.after(moment("2026-11-20 17:00"), seconds(3600), LimitUnit::UrgentMinute) ==
          moment("2026-11-20 18:00"));
    CHECK(calendar.after(moment("2026-11-21 17:00"), seconds(0), LimitUnit::WorkingHour) == moment("2026-11-21 17:00"));
    const WorkCalendar sameClock = withRule(autumnDefinition(), WorkingDayRule::SameClock);
    CHECK(sameClock.after(moment("2026-11-20 17:00"), seconds(8 * 3600), LimitUnit::WorkingDay) ==
          moment("2026-11-23 17:00"));
}

TEST_CASE("the clocks being changed moves no working hour", "[core][calendar]") {
    // New York: on Sunday 8 March 2026 02:00 becomes 03:00, on Sunday 1 November 2026 02:00 becomes 01:00.
    const TimeZone zone = zoneNamed("America/New_York");
    auto definition = plainDefinition();
    checkEnds(WorkCalendar(definition, zone, 1),
              {
                  {"2026-03-06T22:00Z", 4, "wh", "2026-03-09T15:00Z"}, // Fri 17:00 EST to Mon 11:00 EDT
                  {"2026-10-30T21:00Z", 4, "wh", "2026-11-02T16:00Z"}, // Fri 17:00 EDT to Mon 11:00 EST
                  {"2026-03-08T06:30Z", 1, "uh", "2026-03-08T07:30Z"}, // 01:30 EST to 03:30 EDT
                  {"2026-03-07T17:00Z", 1, "nd", "2026-03-08T17:00Z"}, // 24 hours: 12:00 EST to 13:00 EDT
              });
    definition.workingDayRule = WorkingDayRule::SameClock;
    checkEnds(WorkCalendar(definition, zone, 1), {{"2026-03-06T22:00Z", 1, "wd", "2026-03-09T21:00Z"}}); // 17:00 EDT
    definition.workingDayRule = WorkingDayRule::EndOfDay;
    checkEnds(WorkCalendar(definition, zone, 1), {{"2026-10-30T21:00Z", 1, "wd", "2026-11-02T23:00Z"}}); // 18:00 EST
}

TEST_CASE("night work on the day of the change counts as it was worked", "[core][calendar]") {
    const TimeZone zone = zoneNamed("America/New_York");
    CalendarDefinition definition;
    definition.plans.push_back({std::nullopt, std::nullopt, 0x40, {{0, 6 * 60}}}); // Sundays 00:00 to 06:00
    const WorkCalendar calendar(definition, zone, 1);
    const auto worked = [&](const char* from, const char* to) {
        return calendar.elapsed(moment(from, zone), moment(to, zone), LimitUnit::WorkingHour) / std::chrono::hours(1);
    };
    CHECK(worked("2026-03-01", "2026-03-02") == 6);
    CHECK(worked("2026-03-08", "2026-03-09") == 5); // an hour does not exist
    CHECK(worked("2026-11-01", "2026-11-02") == 7); // an hour comes twice
    CHECK(calendar.end(moment("2026-03-08T05:00Z"), {4, LimitUnit::WorkingHour}) ==
          moment("2026-03-08T09:00Z"));                       // 00:00 EST to 05:00 EDT
    definition.plans[0].spans = {{2 * 60 + 15, 2 * 60 + 45}}; // inside the hour that is skipped
    const WorkCalendar skipped(definition, zone, 1);
    CHECK(skipped.elapsed(moment("2026-03-08", zone), moment("2026-03-09", zone), LimitUnit::WorkingHour) ==
          seconds(0));
}

TEST_CASE("a limit that cannot end has no end", "[core][calendar]") {
    const Moment start = moment("2026-11-20 17:00");
    const Limit hour{1, LimitUnit::WorkingHour};
    CHECK_FALSE(WorkCalendar().end(start, hour));
    CHECK(WorkCalendar().end(start, {1, LimitUnit::UrgentHour}) == moment("2026-11-20 18:00"));
    CHECK_FALSE(WorkCalendar().end(start, {1, LimitUnit::WorkingDay}));

    auto ended = plainDefinition();
    ended.plans[0].to = day("2026-11-20");
    CHECK(WorkCalendar(ended, TimeZone(), 1).end(start, hour) == moment("2026-11-20 18:00"));
    CHECK_FALSE(WorkCalendar(ended, TimeZone(), 1).end(start, {2, LimitUnit::WorkingHour}));
    CHECK_FALSE(WorkCalendar(ended, TimeZone(), 1).end(moment("2026-11-20 18:00"), hour));

    auto farAhead = plainDefinition();
    farAhead.plans[0].from = day("2050-01-01");
    CHECK_FALSE(WorkCalendar(farAhead, TimeZone(), 1).end(start, hour));
    for (const auto rule : {WorkingDayRule::SameClock, WorkingDayRule::EndOfDay}) {
        CHECK_FALSE(withRule(farAhead, rule).end(start, {1, LimitUnit::WorkingDay}));
        CHECK_FALSE(withRule(ended, rule).end(start, {1, LimitUnit::WorkingDay}));
        CHECK_FALSE(withRule(plainDefinition(), rule).end(start, {1e7, LimitUnit::WorkingDay}));
    }

    const WorkCalendar calendar(plainDefinition(), TimeZone(), 1);
    CHECK_FALSE(calendar.end(moment("1900-01-05 09:00"), hour));
    CHECK_FALSE(calendar.end(moment("2150-01-05 09:00"), hour));
    for (const double value :
         {0.0, -1.0, 1e300, std::numeric_limits<double>::infinity(), std::numeric_limits<double>::quiet_NaN()})
        for (const auto unit : {LimitUnit::WorkingHour, LimitUnit::WorkingDay, LimitUnit::NaturalDay}) {
            CAPTURE(value, limitUnitKey(unit));
            CHECK_FALSE(calendar.end(start, {value, unit}));
        }
}

TEST_CASE("copies answer alike from several threads at once", "[core][calendar]") {
    const WorkCalendar calendar(autumnDefinition(), TimeZone(), 1);
    std::array<std::optional<Moment>, 4> ends;
    {
        std::vector<std::jthread> threads;
        for (auto& end : ends)
            threads.emplace_back([copy = calendar, &end] {
                end = copy.end(Moment(seconds(1790733600)), {40, LimitUnit::WorkingHour});
            });
    }
    for (const auto& end : ends)
        CHECK(end == moment("2026-10-13 10:00")); // from 2026-09-30 10:00 as above
}

TEST_CASE("units are known by their keys", "[core][calendar]") {
    for (const char* key : {"um", "uh", "wh", "wd", "ud", "nd"}) {
        CAPTURE(key);
        const auto unit = limitUnitFromKey(key);
        REQUIRE(unit.has_value());
        CHECK(limitUnitKey(*unit) == key);
    }
    CHECK_FALSE(limitUnitFromKey("h"));
    CHECK_FALSE(limitUnitFromKey(""));
}
