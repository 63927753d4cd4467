// SPDX-License-Identifier: GPL-3.0-or-later
// Deadlines through dispatch, extension, suspension and correction, computed by hand.
// 16 November 2026 is a Monday; work is from 8 to 12 and from 14 to 18.
#include "tests/core/cases/case_story.h"

using namespace gridwarden::core;
using namespace gridwarden::test;

namespace {

CalendarHistory withRule(WorkingDayRule rule) {
    CalendarDefinition definition = autumnDefinition();
    definition.workingDayRule = rule;
    return historyOf(definition);
}

} // namespace

TEST_CASE("the deadline runs from dispatch and 80 % of it is soon", "[core][cases]") {
    CaseStory story;
    story.dispatched("2026-11-20 17:00", workingHours(4));
    CHECK(story.due() == "2026-11-23 11:00");  // Fri 1 h, Mon 3 h
    CHECK(story.soon() == "2026-11-23 10:12"); // 3 h 12 min: Fri 1 h, Mon 2 h 12 min

    CaseStory urgent;
    urgent.dispatched("2026-11-20 17:00", urgentHours(2));
    CHECK(urgent.due() == "2026-11-20 19:00");
    CHECK(urgent.soon() == "2026-11-20 18:36"); // 96 min

    CaseStory overHolidays;
    overHolidays.dispatched("2026-09-30 17:00", workingDays(2));
    CHECK(overHolidays.due() == "2026-10-09 17:00");  // Wed 1 h, Thu 8 Oct 8 h, Fri 9 Oct 7 h
    CHECK(overHolidays.soon() == "2026-10-09 11:48"); // 12.8 h: 1 h + 8 h + 3 h 48 min

    CaseStory overNewYear;
    overNewYear.dispatched("2026-12-31 15:00", workingDays(1));
    CHECK(overNewYear.due() == "2027-01-04 15:00"); // Thu 3 h, Friday off, weekend, Mon 4 h + 1 h
}

TEST_CASE("before dispatch there is no deadline and without a limit there is never one", "[core][cases]") {
    CaseStory story;
    story.step(StepKind::Report, "2026-11-16 08:00", with(workingHours(2)))
        .step(StepKind::File, "2026-11-16 08:10", with(workingHours(4)));
    CHECK(story.due() == "none");
    CHECK(story.derived().limit == workingHours(4)); // of the condition chosen at filing
    story.step(StepKind::Dispatch, "2026-11-16 09:00", toHandler(workingHours(1)));
    CHECK(story.derived().limit == workingHours(1));
    CHECK(story.due() == "2026-11-16 10:00");

    CaseStory unlimited;
    unlimited.dispatched("2026-11-16 09:00", std::nullopt);
    CHECK(unlimited.due() == "none");
    CHECK(unlimited.soon() == "none");

    CaseStory remembered;
    remembered.step(StepKind::Report, "2026-11-16 08:00", with(workingHours(2)))
        .step(StepKind::File, "2026-11-16 08:10")
        .step(StepKind::Dispatch, "2026-11-16 09:00", toHandler());
    CHECK(remembered.due() == "2026-11-16 11:00"); // the limit known since the report
}

TEST_CASE("under other rules of working days 80 % is of the working time up to the deadline", "[core][cases]") {
    CaseStory endOfDay(withRule(WorkingDayRule::EndOfDay));
    endOfDay.dispatched("2026-11-20 10:00", workingDays(1));
    CHECK(endOfDay.due() == "2026-11-23 18:00");
    CHECK(endOfDay.soon() == "2026-11-23 15:12"); // 14 h: 11.2 h are 6 h on Fri, 4 h and 1 h 12 min on Mon

    CaseStory sameClock(withRule(WorkingDayRule::SameClock));
    sameClock.dispatched("2026-11-20 10:00", workingDays(1));
    CHECK(sameClock.due() == "2026-11-23 10:00");
    CHECK(sameClock.soon() == "2026-11-23 08:24"); // 8 h: 6.4 h are 6 h on Fri and 24 min on Mon
}

