// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/cases/case_story.h"

using namespace gridwarden::core;
using namespace gridwarden::test;

TEST_CASE("states and lamps are known by stable keys", "[core][cases]") {
    const char* states[] = {"reported", "filed",     "handling",    "handled", "closed",
                            "rejected", "suspended", "transferred", "void"};
    int number = 0;
    for (const char* key : states) {
        ++number; // as stored
        CHECK(caseStateKey(static_cast<CaseState>(number)) == key);
        CHECK(caseStateFromKey(key) == static_cast<CaseState>(number));
    }
    CHECK(AllCaseStates.size() == 9);
    CHECK_FALSE(caseStateFromKey("open"));
    for (const char* key : {"none", "green", "yellow", "red", "grey"})
        CHECK(lampKey(lampFromKey(key).value()) == key);
    CHECK_FALSE(lampFromKey("blue"));
}

TEST_CASE("every state is open or closed or void", "[core][cases]") {
    for (const auto state :
         {CaseState::Reported, CaseState::Filed, CaseState::Handling, CaseState::Handled, CaseState::Suspended})
        CHECK(classOf(state) == CaseClass::Open);
    for (const auto state : {CaseState::Closed, CaseState::Rejected, CaseState::Transferred})
        CHECK(classOf(state) == CaseClass::Closed);
    CHECK(classOf(CaseState::Void) == CaseClass::Void);
}

TEST_CASE("the whole way of a case leaves its times and its handler", "[core][cases]") {
    CaseStory story;
    StepDetail handled;
    handled.quantity = 3;
    story.step(StepKind::Report, "2026-11-20 16:00")
        .step(StepKind::VerifyBefore, "2026-11-20 16:10", resulting(StepResult::Pass))
        .step(StepKind::File, "2026-11-20 16:20", with(workingHours(4)))
        .step(StepKind::Dispatch, "2026-11-20 17:00", toHandler())
        .step(StepKind::Handle, "2026-11-23 10:00", handled)
        .step(StepKind::CheckAfter, "2026-11-23 10:30", resulting(StepResult::Pass))
        .step(StepKind::Close, "2026-11-23 11:30");
    const DerivedCase derived = story.derived();
    CHECK(derived.state == CaseState::Closed);
    CHECK(derived.verified == StepResult::Pass);
    CHECK(story.text(derived.reported) == "2026-11-20 16:00");
    CHECK(story.text(derived.filed) == "2026-11-20 16:20");
    CHECK(story.text(derived.dispatched) == "2026-11-20 17:00");
    CHECK(story.text(derived.handled) == "2026-11-23 10:00");
    CHECK(story.text(derived.closed) == "2026-11-23 11:30");
    CHECK(story.text(derived.last) == "2026-11-23 11:30");
    CHECK(story.text(derived.due) == "2026-11-23 11:00"); // 4 wh: 1 h on Friday, 3 h on Monday
    CHECK(derived.limit == workingHours(4));
    CHECK(derived.handlerOrganisation == Squad);
    CHECK(derived.handlerPerson == Handler);
    CHECK(derived.handledQuantity == 3.0);
    CHECK(derived.category == CategoryId(11));
    CHECK(derived.place == GeoPoint{120.5, 28.5});
    CHECK_FALSE(derived.isForced);
    CHECK_FALSE(derived.closedBeforeReported);
    CHECK(derived.calendarVersion == 1);
}

TEST_CASE("a case settled on the spot is handled and closed at once", "[core][cases]") {
    StepDetail detail;
    detail.quantity = 32;
    CaseStory story;
    story.step(StepKind::Report, "2026-11-20 16:00").step(StepKind::SelfHandle, "2026-11-20 16:05", detail);
    const DerivedCase derived = story.derived();
    CHECK(derived.state == CaseState::Closed);
    CHECK(derived.isSelfHandled);
    CHECK(story.text(derived.handled) == "2026-11-20 16:05");
    CHECK(story.text(derived.closed) == "2026-11-20 16:05");
    CHECK(derived.handledQuantity == 32.0);
    CHECK_FALSE(derived.due);
}

