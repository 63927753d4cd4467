// SPDX-License-Identifier: GPL-3.0-or-later
// Every step in every state, against a table written out by hand.
#include "tests/core/cases/case_story.h"

#include <sstream>

using namespace gridwarden::core;
using namespace gridwarden::test;

namespace {

/// The state after the step; "." where it is not allowed.
constexpr const char* Table = R"(
                reported     filed        handling     handled      closed   rejected  suspended  transferred  void
report          .            .            .            .            .        .         .          .            .
import          .            .            .            .            .        .         .          .            .
verify_before   reported     .            .            .            .        .         .          .            .
self_handle     closed       .            .            .            .        .         .          .            .
file            filed        .            .            .            .        .         .          .            .
reject          rejected     .            .            .            .        .         .          .            .
dispatch        .            handling     handling     .            .        .         .          .            .
return          .            .            filed        .            .        .         .          .            .
handle          .            .            handled      .            .        .         .          .            .
check_after     .            .            .            handled      .        .         .          .            .
rework          .            .            .            handling     .        .         .          .            .
close           .            .            .            closed       .        .         .          .            .
force_close     closed       closed       closed       closed       .        .         closed     .            .
reopen          .            .            .            .            filed    filed     .          filed        .
extend          .            .            handling     .            .        .         .          .            .
suspend         .            suspended    suspended    .            .        .         .          .            .
resume          .            .            .            .            .        .         handling   .            .
urge            reported     filed        handling     handled      .        .         suspended  .            .
appeal          .            .            .            .            closed   .         .          .            .
transfer        transferred  transferred  transferred  .            .        .         .          .            .
correct         reported     filed        handling     handled      closed   rejected  suspended  transferred  .
link            reported     filed        handling     handled      closed   rejected  suspended  transferred  .
void            void         void         void         void         void     void      void       void         .
)";

/// A case in a state, on Monday 16 November 2026 before 11:00; closed ones are late.
CaseStory storyIn(CaseState state) {
    CaseStory story;
    story.step(StepKind::Report, "2026-11-16 08:00");
    if (state == CaseState::Rejected)
        return story.step(StepKind::Reject, "2026-11-16 08:10", noted("no condition met"));
    if (state == CaseState::Transferred)
        return story.step(StepKind::Transfer, "2026-11-16 08:10", toHandler());
    if (state == CaseState::Void)
        return story.step(StepKind::Void, "2026-11-16 08:10", noted("entered twice"));
    if (state == CaseState::Reported)
        return story;
    story.step(StepKind::File, "2026-11-16 08:10");
    if (state == CaseState::Filed)
        return story;
    story.step(StepKind::Dispatch, "2026-11-16 08:20",
               toHandler(state == CaseState::Closed ? workingHours(1) : workingHours(8)));
    if (state == CaseState::Handling)
        return story;
    if (state == CaseState::Suspended)
        return story.suspended("2026-11-16 09:00", "2026-11-18 09:00");
    story.step(StepKind::Handle, "2026-11-16 10:00");
    return state == CaseState::Handled ? story : story.step(StepKind::Close, "2026-11-16 10:30");
}

/// All that any step could need.
StepDetail fullDetail(StepKind kind, Moment at) {
    StepDetail detail = toHandler();
    detail.note = "as told";
    detail.with = CaseId(78);
    detail.result = StepResult::Pass;
    detail.description = "corrected";
    if (kind == StepKind::Suspend)
        detail.until = at + std::chrono::days(1);
    return detail;
}

} // namespace

TEST_CASE("every step in every state does what the table says", "[core][cases]") {
    std::istringstream lines(Table);
    std::string line;
    std::getline(lines, line); // empty
    std::getline(lines, line);
    std::istringstream heading(line);
    std::vector<CaseState> states;
    for (std::string key; heading >> key;)
        states.push_back(caseStateFromKey(key).value());
    REQUIRE(states.size() == AllCaseStates.size());
    int kinds = 0;
    while (std::getline(lines, line)) {
        std::istringstream row(line);
        std::string key;
        row >> key;
        const StepKind kind = stepKindFromKey(key).value();
        ++kinds;
        for (const CaseState state : states) {
            std::string expected;
            row >> expected;
            CAPTURE(key, caseStateKey(state), expected);
            CaseStory story = storyIn(state);
            const DerivedCase before = story.derived();
            REQUIRE(before.state == state);
            const char* time = "2026-11-16 11:00";
            const StepDetail detail = fullDetail(kind, story.time(time));
            const auto reason = story.whyNot(kind, time, detail);
            CHECK(reason.has_value() == (expected == "."));
            CHECK(whyNot(kind, before, story.time(time)) == reason);
            if (reason) {
                const Message needsState{"step-needs-state", {key, std::string(caseStateKey(state))}};
                CHECK(*reason == (kind == StepKind::Report   ? Message{"step-only-first", {}}
                                  : kind == StepKind::Import ? Message{"step-only-by-import", {}}
                                  : state == CaseState::Void ? Message{"step-is-void", {}}
                                                             : needsState));
                expected = caseStateKey(state); // and if it is there all the same it changes nothing
            }
            DerivedCase after = story.step(kind, time, kind == StepKind::Import ? nothing() : detail).derived();
            CHECK(caseStateKey(after.state) == expected);
            CHECK(after.closed.has_value() == (classOf(after.state) == CaseClass::Closed));
            CHECK(after.suspendedUntil.has_value() == (after.state == CaseState::Suspended));
            if (reason) {
                after.last = before.last;
                CHECK(after == before);
            }
        }
    }
    CHECK(kinds == StepKindCount);
}