TEST_CASE("an extension adds one more limit to the deadline", "[core][cases]") {
    CaseStory story;
    story.dispatched("2026-11-16 09:00", workingHours(4));
    CHECK(story.due() == "2026-11-16 15:00"); // 3 h + 1 h
    story.step(StepKind::Extend, "2026-11-16 14:00");
    CHECK(story.due() == "2026-11-17 09:00");  // 3 h to 18:00, 1 h on Tue
    CHECK(story.soon() == "2026-11-16 17:24"); // 80 % of 8 h: 3 h + 3 h 24 min
    CHECK(story.derived().extensions == 1);
    story.step(StepKind::Extend, "2026-11-16 16:00");
    CHECK(story.due() == "2026-11-17 15:00");  // 3 h to noon, 1 h
    CHECK(story.soon() == "2026-11-17 10:36"); // 80 % of 12 h are 9.6 h: 7 h on Mon, 2 h 36 min on Tue
    CHECK(story.derived().extensions == 2);

    CaseStory given;
    given.dispatched("2026-11-16 09:00", workingHours(4)).extended("2026-11-16 10:00", "2026-11-17 12:00");
    CHECK(given.due() == "2026-11-17 12:00");
    CHECK(given.soon() == "2026-11-17 09:48"); // 11 h: 8.8 h are 7 h on Mon and 1 h 48 min

    CaseStory byDays(withRule(WorkingDayRule::EndOfDay));
    byDays.dispatched("2026-11-20 10:00", workingDays(1)).step(StepKind::Extend, "2026-11-20 15:00");
    CHECK(byDays.due() == "2026-11-24 18:00");  // one more day after Mon 18:00
    CHECK(byDays.soon() == "2026-11-24 11:36"); // 22 h: 17.6 h are 6 h + 8 h + 3 h 36 min

    CaseStory unlimited;
    unlimited.dispatched("2026-11-16 09:00", std::nullopt).extended("2026-11-16 10:00", "2026-11-21 09:00");
    CHECK(unlimited.due() == "2026-11-21 09:00");
    CHECK(unlimited.soon() == "2026-11-20 09:00"); // four of five days of plain time
}

TEST_CASE("a suspension stops the clock until its end", "[core][cases]") {
    CaseStory story;
    story.dispatched("2026-11-16 09:00", workingHours(8));
    CHECK(story.due() == "2026-11-17 09:00");  // 7 h + 1 h
    CHECK(story.soon() == "2026-11-16 17:24"); // 6.4 h: 3 h + 3 h 24 min
    story.suspended("2026-11-16 15:00", "2026-11-23 10:00");
    DerivedCase derived = story.derived();
    CHECK(derived.state == CaseState::Suspended);
    CHECK(derived.resumed == CaseState::Handling);
    CHECK(story.text(derived.suspendedUntil) == "2026-11-23 10:00");
    CHECK(derived.suspensions == 1);
    CHECK(story.due() == "2026-11-23 16:00");  // 4 h were used; of the 4 h left 2 h to noon, 2 h from 14:00
    CHECK(story.soon() == "2026-11-23 14:24"); // 2 h 24 min left: 2 h, 24 min
    CHECK(stateAt(derived.state, derived.resumed, derived.suspendedUntil, moment("2026-11-23 09:59")) ==
          CaseState::Suspended);
    CHECK(stateAt(derived.state, derived.resumed, derived.suspendedUntil, moment("2026-11-23 10:00")) ==
          CaseState::Handling);

    SECTION("it ends by itself") {
        CHECK_FALSE(story.whyNot(StepKind::Handle, "2026-11-23 10:00"));
        CHECK(story.reason(StepKind::Handle, "2026-11-23 09:59") == "step-needs-state");
        CHECK(story.reason(StepKind::Resume, "2026-11-23 10:00") == "step-needs-state");
        derived = story.step(StepKind::Handle, "2026-11-23 11:00").derived();
        CHECK(derived.state == CaseState::Handled);
        CHECK_FALSE(derived.suspendedUntil);
        CHECK(story.due() == "2026-11-23 16:00");
    }
    SECTION("an earlier resumption lets the clock run on from there") {
        derived = story.step(StepKind::Resume, "2026-11-18 09:00").derived();
        CHECK(derived.state == CaseState::Handling);
        CHECK_FALSE(derived.suspendedUntil);
        CHECK(story.due() == "2026-11-18 15:00");  // 4 h: 3 h to noon, 1 h
        CHECK(story.soon() == "2026-11-18 11:24"); // 2 h 24 min
    }
    SECTION("forced closing ends it") {
        derived = story.step(StepKind::ForceClose, "2026-11-18 09:00", noted("gone")).derived();
        CHECK(derived.state == CaseState::Closed);
        CHECK_FALSE(derived.suspendedUntil);
    }
}

TEST_CASE("suspensions respect the clock of the unit", "[core][cases]") {
    CaseStory urgent;
    urgent.dispatched("2026-11-20 17:00", urgentHours(24)).suspended("2026-11-20 20:00", "2026-11-23 08:00");
    CHECK(urgent.due() == "2026-11-24 05:00"); // 3 h used, 21 h from Mon 8:00

    CaseStory overWeekend;
    overWeekend.dispatched("2026-11-16 09:00", workingHours(8)).suspended("2026-11-16 15:00", "2026-11-21 12:00");
    CHECK(overWeekend.due() == "2026-11-23 12:00"); // until Saturday; the 4 h left fill Monday morning

    CaseStory soonPassed;
    soonPassed.dispatched("2026-11-16 09:00", workingHours(8)).suspended("2026-11-17 08:30", "2026-11-18 08:00");
    CHECK(soonPassed.soon() == "2026-11-16 17:24"); // was before the suspension and stays
    CHECK(soonPassed.due() == "2026-11-18 08:30");  // half an hour left

    CaseStory filed;
    filed.step(StepKind::Report, "2026-11-16 08:00").step(StepKind::File, "2026-11-16 08:10", with(workingHours(4)));
    filed.suspended("2026-11-16 09:00", "2026-11-18 09:00");
    CHECK(filed.derived().resumed == CaseState::Filed);
    CHECK(filed.due() == "none");
    filed.step(StepKind::Dispatch, "2026-11-18 09:00", toHandler());
    CHECK(filed.due() == "2026-11-18 15:00"); // the suspension before it does not count
}

