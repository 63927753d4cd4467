// SPDX-License-Identifier: GPL-3.0-or-later
// The machine's clock is set back or forward while a district is worked on.
#include "core/base/clock.h"
#include "tests/support/random_actions.h"
#include "tests/support/sound.h"

using namespace gridwarden;
using namespace gridwarden::core;
using gridwarden::test::SmallDistrict;

namespace {

constexpr Moment Start{seconds(1'795'226'400)}; // 2026-11-21 10:00 in Shanghai
Moment clockNow = Start;

struct TurnedClock {
    TurnedClock() {
        clockNow = Start;
        setClock([] { return clockNow; });
    }
    ~TurnedClock() { setClock(nullptr); }
};

CaseState stateOfCase(const SmallDistrict& small, CaseId id) { return small.load(id).derived.state; }

bool take(SmallDistrict& small, CaseId id, StepKind kind) {
    StepDraft draft;
    draft.kind = kind;
    draft.detail.note = "说明";
    draft.detail.organisation = small.squad;
    const auto taken = takeStep(*small.district, small.actor, id, draft);
    if (!taken)
        UNSCOPED_INFO(taken.error().what.key);
    return taken.has_value();
}

} // namespace

TEST_CASE("ids, entries and numbers go on when the clock is set back", "[core][store][clock]") {
    const TurnedClock turned;
    SmallDistrict small;
    const CaseId first = small.report(GeoPoint{120.645, 28.005});
    clockNow = Start - std::chrono::hours(24 * 400);
    const CaseId second = small.report(GeoPoint{120.655, 28.005});
    CHECK(second > first);
    const auto path = small.district->path();
    small.district.reset();
    small.district = std::move(District::open(path, OpenMode::ReadWrite).value()); // the next session
    const CaseId third = small.report(GeoPoint{120.655, 28.015});
    CHECK(third > second);
    clockNow = Start + std::chrono::hours(24 * 400);
    CHECK(small.report(GeoPoint{120.655, 28.015}) > third);
    const auto entries = small.district->store().journal(100);
    REQUIRE(entries);
    for (std::size_t i = 1; i < entries->size(); ++i) {
        CHECK((*entries)[i - 1].sequence == (*entries)[i].sequence + 1);
        CHECK((*entries)[i - 1].id > (*entries)[i].id);
    }
    test::requireSound(*small.district);
    for (int i = 0; i < 4; ++i)
        REQUIRE(small.district->undo(small.actor));
    test::requireSound(*small.district);
}

TEST_CASE("a case is worked on after the clock was set back as it would have been without", "[core][store][clock]") {
    const TurnedClock turned;
    SmallDistrict small;
    const CaseId id = small.report(GeoPoint{120.645, 28.005});
    REQUIRE(take(small, id, StepKind::File));
    const auto back = GENERATE(std::chrono::seconds(1), std::chrono::minutes(30), std::chrono::hours(24 * 365));
    clockNow = Start - back;
    CHECK(take(small, id, StepKind::Dispatch));
    CHECK(stateOfCase(small, id) == CaseState::Handling);
    CHECK(take(small, id, StepKind::Handle));
    CHECK(stateOfCase(small, id) == CaseState::Handled);
    CHECK(take(small, id, StepKind::Close));
    CHECK(stateOfCase(small, id) == CaseState::Closed);
    const auto steps = small.load(id).steps;
    REQUIRE(steps.size() == 5);
    for (std::size_t i = 1; i < steps.size(); ++i) {
        CHECK(steps[i].at >= steps[i - 1].at);
        CHECK(steps[i].recorded >= steps[i - 1].recorded);
        CHECK(steps[i].id > steps[i - 1].id);
    }
    test::requireSound(*small.district);
    REQUIRE(small.district->undo(small.actor));
    CHECK(stateOfCase(small, id) == CaseState::Handled);
}

TEST_CASE("random actions under a clock that jumps leave a sound district", "[core][store][clock][property]") {
    const TurnedClock turned;
    SmallDistrict small;
    const auto seed = static_cast<unsigned>(GENERATE(1, 2, 3));
    test::RandomActions actions(small, seed);
    std::mt19937 random(seed);
    int done = 0;
    for (int i = 0; i < 40; ++i) {
        clockNow = Start + seconds(std::uniform_int_distribution<int>(-90'000'000, 90'000'000)(random));
        done += actions.act() ? 1 : 0;
        test::requireSound(*small.district);
    }
    CHECK(done > 15);
    while (small.district->store().undoable() && small.district->undo(small.actor)) {
    }
    CHECK_FALSE(small.district->store().undoable());
    test::requireSound(*small.district);
}
