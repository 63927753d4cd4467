// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/small_district.h"

using namespace gridwarden;
using namespace gridwarden::test;

namespace {

core::Day day(const char* text) { return core::parseDay(text).value(); }

struct Away : SmallDistrict {
    core::PersonId wang;

    Away() {
        const auto done = district->change({"test-fill", {}}, actor, [&](core::Change& change) -> core::Result<void> {
            core::Person person;
            person.code = "P3";
            person.name = "王五";
            person.organisation = squad;
            const auto saved = core::savePerson(change, person);
            if (!saved)
                return core::fail(saved);
            wang = *saved;
            return {};
        });
        REQUIRE(done);
    }
    core::Result<core::AbsenceId> save(core::PersonId person, core::PersonId substitute, const char* first, const char* last, core::AbsenceId id = {}) {
        core::Result<core::AbsenceId> saved = core::AbsenceId();
        const auto done = district->change({"test-fill", {}}, actor, [&](core::Change& change) -> core::Result<void> {
            saved = core::saveAbsence(change, {id, person, substitute, day(first), day(last), "请假"});
            return saved ? core::Result<void>() : core::fail(saved);
        });
        CHECK(done.has_value() == saved.has_value());
        return saved;
    }
    [[nodiscard]] core::StandIn standIn(core::PersonId person, const char* on) const { return district->people().standIn(person, day(on)); }
};

} // namespace

TEST_CASE("who is there does their own work", "[core][district]") {
    Away away;
    REQUIRE(away.save(away.zhang, away.li, "2026-12-02", "2026-12-04"));
    for (const char* on : {"2026-12-01", "2026-12-05"}) {
        CAPTURE(on);
        CHECK(away.standIn(away.zhang, on).person == away.zhang);
        CHECK(away.standIn(away.zhang, on).absent.empty());
    }
    for (const char* on : {"2026-12-02", "2026-12-03", "2026-12-04"}) {
        CAPTURE(on);
        CHECK(away.standIn(away.zhang, on).person == away.li);
        CHECK(away.standIn(away.zhang, on).absent == std::vector{away.zhang});
    }
}

TEST_CASE("a chain of substitutes is followed to its end", "[core][district]") {
    Away away;
    REQUIRE(away.save(away.zhang, away.li, "2026-12-01", "2026-12-31"));
    REQUIRE(away.save(away.li, away.wang, "2026-12-10", "2026-12-12"));
    CHECK(away.standIn(away.zhang, "2026-12-09").person == away.li);
    CHECK(away.standIn(away.zhang, "2026-12-10").person == away.wang);
    CHECK(away.standIn(away.zhang, "2026-12-10").absent == std::vector{away.zhang, away.li});
}

TEST_CASE("two who stand in for each other leave nobody", "[core][district]") {
    Away away;
    REQUIRE(away.save(away.zhang, away.li, "2026-12-01", "2026-12-05"));
    REQUIRE(away.save(away.li, away.zhang, "2026-12-05", "2026-12-09"));
    CHECK(away.standIn(away.zhang, "2026-12-04").person == away.li);
    CHECK(away.standIn(away.zhang, "2026-12-05").person.isNull());
    CHECK(away.standIn(away.li, "2026-12-06").person == away.zhang);
}

TEST_CASE("without a substitute there is nobody", "[core][district]") {
    Away away;
    REQUIRE(away.save(away.zhang, {}, "2026-12-01", "2026-12-01"));
    CHECK(away.standIn(away.zhang, "2026-12-01").person.isNull());
    CHECK(away.standIn(away.zhang, "2026-12-01").absent == std::vector{away.zhang});
}

TEST_CASE("a substitute who works here no longer is nobody", "[core][district]") {
    Away away;
    REQUIRE(away.save(away.zhang, away.li, "2026-12-01", "2026-12-01"));
    core::Person li = *away.district->people().find(away.li);
    li.active = false;
    REQUIRE(away.district->change({"test-fill", {}}, away.actor, [&](core::Change& change) -> core::Result<void> {
        const auto saved = core::savePerson(change, li);
        return saved ? core::Result<void>() : core::fail(saved);
    }));
    CHECK(away.standIn(away.zhang, "2026-12-01").person.isNull());
}

TEST_CASE("an absence is refused that cannot be", "[core][district]") {
    Away away;
    CHECK(away.save({}, away.li, "2026-12-01", "2026-12-01").error().what.key == "absence-incomplete");
    CHECK(away.save(away.zhang, away.zhang, "2026-12-01", "2026-12-01").error().what.key == "absence-by-itself");
    CHECK(away.save(away.zhang, away.li, "2026-12-02", "2026-12-01").error().what.key == "absence-ends-before-start");
    const auto first = away.save(away.zhang, away.li, "2026-12-01", "2026-12-05");
    REQUIRE(first);
    const auto second = away.save(away.zhang, away.wang, "2026-12-05", "2026-12-06");
    REQUIRE_FALSE(second);
    CHECK(second.error().what == core::Message{"absence-overlaps", {"2026-12-01", "2026-12-05"}});
    CHECK(away.save(away.zhang, away.wang, "2026-12-06", "2026-12-06"));
    CHECK(away.save(away.zhang, away.wang, "2026-12-02", "2026-12-04", *first)); // changing it is no overlap with itself
}

TEST_CASE("an absence that is removed or undone is over", "[core][district]") {
    Away away;
    const auto id = away.save(away.zhang, away.li, "2026-12-01", "2026-12-05");
    REQUIRE(id);
    REQUIRE(away.district->change({"test-fill", {}}, away.actor, [&](core::Change& change) { return core::removeAbsence(change, *id); }));
    CHECK(away.standIn(away.zhang, "2026-12-03").person == away.zhang);
    REQUIRE(away.district->undo(away.actor));
    CHECK(away.standIn(away.zhang, "2026-12-03").person == away.li);
    REQUIRE(away.district->undo(away.actor));
    CHECK(away.standIn(away.zhang, "2026-12-03").person == away.zhang);
}
