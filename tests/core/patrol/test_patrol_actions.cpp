// SPDX-License-Identifier: GPL-3.0-or-later
// Tracks come into a district and are asked for what they covered.
#include "core/patrol_actions.h"
#include "tests/support/small_district.h"

using namespace gridwarden;
using namespace gridwarden::test;

namespace {

core::Day day(const char* text) {
    return core::parseDay(text).value();
}

/// A cross of two roads through the grids, each of about a kilometre.
struct PatrolDistrict : SmallDistrict {
    explicit PatrolDistrict(bool withRoads = true) {
        if (!withRoads)
            return;
        const auto done = district->change({"test-fill", {}}, actor, [&](core::Change& change) -> core::Result<void> {
            core::Area road;
            road.kind = core::AreaKind::Road;
            road.code = "EW";
            road.name = "人民路";
            road.grade = "arterial";
            road.shape.lines = {{{120.645, 28.005}, {120.650, 28.005}, {120.655, 28.005}}};
            if (auto added = core::addArea(change, road); !added)
                return core::fail(added);
            road.code = "NS";
            road.name = "解放路";
            road.grade = "minor";
            road.shape.lines = {{{120.650, 28.000}, {120.650, 28.005}, {120.650, 28.010}}};
            auto added = core::addArea(change, road);
            return added ? core::Result<void>() : core::fail(added);
        });
        REQUIRE(done);
    }
    /// Along the road from west to east and back, 1.2 m a second, one fix each five seconds, a few metres beside it.
    [[nodiscard]] core::Track walk(const char* local) const {
        core::Track track;
        const std::int64_t start =
            core::parseMoment(local, district->timeZone()).value().time_since_epoch().count() * 1000;
        constexpr int Steps = 163; // of six metres: 983 m, the length of 0.01° at 28° north
        for (int i = 0; i <= 2 * Steps; ++i) {
            const double share = static_cast<double>(i <= Steps ? i : 2 * Steps - i) / Steps;
            track.fixes.push_back({start + i * 5000, {120.645 + 0.01 * share, 28.005 + (i % 2 == 0 ? 2e-5 : -2e-5)}});
        }
        return track;
    }
};

} // namespace

TEST_CASE("a walk there and back is two passes of its road and none of the other", "[patrol]") {
    PatrolDistrict small;
    const std::vector<core::Track> tracks = {small.walk("2026-11-04T08:00"), small.walk("2026-11-05T08:00")};
    const auto imported = core::importTracks(*small.district, small.actor, tracks, small.squad, "monday.gpx");
    REQUIRE(imported);
    CHECK(imported->tracks == 2);
    CHECK(imported->known == 0);
    CHECK(imported->metres == Approx(2 * 2 * 983).epsilon(0.02));
    CHECK(imported->unmatchedMetres == Approx(0).margin(20));
    const auto picture = core::patrolCoverage(*small.district, {day("2026-11-04"), day("2026-11-04")});
    REQUIRE(picture);
    REQUIRE(picture->coverage.roads.size() == 2);
    const auto roadNamed = [&](const char* code) {
        return *std::find_if(picture->coverage.roads.begin(), picture->coverage.roads.end(),
                             [&](const core::RoadCoverage& road) { return road.road->code == code; });
    };
    CHECK(roadNamed("EW").passes == 2);
    CHECK(roadNamed("EW").required == 4); // of the shipped rules
    CHECK(roadNamed("EW").passesKept == 2);
    CHECK(roadNamed("EW").coveredMetres == Approx(983).epsilon(0.03));
    CHECK(roadNamed("NS").passes == 0);
    CHECK(picture->coverage.tracks == 1);

    const auto missed = core::missedRoads(*small.district, day("2026-11-06"));
    REQUIRE(missed);
    CHECK(core::isMissed(missed->day.coverage.roads[0], missed->day.coverage));
    CHECK(missed->month.coverage.tracks == 2);
}

