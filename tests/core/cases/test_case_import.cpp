// SPDX-License-Identifier: GPL-3.0-or-later
// Cases taken over with the times their source gave. 16 November 2026 is a Monday.
#include "tests/core/cases/case_story.h"

using namespace gridwarden::core;
using namespace gridwarden::test;

namespace {

struct Times {
    std::string_view filed = {}, dispatched = {}, handled = {}, closed = {}, due = {};
};

StepDetail imported(const Times& times, std::optional<Limit> limit = {}, std::string closedAs = {}) {
    const auto given = [](std::string_view text) { return text.empty() ? std::nullopt : std::optional(moment(text)); };
    StepDetail detail;
    detail.filed = given(times.filed);
    detail.dispatched = given(times.dispatched);
    detail.handled = given(times.handled);
    detail.closed = given(times.closed);
    detail.due = given(times.due);
    detail.limit = limit;
    detail.closedAs = std::move(closedAs);
    return detail;
}

CaseStory importedStory(const StepDetail& detail) {
    CaseStory story;
    return story.step(StepKind::Import, "2026-11-16 08:00", detail).entered("2026-11-30 12:00");
}

constexpr Times Whole{"2026-11-16 08:10", "2026-11-16 08:20", "2026-11-17 09:00", "2026-11-17 10:00", {}};

} // namespace

TEST_CASE("the furthest time of an import makes the state", "[core][cases]") {
    CHECK(importedStory({}).derived().state == CaseState::Reported);
    CHECK(importedStory(imported({.filed = "2026-11-16 09:00"})).derived().state == CaseState::Filed);
    CHECK(importedStory(imported({.dispatched = "2026-11-16 09:00"})).derived().state == CaseState::Handling);
    CHECK(importedStory(imported({.filed = "2026-11-16 09:00", .handled = "2026-11-16 10:00"})).derived().state ==
          CaseState::Handled);
    const CaseStory story = importedStory(imported(Whole));
    const DerivedCase derived = story.derived();
    CHECK(derived.state == CaseState::Closed);
    CHECK(story.text(derived.reported) == "2026-11-16 08:00");
    CHECK(story.text(derived.filed) == "2026-11-16 08:10");
    CHECK(story.text(derived.dispatched) == "2026-11-16 08:20");
    CHECK(story.text(derived.handled) == "2026-11-17 09:00");
    CHECK(story.text(derived.closed) == "2026-11-17 10:00");
    CHECK(story.text(derived.last) == "2026-11-17 10:00");
    CHECK_FALSE(derived.due);
}

TEST_CASE("an imported end may be another than closing", "[core][cases]") {
    const auto ending = [](const char* closedAs) { return importedStory(imported(Whole, {}, closedAs)).derived(); };
    CHECK(ending("rejected").state == CaseState::Rejected);
    CHECK(ending("transferred").state == CaseState::Transferred);
    CHECK(ending("forced").state == CaseState::Closed);
    CHECK(ending("forced").isForced);
    CHECK_FALSE(ending("").isForced);
    CHECK(ending("void").state == CaseState::Void);
    CHECK_FALSE(ending("void").closed);
    CHECK(importedStory(imported({}, {}, "rejected")).derived().state == CaseState::Rejected); // without a time
}

TEST_CASE("an import brings its handler", "[core][cases]") {
    StepDetail detail = imported({.dispatched = "2026-11-16 09:00"});
    detail.organisation = Squad;
    CHECK(importedStory(detail).derived().handlerOrganisation == Squad);
}

TEST_CASE("the deadline of an import is the one given or computed from dispatch or report", "[core][cases]") {
    const CaseStory given =
        importedStory(imported({.dispatched = "2026-11-16 09:00", .due = "2026-11-17 09:00"}, workingHours(4)));
    CHECK(given.due() == "2026-11-17 09:00");
    CHECK(given.soon() == "2026-11-16 17:24"); // 8 wh from the dispatch: 6.4 h are 3 h + 3 h 24 min
    const CaseStory plain = importedStory(imported({.due = "2026-11-26 08:00"}));
    CHECK(plain.soon() == "2026-11-24 08:00"); // eight of ten days of plain time
    CHECK(importedStory(imported({.dispatched = "2026-11-20 17:00"}, workingHours(4))).due() == "2026-11-23 11:00");
    CHECK(importedStory(imported({.filed = "2026-11-16 09:30"}, workingHours(5))).due() ==
          "2026-11-16 15:00"); // from 8:00: 4 h + 1 h
    const CaseStory backwards = importedStory(imported({.due = "2026-11-10 08:00"}));
    CHECK(backwards.due() == "2026-11-10 08:00");
    CHECK(backwards.soon() == backwards.due());
}

