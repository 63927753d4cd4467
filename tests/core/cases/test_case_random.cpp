// SPDX-License-Identifier: GPL-3.0-or-later
// What holds for any case, whatever is done to it.
#include "tests/core/cases/case_story.h"

#include <algorithm>
#include <random>

using namespace gridwarden::core;
using namespace gridwarden::test;

namespace {

class RandomSteps {
public:
    explicit RandomSteps(unsigned seed) : m_random(seed) {}

    int whole(int low, int high) { return std::uniform_int_distribution(low, high)(m_random); }

    Step next(Moment at) {
        Step step;
        step.caseId = StoryCase;
        step.kind = static_cast<StepKind>(whole(2, StepKindCount));
        step.at = at;
        step.recorded = at + seconds(whole(0, 86400));
        StepDetail& detail = step.detail;
        detail.note = "as told";
        detail.organisation = Squad;
        detail.with = CaseId(78);
        detail.result = static_cast<StepResult>(whole(1, 3));
        detail.description = "corrected";
        if (whole(0, 2) == 0)
            detail.limit = Limit{static_cast<double>(whole(1, 60)), static_cast<LimitUnit>(whole(0, 5))};
        if (step.kind == StepKind::Suspend || (step.kind == StepKind::Extend && whole(0, 1) == 0))
            detail.until = at + seconds(whole(-86400, 40 * 86400));
        if (step.kind == StepKind::Import)
            for (auto* time : {&detail.filed, &detail.dispatched, &detail.handled, &detail.closed, &detail.due})
                if (whole(0, 2) == 0)
                    *time = at - seconds(whole(0, 10 * 86400));
        return step;
    }

private:
    std::mt19937 m_random;
};

void checkInvariants(const DerivedCase& derived, const std::vector<Step>& steps) {
    const bool wasImported =
        std::any_of(steps.begin(), steps.end(), [](const Step& s) { return s.kind == StepKind::Import; });
    CHECK(derived.closed.has_value() == (classOf(derived.state) == CaseClass::Closed));
    CHECK(derived.suspendedUntil.has_value() == (derived.state == CaseState::Suspended));
    CHECK((derived.state == CaseState::Suspended || derived.resumed == CaseState::Reported));
    CHECK(derived.soon.has_value() == derived.due.has_value());
    if (derived.due)
        CHECK(*derived.soon <= *derived.due);
    if (derived.due && !wasImported) {
        CHECK(derived.dispatched.has_value());
        CHECK(*derived.due > *derived.dispatched);
        CHECK(*derived.soon >= *derived.dispatched);
    }
    if (derived.state == CaseState::Handled)
        CHECK(derived.handled.has_value());
    if (derived.state == CaseState::Handling && !wasImported) // a source need not know when it was dispatched
        CHECK(derived.dispatched.has_value());
    CHECK_FALSE((derived.appealGranted && derived.appealRefused));
    CHECK_FALSE((derived.appealPending && (derived.appealGranted || derived.appealRefused)));
    CHECK(derived.last >= steps.back().at);
}

} // namespace

TEST_CASE("cases keep their shape under random steps", "[core][cases]") {
    const bool obeying = GENERATE(true, false); // only allowed steps or any
    const CalendarHistory calendars = historyOf(autumnDefinition());
    RandomSteps random(42);
    CaseReport report;
    report.id = StoryCase;
    int taken = 0;
    for (int round = 0; round < 150; ++round) {
        Step first = random.next(moment("2026-09-20 08:00") + seconds(random.whole(0, 40 * 86400)));
        first.kind = random.whole(0, 3) == 0 && !obeying ? StepKind::Import : StepKind::Report;
        std::vector<Step> steps{first};
        for (int i = 0; i < 40; ++i) {
            const DerivedCase before = derive(report, steps, calendars);
            const Step step = random.next(steps.back().at + seconds(random.whole(0, 3 * 86400)));
            const auto reason = whyNot(step, before, calendars);
            if (obeying && reason)
                continue;
            const CaseState state = stateAt(before.state, before.resumed, before.suspendedUntil, step.at);
            steps.push_back(step);
            const DerivedCase after = derive(report, steps, calendars);
            CAPTURE(round, i, stepKindKey(step.kind), isoUtc(step.at), caseStateKey(before.state));
            checkInvariants(after, steps);
            if (!hasTransition(step.kind, state))
                CHECK(after.state == state);
            if (obeying) {
                CHECK(after.extensions <= 2);
                CHECK(after.suspensions <= 1);
                ++taken;
            }
        }
    }
    CHECK((!obeying || taken > 500));
}