TEST_CASE("what a device recorded on several days is a track for each, found by its day", "[patrol]") {
    PatrolDistrict small;
    core::Track month = small.walk("2026-11-02T08:00");
    for (const char* const later : {"2026-11-03T08:00", "2026-11-25T08:00"}) {
        const core::Track more = small.walk(later);
        month.fixes.insert(month.fixes.end(), more.fixes.begin(), more.fixes.end());
    }
    const auto imported =
        core::importTracks(*small.district, small.actor, std::vector{month}, small.squad, "month.csv");
    REQUIRE(imported);
    CHECK(imported->tracks == 3);
    for (const char* const each : {"2026-11-02", "2026-11-03", "2026-11-25"}) {
        INFO(each);
        const auto picture = core::patrolCoverage(*small.district, {day(each), day(each)});
        REQUIRE(picture);
        CHECK(picture->coverage.tracks == 1);
        CHECK(picture->coverage.roads[0].passes + picture->coverage.roads[1].passes == 2);
        CHECK(picture->coverage.trackMetres == Approx(2 * 983).epsilon(0.02));
        CHECK(picture->coverage.trackHours == Approx(326 * 5 / 3600.0).epsilon(0.02));
    }
    CHECK(core::importTracks(*small.district, small.actor, std::vector{month}, small.squad, "again.csv")->known == 1);
}

TEST_CASE("a track does not come in twice, and is taken back as it came", "[patrol]") {
    PatrolDistrict small;
    const std::vector<core::Track> tracks = {small.walk("2026-11-04T08:00")};
    REQUIRE(core::importTracks(*small.district, small.actor, tracks, small.squad, "one.gpx"));
    const std::vector<core::Track> again = {tracks[0], small.walk("2026-11-04T10:00"), tracks[0]};
    const auto second = core::importTracks(*small.district, small.actor, again, small.squad, "two.gpx");
    REQUIRE(second);
    CHECK(second->tracks == 1);
    CHECK(second->known == 2);
    const auto count = [&] {
        return small.district->connection().integer("SELECT count(*) FROM patrol_track").value();
    };
    CHECK(count() == 2);
    REQUIRE(small.district->undo(small.actor));
    CHECK(count() == 1);
    REQUIRE(small.district->redo(small.actor));
    CHECK(count() == 2);
}

TEST_CASE("coverage is asked for a squad, which keeps nothing of who walked", "[patrol]") {
    PatrolDistrict small;
    const std::vector<core::Track> tracks = {small.walk("2026-11-04T08:00")};
    REQUIRE(core::importTracks(*small.district, small.actor, tracks, small.squad, "one.gpx"));
    const core::Period period{day("2026-11-04"), day("2026-11-04")};
    CHECK(core::patrolCoverage(*small.district, period, {small.squad})->coverage.tracks == 1);
    CHECK(core::patrolCoverage(*small.district, period, {core::OrganisationId(12345)})->coverage.tracks == 0);
}

TEST_CASE("tracks need roads, and what cannot be a track is counted", "[patrol]") {
    PatrolDistrict without(false);
    const std::vector<core::Track> tracks = {without.walk("2026-11-04T08:00")};
    const auto refused = core::importTracks(*without.district, without.actor, tracks, {}, "one.gpx");
    REQUIRE_FALSE(refused);
    CHECK(refused.error().what.key == "tracks-no-roads");

    PatrolDistrict small;
    core::Track single;
    single.fixes = {tracks[0].fixes[0]};
    const auto imported = core::importTracks(*small.district, small.actor, std::vector{single}, {}, "one.gpx");
    REQUIRE(imported);
    CHECK(imported->tracks == 0);
    CHECK(imported->unusable == 1);
    const auto stopped =
        core::importTracks(*small.district, small.actor, tracks, {}, "one.gpx", [](double) { return false; });
    REQUIRE_FALSE(stopped);
    CHECK(stopped.error().code == core::ErrorCode::Cancelled);
    CHECK(small.district->connection().integer("SELECT count(*) FROM patrol_track").value() == 0);
}

TEST_CASE("how often roads have to be passed is changed and taken back", "[patrol]") {
    PatrolDistrict small;
    const core::PatrolRules shipped = core::patrolRules(*small.district).value();
    CHECK(shipped.required("arterial") > shipped.required("minor"));
    CHECK(shipped.required("") == 0);
    core::PatrolRules own = shipped;
    own.passes["arterial"] = 7;
    own.passes["步行街"] = 3;
    own.share = 0.9;
    REQUIRE(core::setPatrolRules(*small.district, small.actor, own));
    CHECK(core::patrolRules(*small.district).value() == own);
    REQUIRE(small.district->undo(small.actor));
    CHECK(core::patrolRules(*small.district).value() == shipped);
    for (const char* text : {"[]", R"({"passes": 4})", R"({"passes": {"arterial": "often"}})", R"({"share": 0})",
                             R"({"share": 1.5})", R"({"passes": {"a": -1}})"}) {
        INFO(text);
        const auto read = core::parsePatrolRules(text);
        REQUIRE_FALSE(read);
        CHECK(read.error().what.key == "patrol-rules-unreadable");
    }
}