TEST_CASE("a return takes the handler and the deadline away", "[core][cases]") {
    CaseStory story;
    story.dispatched("2026-11-16 09:00", workingHours(4)).step(StepKind::Return, "2026-11-16 10:00", noted("not ours"));
    DerivedCase derived = story.derived();
    CHECK(derived.state == CaseState::Filed);
    CHECK(derived.returns == 1);
    CHECK(derived.handlerOrganisation.isNull());
    CHECK(derived.handlerPerson.isNull());
    CHECK_FALSE(derived.dispatched);
    CHECK_FALSE(derived.due);
    CHECK_FALSE(derived.soon);
    CHECK(derived.limit == workingHours(4)); // remembered for the next dispatch
    story.step(StepKind::Dispatch, "2026-11-16 11:00", toHandler());
    CHECK(story.due() == "2026-11-16 17:00"); // 1 h to noon, 3 h from 14:00
}

TEST_CASE("a failed check leads to rework under the same deadline", "[core][cases]") {
    CaseStory story;
    StepDetail some;
    some.quantity = 2;
    story.dispatched("2026-11-16 09:00", workingHours(4))
        .step(StepKind::Handle, "2026-11-16 11:00", some)
        .step(StepKind::CheckAfter, "2026-11-16 11:30", resulting(StepResult::Fail));
    CHECK(story.derived().lastCheckFailed);
    CHECK(story.derived().state == CaseState::Handled);
    story.step(StepKind::CheckAfter, "2026-11-16 11:40", resulting(StepResult::Unable)); // found nothing out
    CHECK(story.derived().lastCheckFailed);
    story.step(StepKind::Rework, "2026-11-16 11:45");
    const DerivedCase derived = story.derived();
    CHECK(derived.state == CaseState::Handling);
    CHECK(derived.reworks == 1);
    CHECK_FALSE(derived.handled);
    CHECK_FALSE(derived.handledQuantity);
    CHECK_FALSE(derived.lastCheckFailed);
    CHECK(derived.handlerOrganisation == Squad);
    CHECK(story.due() == "2026-11-16 15:00"); // 3 h to noon and 1 h, as before
}

TEST_CASE("forced closing and transfer and rejection end a case", "[core][cases]") {
    CaseStory forced;
    forced.dispatched("2026-11-16 09:00", workingHours(4))
        .step(StepKind::ForceClose, "2026-11-16 10:00", noted("no such place"));
    CHECK(forced.derived().state == CaseState::Closed);
    CHECK(forced.derived().isForced);
    CHECK(forced.text(forced.derived().closed) == "2026-11-16 10:00");

    CaseStory transferred;
    transferred.step(StepKind::Report, "2026-11-16 09:00").step(StepKind::Transfer, "2026-11-16 10:00", toHandler());
    CHECK(transferred.derived().state == CaseState::Transferred);
    CHECK(transferred.text(transferred.derived().closed) == "2026-11-16 10:00");

    CaseStory rejected;
    rejected.step(StepKind::Report, "2026-11-16 09:00")
        .step(StepKind::Reject, "2026-11-16 10:00", noted("no condition met"));
    CHECK(rejected.derived().state == CaseState::Rejected);
    CHECK(rejected.text(rejected.derived().closed) == "2026-11-16 10:00");
}

TEST_CASE("a void case has no closing time", "[core][cases]") {
    CaseStory story;
    story.step(StepKind::Report, "2026-11-16 09:00")
        .step(StepKind::SelfHandle, "2026-11-16 09:30")
        .step(StepKind::Void, "2026-11-16 10:00", noted("entered twice"))
        .step(StepKind::Reopen, "2026-11-16 11:00"); // meets no transition
    CHECK(story.derived().state == CaseState::Void);
    CHECK_FALSE(story.derived().closed);
}

TEST_CASE("reopening starts a new round", "[core][cases]") {
    CaseStory story;
    story.dispatched("2026-11-16 09:00", workingHours(1))
        .step(StepKind::Handle, "2026-11-16 15:00")
        .step(StepKind::Close, "2026-11-16 16:00")
        .step(StepKind::Appeal, "2026-11-16 16:30", resulting(StepResult::Pass))
        .step(StepKind::Reopen, "2026-11-17 09:00");
    DerivedCase derived = story.derived();
    CHECK(derived.state == CaseState::Filed);
    CHECK(derived.isReopened);
    CHECK(derived.reworks == 1);
    CHECK(story.text(derived.filed) == "2026-11-16 09:00");
    CHECK_FALSE(derived.dispatched);
    CHECK_FALSE(derived.handled);
    CHECK_FALSE(derived.closed);
    CHECK_FALSE(derived.due);
    CHECK_FALSE(derived.appealGranted);
    CHECK(derived.handlerOrganisation.isNull());

    CaseStory rejected;
    rejected.step(StepKind::Report, "2026-11-16 09:00")
        .step(StepKind::Reject, "2026-11-16 10:00", noted("seen as none"))
        .step(StepKind::Reopen, "2026-11-16 11:00");
    CHECK(rejected.derived().state == CaseState::Filed);
    CHECK(rejected.text(rejected.derived().filed) == "2026-11-16 11:00"); // was never filed before

    CaseStory settled;
    settled.step(StepKind::Report, "2026-11-16 09:00")
        .step(StepKind::SelfHandle, "2026-11-16 10:00")
        .step(StepKind::Reopen, "2026-11-16 11:00");
    CHECK_FALSE(settled.derived().isSelfHandled);
}

