// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/figures/due_soon.h"
#include "tests/core/figures/random_desk.h"

using namespace gridwarden;
using namespace gridwarden::test;

namespace {

core::Moment at(const char* local) { return core::parseMoment(local, core::TimeZone()).value(); }

} // namespace

TEST_CASE("what turns red within a time is what is red after it and was not before", "[core][figures]") {
    RandomDesk desk(GENERATE(5u, 6u));
    for (int i = 0; i < 300; ++i)
        desk.act();
    desk.import(100);
    const auto facts = desk.district().facts();
    REQUIRE(facts);
    std::size_t found = 0;
    for (int hours = 0; hours < 24 * 120; hours += 7) {
        const core::Moment from = at("2026-01-01T00:00") + std::chrono::hours(hours), to = from + std::chrono::hours(7);
        core::Selection expected;
        (*facts)->each([&](std::size_t row, const core::CaseFact& fact) {
            if (fact.lampAt(from) != core::Lamp::Red && fact.lampAt(to) == core::Lamp::Red)
                expected.push_back(static_cast<std::uint32_t>(row));
        });
        CHECK(core::turningRed(**facts, from, to) == expected);
        found += expected.size();
    }
    CHECK(found > 0);
}

TEST_CASE("a weekend and a suspension move the hour in which a case turns red", "[core][figures]") {
    SmallDistrict sample;
    const auto turning = [&](const char* from) {
        const auto facts = sample.district->facts();
        REQUIRE(facts);
        return core::turningRed(**facts, at(from), at(from) + std::chrono::hours(1)).size();
    };
    // Dispatched on a Friday afternoon with a limit of four working hours, which end on Monday.
    const core::CaseId id = sample.report(core::GeoPoint{120.645, 28.005}, "09006", at("2026-11-20T16:00"));
    core::StepDraft draft;
    draft.time = at("2026-11-20T16:00");
    REQUIRE(core::takeStep(*sample.district, sample.actor, id, draft));
    draft.kind = core::StepKind::Dispatch;
    draft.detail.person = sample.zhang;
    draft.detail.limit = core::Limit{4, core::LimitUnit::WorkingHour};
    REQUIRE(core::takeStep(*sample.district, sample.actor, id, draft));
    const auto due = sample.load(id).derived.due;
    REQUIRE(due);
    CHECK(*due > at("2026-11-23T00:00"));
    const std::string before = core::isoUtc(*due - std::chrono::minutes(30));
    CHECK(turning(before.c_str()) == 1);
    CHECK(turning("2026-11-21T08:30") == 0);
    core::StepDraft suspend;
    suspend.kind = core::StepKind::Suspend;
    suspend.time = at("2026-11-20T16:30");
    suspend.detail.until = at("2026-11-26T10:00");
    REQUIRE(core::takeStep(*sample.district, sample.actor, id, suspend));
    CHECK(turning(before.c_str()) == 0);
    const auto later = sample.load(id).derived.due;
    REQUIRE(later);
    CHECK(*later > at("2026-11-26T10:00"));
    CHECK(turning(core::isoUtc(*later - std::chrono::minutes(30)).c_str()) == 1);
}
