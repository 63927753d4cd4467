// SPDX-License-Identifier: GPL-3.0-or-later
// What passages cover, against counts by hand and against a count metre by metre.
#include "core/patrol/coverage.h"

#include <catch2/catch.hpp>
#include <random>

using namespace gridwarden::core;

namespace {

constexpr double DegreesPer100Metres = 100 / 111'319.49; // along the equator of the ellipsoid: a = 6,378,137 m
const TimeZone Zone;
Day day(const char* text) {
    return parseDay(text).value();
}
std::int64_t at(const char* local) {
    return parseMoment(local, Zone).value().time_since_epoch().count();
}

Area roadOf(std::int64_t id, const char* grade, double south, double hundreds) {
    Area road;
    road.id = AreaId(id);
    road.kind = AreaKind::Road;
    road.code = "R" + std::to_string(id);
    road.grade = grade;
    road.shape.lines = {{{0, south}, {hundreds * DegreesPer100Metres, south}}};
    return road;
}

/// Two roads of 100 and 1,000 metres at the equator; a grid of everything west of 500 metres, nothing east of it.
struct Town {
    std::shared_ptr<const AreaRegister> areas;
    std::shared_ptr<const RoadCells> cells;

    Town() {
        Area grid;
        grid.id = AreaId(9);
        grid.code = "01";
        const double east = 5 * DegreesPer100Metres;
        grid.shape.polygons = {{{{-0.01, -0.01}, {east, -0.01}, {east, 0.01}, {-0.01, 0.01}, {-0.01, -0.01}}}};
        areas = std::make_shared<const AreaRegister>(
            std::vector<Area>{roadOf(1, "arterial", 0, 1), roadOf(2, "minor", 0, 10), grid}, std::vector<Membership>());
        cells = std::make_shared<const RoadCells>(areas, day("2026-11-04"));
    }
};

PatrolTrack trackOf(std::vector<RoadPassage> passages) {
    PatrolTrack track;
    track.started = Moment(seconds(passages.front().enter));
    track.ended = Moment(seconds(passages.back().leave));
    track.metres = 1000;
    track.moving = seconds(1800);
    track.unmatchedMetres = 50;
    track.passages = std::move(passages);
    return track;
}

const PatrolRules Rules{{{"arterial", 2}, {"minor", 1}}, 0.8};

} // namespace

TEST_CASE("roads are cut into pieces of equal length, each in one grid", "[patrol][coverage]") {
    const Town town;
    REQUIRE(town.cells->roads().size() == 2);
    CHECK(town.cells->roads()[0].metres == Approx(100).margin(0.01));
    CHECK(town.cells->roads()[1].metres == Approx(1000).margin(0.1));
    CHECK(town.cells->roads()[1].cellCount == 40);
    const Coverage nothing = coverageOf(*town.cells, {}, {day("2026-11-04"), day("2026-11-04")}, Zone, Rules);
    REQUIRE(nothing.grids.size() == 2);
    CHECK(nothing.grids[0].grid->code == "01");
    CHECK(nothing.grids[0].metres == Approx(600).margin(0.1));
    CHECK(nothing.grids[1].grid == nullptr);
    CHECK(nothing.grids[1].metres == Approx(500).margin(0.1));
    CHECK(nothing.coveredMetres() == 0);
    CHECK(nothing.passesRequired() == 3);
    CHECK(isMissed(nothing.roads[0], nothing));
}

TEST_CASE("passes are counted by day, in either direction, and do not make up for each other", "[patrol][coverage]") {
    const Town town;
    const std::vector<PatrolTrack> tracks = {
        // There and back on the arterial on the fourth, and 86 m of it; 300 m of the minor road.
        trackOf({{AreaId(1), 0, 100, at("2026-11-04T08:00"), at("2026-11-04T08:02")},
                 {AreaId(1), 100, 0, at("2026-11-04T08:02"), at("2026-11-04T08:04")},
                 {AreaId(1), 14, 100, at("2026-11-04T08:04"), at("2026-11-04T08:06")},
                 {AreaId(2), 400, 700, at("2026-11-04T09:10"), at("2026-11-04T09:20")}}),
        // Once on the fifth, and all of the minor road.
        trackOf({{AreaId(1), 0, 100, at("2026-11-05T20:00"), at("2026-11-05T20:02")},
                 {AreaId(2), 0, 1000, at("2026-11-05T20:02"), at("2026-11-05T20:22")}}),
        trackOf({{AreaId(1), 0, 100, at("2026-11-06T08:00"), at("2026-11-06T08:02")}}), // on another day
        trackOf({{AreaId(77), 0, 100, at("2026-11-05T08:00"),
                  at("2026-11-05T08:02")}}), // a road that is not there any more
    };
    const Coverage coverage = coverageOf(*town.cells, tracks, {day("2026-11-04"), day("2026-11-05")}, Zone, Rules);
    const RoadCoverage &arterial = coverage.roads[0], &minor = coverage.roads[1];
    CHECK(arterial.passes == 3 + 1); // 86 of 100 m are enough
    CHECK(arterial.passesKept == 2 + 1);
    CHECK(arterial.daysKept == 1);
    CHECK(isMissed(arterial, coverage));
    CHECK(arterial.minutes == Approx(8));
    CHECK(arterial.last == Moment(seconds(at("2026-11-05T20:02"))));
    CHECK(arterial.grid->code == "01");
    CHECK(minor.passes == 1);
    CHECK(minor.daysKept == 1);
    CHECK(minor.coveredMetres == Approx(1000).margin(0.1));
    CHECK(coverage.tracks == 3);
    CHECK(coverage.unknownRoads == 1);
    CHECK(coverage.trackHours == Approx(1.5));
    CHECK(coverage.unmatchedMetres == Approx(150));
    CHECK(coverage.passesRequired() == 6);
    CHECK(coverage.passesKept() == 4);
    // 300 m of the minor road in 10 minutes on the fourth: 100 of them in the grid.
    CHECK(coverage.grids[0].minutesOfHour[9] == Approx(10.0 / 3).margin(0.01));
    CHECK(coverage.grids[1].minutesOfHour[9] == Approx(20.0 / 3).margin(0.01));
    CHECK(coverage.grids[0].minutesOfHour[8] == Approx(6).margin(0.01));
    CHECK(coverage.grids[0].minutes + coverage.grids[1].minutes == Approx(38).margin(0.01));
}

