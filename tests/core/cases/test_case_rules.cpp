// SPDX-License-Identifier: GPL-3.0-or-later
// Why a step is refused. 16 November 2026 is a Monday; work is from 8 to 12 and from 14 to 18.
#include "tests/core/cases/case_story.h"

#include <limits>

using namespace gridwarden::core;
using namespace gridwarden::test;

namespace {

CaseStory handling(std::optional<Limit> limit = workingHours(4)) { // due 15:00
    CaseStory story;
    return story.dispatched("2026-11-16 09:00", limit);
}

StepDetail until(const CaseStory& story, std::string_view time) {
    StepDetail detail;
    detail.until = story.time(time);
    return detail;
}

} // namespace

TEST_CASE("a step cannot lie before the last one", "[core][cases]") {
    const CaseStory story = handling();
    CHECK(story.whyNot(StepKind::Handle, "2026-11-16 08:59") == Message{"step-before-last", {"2026-11-16T01:00:00Z"}});
    CHECK_FALSE(story.whyNot(StepKind::Handle, "2026-11-16 09:00"));
}

TEST_CASE("dispatch and transfer need a receiver", "[core][cases]") {
    CaseStory story;
    story.step(StepKind::Report, "2026-11-16 08:00").step(StepKind::File, "2026-11-16 08:10");
    StepDetail person;
    person.person = Handler;
    for (const auto kind : {StepKind::Dispatch, StepKind::Transfer}) {
        CHECK(story.reason(kind, "2026-11-16 09:00") == "step-needs-receiver");
        CHECK(story.reason(kind, "2026-11-16 09:00", person).empty());
        CHECK(story.reason(kind, "2026-11-16 09:00", toHandler()).empty());
    }
}

TEST_CASE("verification and check need a result", "[core][cases]") {
    CaseStory story;
    story.step(StepKind::Report, "2026-11-16 08:00");
    CHECK(story.reason(StepKind::VerifyBefore, "2026-11-16 08:10") == "step-needs-result");
    for (const auto result : {StepResult::Pass, StepResult::Fail, StepResult::Unable})
        CHECK(story.reason(StepKind::VerifyBefore, "2026-11-16 08:10", resulting(result)).empty());
    CaseStory handled = handling();
    handled.step(StepKind::Handle, "2026-11-16 10:00");
    CHECK(handled.reason(StepKind::CheckAfter, "2026-11-16 11:00") == "step-needs-result");
}

TEST_CASE("return and rejection and forced closing and voiding need their reason", "[core][cases]") {
    CaseStory reported;
    reported.step(StepKind::Report, "2026-11-16 08:00");
    for (const auto kind : {StepKind::Return, StepKind::Reject, StepKind::ForceClose, StepKind::Void}) {
        const CaseStory story = kind == StepKind::Reject ? reported : handling();
        CAPTURE(stepKindKey(kind));
        CHECK(story.reason(kind, "2026-11-16 10:00") == "step-needs-note");
        CHECK(story.reason(kind, "2026-11-16 10:00", noted(" \t　")) == "step-needs-note");
        CHECK(story.reason(kind, "2026-11-16 10:00", noted("理由")).empty());
    }
}

TEST_CASE("an extension is asked before the limit ends and twice at most", "[core][cases]") {
    CaseStory story = handling();
    CHECK(story.reason(StepKind::Extend, "2026-11-16 15:00").empty());
    CHECK(story.reason(StepKind::Extend, "2026-11-16 15:01") == "step-extension-late");
    CHECK(whyNot(StepKind::Extend, story.derived(), story.time("2026-11-16 15:01")) ==
          Message{"step-extension-late", {}});
    CHECK(story.reason(StepKind::Extend, "2026-11-16 10:00", until(story, "2026-11-16 15:00")) ==
          "step-until-not-later");
    CHECK(story.reason(StepKind::Extend, "2026-11-16 10:00", until(story, "2026-11-16 09:30")) == "step-until-past");
    CHECK(story.reason(StepKind::Extend, "2026-11-16 10:00", until(story, "2026-11-16 15:01")).empty());
    story.step(StepKind::Extend, "2026-11-16 10:00");
    CHECK(story.reason(StepKind::Extend, "2026-11-16 11:00").empty());
    story.step(StepKind::Extend, "2026-11-16 11:00");
    CHECK(story.reason(StepKind::Extend, "2026-11-16 11:30") == "step-extension-limit-reached");

    const CaseStory unlimited = handling(std::nullopt);
    CHECK(unlimited.reason(StepKind::Extend, "2026-11-16 10:00") == "step-needs-until");
    CHECK(unlimited.reason(StepKind::Extend, "2026-11-16 10:00", until(unlimited, "2026-11-17 09:00")).empty());
}