TEST_CASE("an imported deadline stays until a dispatch", "[core][cases]") {
    CaseStory story = importedStory(imported({.filed = "2026-11-16 09:00", .due = "2026-11-20 18:00"}));
    story.step(StepKind::Correct, "2026-11-16 10:00", [] {
        StepDetail detail = with(workingHours(1));
        detail.category = CategoryId(12);
        return detail;
    }());
    CHECK(story.due() == "2026-11-20 18:00");
    CaseStory dispatched = story;
    dispatched.step(StepKind::Dispatch, "2026-11-17 08:00", toHandler(workingHours(2)));
    CHECK(dispatched.due() == "2026-11-17 10:00");
    CaseStory returned = dispatched;
    returned.step(StepKind::Return, "2026-11-17 09:00", noted("not ours"));
    CHECK(returned.due() == "none");

    CaseStory unlimited = importedStory(imported({.filed = "2026-11-16 09:00", .due = "2026-11-20 18:00"}));
    unlimited.step(StepKind::Dispatch, "2026-11-17 08:00", toHandler());
    CHECK(unlimited.due() == "2026-11-20 18:00"); // the dispatch sets none
}

TEST_CASE("an imported deadline can be extended and suspended", "[core][cases]") {
    CaseStory story =
        importedStory(imported({.dispatched = "2026-11-16 09:00", .due = "2026-11-17 09:00"}, workingHours(8)));
    CaseStory extended = story;
    extended.step(StepKind::Extend, "2026-11-16 10:00");
    CHECK(extended.due() == "2026-11-18 09:00"); // Tue 9-12 and 14-18 are 7 h, Wed 1 h
    story.suspended("2026-11-16 15:00", "2026-11-23 10:00");
    CHECK(story.due() == "2026-11-23 16:00"); // 4 h left
}

TEST_CASE("a case closed before it was reported is accepted and noted", "[core][cases]") {
    CHECK(importedStory(imported({.closed = "2026-11-15 08:00"})).derived().closedBeforeReported);
    CHECK(importedStory(imported({.closed = "2026-11-15 08:00"})).derived().state == CaseState::Closed);
    CHECK_FALSE(importedStory(imported({.closed = "2026-11-16 08:00"})).derived().closedBeforeReported);
}

TEST_CASE("a time still to come in an import does not block the case", "[core][cases]") {
    const CaseStory story = importedStory(imported({.handled = "2099-01-01"}));
    CHECK(story.text(story.derived().last) == "2026-11-30 12:00"); // when it was entered
    CHECK(story.reason(StepKind::Close, "2026-12-01 09:00").empty());
}

TEST_CASE("a later import brings the case up to date", "[core][cases]") {
    CaseStory story = importedStory(imported({.filed = "2026-11-16 08:10"}, workingHours(4)));
    story.step(StepKind::Import, "2026-11-18 09:00", imported({.dispatched = "2026-11-16 14:00"}, workingHours(4)));
    CHECK(story.derived().state == CaseState::Handling);
    CHECK(story.text(story.derived().filed) == "2026-11-16 08:10"); // not given again, so it stays
    CHECK(story.due() == "2026-11-16 18:00");                       // now from the dispatch
    story.step(StepKind::Import, "2026-11-19 09:00", imported(Whole, workingHours(4)));
    CHECK(story.derived().state == CaseState::Closed);
    CHECK(story.text(story.derived().closed) == "2026-11-17 10:00");
    CHECK(story.text(story.derived().dispatched) == "2026-11-16 08:20");
    CHECK(story.due() == "2026-11-16 14:20"); // 3 h 40 min to noon, 20 min
    story.step(StepKind::Import, "2026-11-20 09:00", imported({}));
    CHECK(story.derived().state == CaseState::Closed); // nothing said
    StepDetail moved = imported({.dispatched = "2026-11-19 08:00"});
    moved.place = GeoPoint{121, 29};
    story.step(StepKind::Import, "2026-11-21 09:00", moved);
    CHECK(story.derived().state == CaseState::Handling); // taken up again by the source
    CHECK_FALSE(story.derived().closed);
    CHECK_FALSE(story.derived().handled);
    CHECK(story.derived().place == GeoPoint{121, 29});
    CHECK(story.due() == "2026-11-19 12:00");
}