TEST_CASE("an extension after a suspension leaves its time out", "[core][cases]") {
    CaseStory story;
    story.dispatched("2026-11-16 09:00", workingHours(4)).suspended("2026-11-16 10:00", "2026-11-17 08:00");
    CHECK(story.due() == "2026-11-17 11:00"); // 1 h used, 3 h left
    story.step(StepKind::Extend, "2026-11-17 10:00");
    CHECK(story.due() == "2026-11-17 17:00");  // 1 h to noon, 3 h
    CHECK(story.soon() == "2026-11-17 15:24"); // 8 h ran: 6.4 h are 1 h on Mon, 4 h and 1 h 24 min on Tue

    CaseStory other; // the other way round
    other.dispatched("2026-11-16 09:00", workingHours(4)).step(StepKind::Extend, "2026-11-16 10:00"); // until Tue 09:00
    other.suspended("2026-11-16 11:00", "2026-11-19 08:00");
    CHECK(other.due() == "2026-11-19 16:00");  // 2 h of 8 h used; 6 h: 4 h + 2 h
    CHECK(other.soon() == "2026-11-19 14:24"); // 4.4 h left: 4 h + 24 min
}

TEST_CASE("a corrected limit counts from the dispatch", "[core][cases]") {
    StepDetail correction = with(workingHours(8));
    correction.category = CategoryId(12);
    CaseStory story;
    story.dispatched("2026-11-16 09:00", workingHours(4))
        .step(StepKind::Extend, "2026-11-16 10:00")
        .step(StepKind::Correct, "2026-11-16 11:00", correction);
    CHECK(story.due() == "2026-11-17 09:00"); // 7 h + 1 h, the extension given up
    CHECK(story.derived().limit == workingHours(8));

    CaseStory suspended;
    suspended.dispatched("2026-11-16 09:00", workingHours(4))
        .suspended("2026-11-16 10:00", "2026-11-18 08:00")
        .step(StepKind::Correct, "2026-11-17 09:00", correction);
    CHECK(suspended.due() == "2026-11-18 17:00"); // 1 h used, 7 h from Wed 8:00: 4 h + 3 h
    suspended.step(StepKind::Resume, "2026-11-17 10:00");
    CHECK(suspended.due() == "2026-11-18 09:00"); // 7 h from Tue 10:00: 2 h + 4 h, 1 h on Wed

    StepDetail withoutLimit;
    withoutLimit.category = CategoryId(12);
    CaseStory same;
    same.dispatched("2026-11-16 09:00", workingHours(4)).step(StepKind::Correct, "2026-11-16 11:00", withoutLimit);
    CHECK(same.due() == "2026-11-16 15:00");

    CaseStory before;
    before.step(StepKind::Report, "2026-11-16 08:00").step(StepKind::Correct, "2026-11-16 09:00", correction);
    CHECK(before.due() == "none");
    before.step(StepKind::File, "2026-11-16 10:00").step(StepKind::Dispatch, "2026-11-16 10:00", toHandler());
    CHECK(before.due() == "2026-11-17 10:00"); // 2 h + 4 h, 2 h on Tue
}

TEST_CASE("deadlines hold where clocks are changed", "[core][cases]") {
    // New York: on Sunday 8 March 2026 an hour is skipped.
    CaseStory working(historyOf(plainDefinition(), zoneNamed("America/New_York")));
    working.dispatched("2026-03-06 17:00", workingHours(4));
    CHECK(working.due() == "2026-03-09 11:00");
    CHECK(working.derived().due == moment("2026-03-09T15:00Z"));

    CaseStory urgent(historyOf(plainDefinition(), zoneNamed("America/New_York")));
    urgent.dispatched("2026-03-07 12:00", urgentHours(24));
    CHECK(urgent.due() == "2026-03-08 13:00");
    urgent.suspended("2026-03-07 18:00", "2026-03-09 06:00");
    CHECK(urgent.due() == "2026-03-10 00:00"); // 6 h used, 18 h from Monday 6:00
}

TEST_CASE("handing a case over to somebody else lets the clock run on", "[core][cases]") {
    CaseStory story;
    story.dispatched("2026-11-16 09:00", workingHours(4)); // due 15:00
    const std::string before = story.due();
    StepDetail other;
    other.person = PersonId(9);
    story.step(StepKind::Dispatch, "2026-11-16 11:00", other);
    CHECK(story.due() == before);
    CHECK(story.derived().handlerPerson == PersonId(9));
    CHECK(story.derived().handlerOrganisation.isNull());
    CHECK(story.derived().dispatched == story.time("2026-11-16 09:00"));
}