TEST_CASE("a suspension is asked before the limit ends and has an end within a year", "[core][cases]") {
    CaseStory story = handling();
    CHECK(story.reason(StepKind::Suspend, "2026-11-16 10:00") == "step-needs-until");
    CHECK(story.reason(StepKind::Suspend, "2026-11-16 10:00", until(story, "2026-11-16 10:00")) == "step-until-past");
    CHECK(story.reason(StepKind::Suspend, "2026-11-16 10:00", until(story, "2027-11-16 10:00")).empty());
    CHECK(story.reason(StepKind::Suspend, "2026-11-16 10:00", until(story, "2027-11-16 10:01")) ==
          "step-suspend-too-long");
    CHECK(story.reason(StepKind::Suspend, "2026-11-16 15:00", until(story, "2026-12-01")).empty());
    CHECK(story.reason(StepKind::Suspend, "2026-11-16 15:01", until(story, "2026-12-01")) == "step-suspend-late");

    const CaseStory unlimited = handling(std::nullopt);
    CHECK(unlimited.reason(StepKind::Suspend, "2028-02-29 10:00", until(unlimited, "2029-02-28 10:00")).empty());
    CHECK(unlimited.reason(StepKind::Suspend, "2028-02-29 10:00", until(unlimited, "2029-02-28 10:01")) ==
          "step-suspend-too-long");

    story.suspended("2026-11-16 10:00", "2026-11-18 10:00").step(StepKind::Resume, "2026-11-17 09:00");
    CHECK(story.reason(StepKind::Suspend, "2026-11-17 10:00", until(story, "2026-12-01")) == "step-suspended-once");
}

TEST_CASE("a suspension that has run out needs no resumption", "[core][cases]") {
    CaseStory story = handling();
    story.suspended("2026-11-16 10:00", "2026-11-18 10:00");
    CHECK(story.whyNot(StepKind::Handle, "2026-11-17 09:00") == Message{"step-needs-state", {"handle", "suspended"}});
    CHECK_FALSE(story.whyNot(StepKind::Resume, "2026-11-17 09:00"));
    CHECK(story.whyNot(StepKind::Resume, "2026-11-18 10:00") == Message{"step-needs-state", {"resume", "handling"}});
    CHECK_FALSE(story.whyNot(StepKind::Handle, "2026-11-18 10:00"));
}

TEST_CASE("an appeal is for late cases and made once", "[core][cases]") {
    CaseStory inTime = handling();
    inTime.step(StepKind::Handle, "2026-11-16 14:00")
        .step(StepKind::Close, "2026-11-16 15:00"); // at the deadline is not late
    CHECK(inTime.reason(StepKind::Appeal, "2026-11-16 16:00") == "step-appeal-not-late");
    CaseStory unlimited = handling(std::nullopt);
    unlimited.step(StepKind::Handle, "2026-11-16 14:00").step(StepKind::Close, "2026-11-16 15:00");
    CHECK(unlimited.reason(StepKind::Appeal, "2026-11-16 16:00") == "step-appeal-not-late");

    CaseStory late = handling();
    late.step(StepKind::Handle, "2026-11-16 15:30").step(StepKind::Close, "2026-11-16 15:31");
    CHECK(late.reason(StepKind::Appeal, "2026-11-16 16:00").empty());
    CHECK(late.reason(StepKind::Appeal, "2026-11-16 16:00", resulting(StepResult::Unable)) == "step-needs-result");
    late.step(StepKind::Appeal, "2026-11-16 16:00");
    CHECK(late.reason(StepKind::Appeal, "2026-11-17 09:00") == "step-needs-result"); // now it is for the result
    for (const auto result : {StepResult::Pass, StepResult::Fail}) {
        CHECK(late.reason(StepKind::Appeal, "2026-11-17 09:00", resulting(result)).empty());
        CaseStory decided = late;
        decided.step(StepKind::Appeal, "2026-11-17 09:00", resulting(result));
        CHECK(decided.reason(StepKind::Appeal, "2026-11-17 10:00") == "step-appeal-once");
        CHECK(decided.reason(StepKind::Appeal, "2026-11-17 10:00", resulting(StepResult::Pass)) == "step-appeal-once");
    }
}