TEST_CASE("time on a road lies in the hours in which it was", "[patrol][coverage]") {
    const Town town;
    const std::vector<PatrolTrack> tracks = {
        trackOf({{AreaId(1), 50, 50, at("2026-11-04T09:50"), at("2026-11-04T12:10")}})};
    const Coverage coverage = coverageOf(*town.cells, tracks, {day("2026-11-04"), day("2026-11-04")}, Zone, Rules);
    const auto& minutes = coverage.grids[0].minutesOfHour;
    CHECK(minutes[9] == Approx(10));
    CHECK(minutes[10] == Approx(60));
    CHECK(minutes[11] == Approx(60));
    CHECK(minutes[12] == Approx(10));
    CHECK(coverage.grids[0].minutes == Approx(140));
    CHECK(coverage.roads[0].passes == 0); // who stands passes nothing
}

TEST_CASE("days that have not come yet require nothing", "[patrol][coverage]") {
    const Town town;
    const std::vector<PatrolTrack> tracks = {
        trackOf({{AreaId(2), 0, 1000, at("2026-11-04T08:00"), at("2026-11-04T08:20")}})};
    const Period week{day("2026-11-02"), day("2026-11-08")};
    const Coverage whole = coverageOf(*town.cells, tracks, week, Zone, Rules);
    CHECK(whole.passesRequired() == 7 * 3);
    const Coverage sofar =
        coverageOf(*town.cells, tracks, {day("2026-11-04"), day("2026-11-08")}, Zone, Rules, day("2026-11-04"));
    CHECK(sofar.passesRequired() == 3);
    CHECK_FALSE(isMissed(sofar.roads[1], sofar));
    CHECK(isMissed(sofar.roads[0], sofar));
    const Coverage later = coverageOf(*town.cells, {}, week, Zone, Rules, day("2026-11-01"));
    CHECK(later.passesRequired() == 0);
    CHECK_FALSE(isMissed(later.roads[0], later));
}

TEST_CASE("coverage is what a count of every metre gives", "[patrol][coverage]") {
    const Town town;
    std::mt19937 random(3);
    for (int round = 0; round < 50; ++round) {
        std::vector<PatrolTrack> tracks;
        std::vector<std::vector<int>> metres(3, std::vector<int>(1000)); // of the minor road, on each of three days
        for (int i = 0; i < 12; ++i) {
            const int from = static_cast<int>(random() % 41) * 25, to = static_cast<int>(random() % 41) * 25,
                      onDay = static_cast<int>(random() % 3);
            const std::int64_t enter = at("2026-11-04T00:00") + onDay * 86'400 + random() % 86'000;
            tracks.push_back(
                trackOf({{AreaId(2), static_cast<double>(from), static_cast<double>(to), enter, enter + 100}}));
            for (int metre = std::min(from, to); metre < std::max(from, to); ++metre)
                ++metres[static_cast<std::size_t>(onDay)][static_cast<std::size_t>(metre)];
        }
        const Coverage coverage = coverageOf(*town.cells, tracks, {day("2026-11-04"), day("2026-11-06")}, Zone, Rules);
        std::int64_t passes = 0;
        int covered = 0, kept = 0;
        for (int metre = 0; metre < 1000; ++metre)
            covered += metres[0][static_cast<std::size_t>(metre)] + metres[1][static_cast<std::size_t>(metre)] +
                                   metres[2][static_cast<std::size_t>(metre)] >
                               0
                           ? 1
                           : 0;
        for (const std::vector<int>& ofDay : metres) {
            int most = 0;
            while (std::count_if(ofDay.begin(), ofDay.end(), [&](int each) { return each > most; }) >= 800)
                ++most;
            passes += most;
            kept += most >= 1 ? 1 : 0;
        }
        CHECK(coverage.roads[1].passes == passes);
        CHECK(coverage.roads[1].daysKept == kept);
        CHECK(coverage.roads[1].coveredMetres == Approx(covered).margin(0.2));
    }
}