TEST_CASE("a correction replaces what it gives", "[core][cases]") {
    StepDetail detail;
    detail.place = GeoPoint{121, 29};
    detail.address = "";
    CaseStory story;
    story.step(StepKind::Report, "2026-11-16 09:00").step(StepKind::Correct, "2026-11-16 10:00", detail);
    DerivedCase derived = story.derived();
    CHECK(derived.place == GeoPoint{121, 29});
    CHECK(derived.address == "");
    CHECK_FALSE(derived.description);
    CHECK(derived.category == CategoryId(11));
    StepDetail category;
    category.category = CategoryId(12);
    category.description = "two shops";
    derived = story.step(StepKind::Correct, "2026-11-16 11:00", category).derived();
    CHECK(derived.category == CategoryId(12));
    CHECK(derived.description == "two shops");
    CHECK(derived.place == GeoPoint{121, 29});
}

TEST_CASE("an appeal waits for its result", "[core][cases]") {
    CaseStory story;
    story.dispatched("2026-11-16 09:00", workingHours(1))
        .step(StepKind::Handle, "2026-11-16 15:00")
        .step(StepKind::Close, "2026-11-16 16:00");
    story.step(StepKind::Appeal, "2026-11-16 16:30");
    CHECK(story.derived().appealPending);
    CHECK_FALSE(story.derived().appealGranted);
    CaseStory granted = story;
    granted.step(StepKind::Appeal, "2026-11-17 09:00", resulting(StepResult::Pass));
    CHECK_FALSE(granted.derived().appealPending);
    CHECK(granted.derived().appealGranted);
    CaseStory refused = story;
    refused.step(StepKind::Appeal, "2026-11-17 09:00", resulting(StepResult::Fail));
    CHECK_FALSE(refused.derived().appealPending);
    CHECK_FALSE(refused.derived().appealGranted);
    CHECK(refused.derived().appealRefused);
}

TEST_CASE("a closed case keeps the calendar it was judged by", "[core][cases]") {
    CalendarDefinition later = plainDefinition();
    later.days[day("2026-11-23")] = {false, "holiday"}; // entered on Thursday 19 November at noon
    const CalendarHistory calendars({{1, moment("2020-01-01"), WorkCalendar(plainDefinition(), TimeZone(), 1)},
                                     {2, moment("2026-11-19 12:00"), WorkCalendar(later, TimeZone(), 2)}});
    // 40 wh from Mon 09:00: 7 h, then 8 h a day to Fri make 39, the last one on the next working day
    CaseStory open(calendars);
    open.dispatched("2026-11-16 09:00", workingHours(40));
    CHECK(open.due() == "2026-11-24 09:00"); // Monday 23 is off in the current version
    CHECK(open.derived().calendarVersion == 2);

    CaseStory closed(calendars);
    closed.dispatched("2026-11-16 09:00", workingHours(40))
        .step(StepKind::Handle, "2026-11-18 09:00")
        .step(StepKind::Close, "2026-11-18 10:00");
    CHECK(closed.due() == "2026-11-23 09:00");
    CHECK(closed.derived().calendarVersion == 1);
    closed.step(StepKind::Link, "2026-11-20 10:00");
    CHECK(closed.derived().calendarVersion == 1); // what follows the end does not judge it anew

    CaseStory enteredLater(calendars);
    enteredLater.dispatched("2026-11-16 09:00", workingHours(40))
        .step(StepKind::Handle, "2026-11-18 09:00")
        .step(StepKind::Close, "2026-11-18 10:00")
        .entered("2026-11-20 08:00");
    CHECK(enteredLater.derived().calendarVersion == 2);

    closed.step(StepKind::Reopen, "2026-11-20 11:00");
    CHECK(closed.derived().calendarVersion == 2); // open again
}