TEST_CASE("after a failed check comes rework and not closing", "[core][cases]") {
    CaseStory story = handling();
    story.step(StepKind::Handle, "2026-11-16 10:00");
    CHECK(story.reason(StepKind::Close, "2026-11-16 10:30").empty()); // a check is not asked for
    story.step(StepKind::CheckAfter, "2026-11-16 10:30", resulting(StepResult::Fail));
    CHECK(story.reason(StepKind::Close, "2026-11-16 11:00") == "step-check-failed");
    CHECK(story.reason(StepKind::ForceClose, "2026-11-16 11:00", noted("ordered")).empty());
    CaseStory checkedAgain = story;
    checkedAgain.step(StepKind::CheckAfter, "2026-11-16 11:00", resulting(StepResult::Pass));
    CHECK(checkedAgain.reason(StepKind::Close, "2026-11-16 11:30").empty());
    story.step(StepKind::Rework, "2026-11-16 11:00").step(StepKind::Handle, "2026-11-16 11:30");
    CHECK(story.reason(StepKind::Close, "2026-11-16 11:45").empty());
}

TEST_CASE("a correction changes something and stays on the earth", "[core][cases]") {
    const CaseStory story = handling();
    CHECK(story.reason(StepKind::Correct, "2026-11-16 10:00") == "step-needs-change");
    CHECK(story.reason(StepKind::Correct, "2026-11-16 10:00", noted("why")) == "step-needs-change");
    StepDetail text;
    text.address = "";
    CHECK(story.reason(StepKind::Correct, "2026-11-16 10:00", text).empty());
    StepDetail place;
    for (const GeoPoint wrong :
         {GeoPoint{181, 0}, GeoPoint{0, -91}, GeoPoint{std::numeric_limits<double>::quiet_NaN(), 0}}) {
        place.place = wrong;
        CHECK(story.reason(StepKind::Correct, "2026-11-16 10:00", place) == "step-place-invalid");
    }
    place.place = GeoPoint{-180, 90};
    CHECK(story.reason(StepKind::Correct, "2026-11-16 10:00", place).empty());
}

TEST_CASE("a link names another case", "[core][cases]") {
    const CaseStory story = handling();
    StepDetail link;
    CHECK(story.reason(StepKind::Link, "2026-11-16 10:00", link) == "step-needs-case");
    link.with = StoryCase;
    CHECK(story.reason(StepKind::Link, "2026-11-16 10:00", link) == "step-links-itself");
    link.with = CaseId(78);
    CHECK(story.reason(StepKind::Link, "2026-11-16 10:00", link).empty());
}

TEST_CASE("quantities and limits and kinds of urging are sensible", "[core][cases]") {
    const CaseStory story = handling();
    StepDetail detail;
    for (const double wrong :
         {-1.0, std::numeric_limits<double>::quiet_NaN(), std::numeric_limits<double>::infinity()}) {
        detail.quantity = wrong;
        CHECK(story.reason(StepKind::Handle, "2026-11-16 10:00", detail) == "step-quantity-invalid");
    }
    detail.quantity = 0;
    CHECK(story.reason(StepKind::Handle, "2026-11-16 10:00", detail).empty());

    CaseStory filed;
    filed.step(StepKind::Report, "2026-11-16 08:00").step(StepKind::File, "2026-11-16 08:10");
    for (const double wrong : {0.0, -1.0, std::numeric_limits<double>::infinity()})
        CHECK(filed.reason(StepKind::Dispatch, "2026-11-16 09:00", toHandler(workingHours(wrong))) ==
              "limit-not-positive");

    StepDetail urging;
    for (const char* kind : {"", "overdue", "leader", "important"}) {
        urging.urging = kind;
        CHECK(story.reason(StepKind::Urge, "2026-11-16 10:00", urging).empty());
    }
    urging.urging = "loud";
    CHECK(story.whyNot(StepKind::Urge, "2026-11-16 10:00", urging) == Message{"step-urging-unknown", {"loud"}});
}