TEST_CASE("a stale import does not undo what was done here", "[core][cases]") {
    CaseStory story = importedStory(imported({.filed = "2026-11-16 08:10"}, workingHours(4)));
    story.step(StepKind::Dispatch, "2026-11-17 09:00", toHandler(workingHours(8)));
    const DerivedCase before = story.derived();
    for (const char* again :
         {"2026-11-18 09:00", "2026-11-19 09:00"}) { // the source still knows no more than the filing
        story.step(StepKind::Import, again, imported({.filed = "2026-11-16 08:10"}, workingHours(4)));
        DerivedCase after = story.derived();
        CHECK(story.text(after.last) == again);
        after.last = before.last;
        CHECK(after == before);
    }
    story.step(StepKind::Import, "2026-11-20 09:00",
               imported({.filed = "2026-11-16 08:10", .closed = "2026-11-19 18:00"}));
    CHECK(story.derived().state == CaseState::Closed); // newer than the dispatch
    CHECK(story.due() == "2026-11-18 09:00");          // of the dispatch here: Tue 7 h, Wed 1 h

    CaseStory withDue = importedStory(imported({.filed = "2026-11-16 08:10"}, workingHours(4)));
    withDue.step(StepKind::Dispatch, "2026-11-17 09:00", toHandler(workingHours(8)));
    withDue.step(StepKind::Import, "2026-11-18 09:00",
                 imported({.filed = "2026-11-16 08:10", .due = "2026-11-25 18:00"}));
    CHECK(withDue.derived().state == CaseState::Handling);
    CHECK(withDue.due() == "2026-11-25 18:00"); // a deadline that is given counts
}

TEST_CASE("an import ends a suspension it overrides", "[core][cases]") {
    CaseStory story = importedStory(imported({.dispatched = "2026-11-16 09:00"}, workingHours(8)));
    story.suspended("2026-11-16 15:00", "2026-12-16 10:00");
    story.step(StepKind::Import, "2026-11-20 09:00", imported({.handled = "2026-11-18 10:00"}));
    CHECK(story.derived().state == CaseState::Handled);
    CHECK_FALSE(story.derived().suspendedUntil);
    CHECK(story.due() == "2026-11-18 16:00"); // 4 h left from Wed 10:00: 2 h + 2 h
}

TEST_CASE("what was voided here stays void and what the source voided can come back", "[core][cases]") {
    CaseStory here = importedStory(imported({.dispatched = "2026-11-16 09:00"}));
    here.step(StepKind::Void, "2026-11-17 09:00", noted("entered twice"));
    here.step(StepKind::Import, "2026-11-18 09:00", imported({.closed = "2026-11-17 18:00"}));
    CHECK(here.derived().state == CaseState::Void);

    CaseStory there = importedStory(imported(Whole, {}, "void"));
    there.step(StepKind::Import, "2026-11-18 09:00", imported({.dispatched = "2026-11-17 18:00"}));
    CHECK(there.derived().state == CaseState::Handling);
}

TEST_CASE("an end that an import brings leaves nothing to hurry, and another handling drops how the one here was done", "[core][cases]") {
    CaseStory story = importedStory(imported({.filed = "2026-11-16 08:10"}, workingHours(4)));
    StepDetail handled;
    handled.quantity = 3;
    handled.method = "advice";
    StepDetail urged = noted("催办");
    urged.urging = "leader";
    story.step(StepKind::Dispatch, "2026-11-17 09:00", toHandler()).step(StepKind::Handle, "2026-11-17 10:00", handled).step(StepKind::Urge, "2026-11-17 10:30", urged);
    REQUIRE(story.derived().urgePending);
    REQUIRE(story.derived().method == "advice");
    SECTION("closed there") {
        story.step(StepKind::Import, "2026-11-18 09:00", imported({.closed = "2026-11-18 08:00"}));
        REQUIRE(story.derived().state == CaseState::Closed);
        CHECK_FALSE(story.derived().urgePending);
        CHECK(story.derived().method == "advice"); // the handling here still stands
        CHECK(story.derived().handledQuantity == 3.0);
    }
    SECTION("taken up again there") {
        story.step(StepKind::Import, "2026-11-18 09:00", imported({.dispatched = "2026-11-18 08:00"}));
        REQUIRE(story.derived().state == CaseState::Handling);
        CHECK(story.derived().urgePending);
        CHECK(story.derived().method.empty());
        CHECK_FALSE(story.derived().handledQuantity);
    }
    SECTION("handled there as well") {
        story.step(StepKind::Import, "2026-11-18 09:00", imported({.handled = "2026-11-18 08:00"}));
        REQUIRE(story.text(story.derived().handled) == "2026-11-18 08:00");
        CHECK(story.derived().urgePending);
        CHECK(story.derived().method.empty());
        CHECK_FALSE(story.derived().handledQuantity);
    }
}
