// SPDX-License-Identifier: GPL-3.0-or-later
// Tracks of patrols on a generated town of 19,800 edges: cleaning, the network, matching on one thread and on two; the
// coverage of a month.
//   bench_patrol [--json] [--runs N] [clean] [network] [match] [coverage] …
// Needs a release build.
#include "core/patrol/coverage.h"
#include "core/patrol/map_matching.h"
#include "core/patrol/thinning.h"
#include "core/patrol/track_cleaning.h"
#include "tests/bench/bench_district.h"
#include "tests/bench/measures.h"

#include <numbers>
#include <sys/resource.h>
#include <thread>

using namespace gridwarden;
using bench::Height, bench::South, bench::West, bench::Width;

namespace {

constexpr int Side = 100;           // crossings from west to east and from south to north
constexpr double BlockMetres = 120; // from one to the next, more or less
constexpr int Shifts = 120;
constexpr double ShiftSeconds = 6 * 3600;

const core::LocalPlane Town({West + Width / 2, South + Height / 2});

core::PlanePoint crossing(int column, int row) {
    bench::Chance chance(static_cast<std::uint64_t>(column * 1000 + row));
    return {(column - Side / 2 + 0.4 * chance.middle()) * BlockMetres,
            (row - Side / 2 + 0.4 * chance.middle()) * BlockMetres};
}

/// A hundred streets each way, which bend at and between crossings.
std::vector<core::Street> townStreets() {
    std::vector<core::Street> streets;
    bench::Chance chance(7);
    for (int number = 0; number < 2 * Side; ++number) {
        core::Street street{number, "street " + std::to_string(number), "residential", {}};
        for (int i = 0; i < Side; ++i) {
            const bool isEast = number < Side;
            const core::PlanePoint here = isEast ? crossing(i, number) : crossing(number - Side, i);
            if (i > 0) {
                const core::PlanePoint before = isEast ? crossing(i - 1, number) : crossing(number - Side, i - 1);
                for (const double share : {0.3, 0.7})
                    street.line.push_back(Town.toGeo({std::lerp(before.x, here.x, share) + 3 * chance.middle(),
                                                      std::lerp(before.y, here.y, share) + 3 * chance.middle()}));
            }
            street.line.push_back(Town.toGeo(here));
        }
        streets.push_back(street);
    }
    return streets;
}

/// Walks from crossing to crossing at 1.2 m/s with a rest now and then, one fix a second or so with an error of 7 m.
std::vector<core::Fix> shift(std::uint64_t seed) {
    bench::Chance chance(seed);
    const auto normal = [&] {
        return std::sqrt(-2 * std::log(chance.unit() + 1e-300)) * std::cos(2 * std::numbers::pi * chance.unit());
    };
    std::vector<core::Fix> fixes;
    int column = static_cast<int>(chance.below(Side)), row = static_cast<int>(chance.below(Side));
    const std::int64_t begin = 1'780'000'000'000 + static_cast<std::int64_t>(seed) * 86'400'000;
    double now = 0, next = 0;
    core::PlanePoint errs;
    const auto record = [&](core::PlanePoint at) { // errors soon after one another are much alike
        errs = {0.95 * errs.x + 0.3 * 7 * normal(), 0.95 * errs.y + 0.3 * 7 * normal()};
        fixes.push_back({begin + std::llround(next * 1000), Town.toGeo({at.x + errs.x, at.y + errs.y}), 0});
        next += 1;
    };
    while (now < ShiftSeconds) {
        const core::PlanePoint from = crossing(column, row);
        int& moved = chance.below(2) == 0 ? column : row;
        moved = std::clamp(moved + (chance.below(2) == 0 ? 1 : -1), 0, Side - 1);
        const core::PlanePoint to = crossing(column, row);
        const double seconds = std::hypot(to.x - from.x, to.y - from.y) / 1.2;
        for (; next < now + seconds;)
            record({std::lerp(from.x, to.x, (next - now) / seconds), std::lerp(from.y, to.y, (next - now) / seconds)});
        now += seconds;
        if (chance.below(15) == 0) {
            now += 400;
            while (next < now)
                record(to);
        }
    }
    return fixes;
}

/// A road for each stretch between two crossings, and a hundred grids over them.
std::shared_ptr<const core::AreaRegister> townAreas(const std::vector<core::Street>& streets) {
    std::vector<core::Area> areas;
    constexpr int VerticesOfBlock = 3;
    for (const core::Street& street : streets)
        for (std::size_t start = 0; start + VerticesOfBlock < street.line.size(); start += VerticesOfBlock) {
            core::Area road;
            road.id = core::AreaId(static_cast<std::int64_t>(areas.size()) + 1);
            road.kind = core::AreaKind::Road;
            road.code = std::to_string(areas.size());
            road.grade = "minor";
            road.shape.lines = {
                core::Line(street.line.begin() + static_cast<std::ptrdiff_t>(start),
                           street.line.begin() + static_cast<std::ptrdiff_t>(start + VerticesOfBlock + 1))};
            areas.push_back(std::move(road));
        }
    constexpr int GridsAcross = 10;
    const double side = Side * BlockMetres / GridsAcross;
    for (int i = 0; i < GridsAcross * GridsAcross; ++i) {
        core::Area grid;
        grid.id = core::AreaId(1'000'000 + i);
        grid.code = std::to_string(i);
        core::Line ring;
        for (const auto& [x, y] : {std::pair(0, 0), {1, 0}, {1, 1}, {0, 1}, {0, 0}})
            ring.push_back(Town.toGeo(
                {(i % GridsAcross + x - GridsAcross / 2) * side, (i / GridsAcross + y - GridsAcross / 2) * side}));
        grid.shape.polygons = {{ring}};
        areas.push_back(std::move(grid));
    }
    return std::make_shared<const core::AreaRegister>(std::move(areas), std::vector<core::Membership>());
}

/// A month of 200 people: 22 shifts each, of which some are alike.
void measureCoverage(const bench::Measures& measures, const core::StreetNetwork& network,
                     const std::vector<std::vector<core::Passage>>& walked, const std::vector<core::Street>& streets) {
    constexpr std::size_t Tracks = 200 * 22;
    const auto areas = townAreas(streets);
    const core::TimeZone zone;
    const core::Day first = core::parseDay("2026-11-01").value();
    const core::Period month{first, first + std::chrono::days(29)};
    measures.time("coverage: roads into pieces", areas->all().size(), 3,
                  [&] { (void)core::RoadCells(areas, month.to); });
    const core::RoadCells cells(areas, month.to);
    std::vector<std::string> kept;
    std::vector<std::int64_t> starts;
    std::size_t passages = 0, bytes = 0;
    constexpr int BlocksOfStreet = Side - 1;
    for (std::size_t i = 0; i < Tracks; ++i) {
        const std::vector<core::Passage>& walk = walked[i % walked.size()];
        std::vector<core::RoadPassage> ways;
        const std::int64_t start = zone.start(first + std::chrono::days(i % 30)).time_since_epoch().count() + 8 * 3600;
        for (const core::Passage& each : walk) {
            const double length = network.edges()[each.edge].metres();
            const double begin = network.edges()[each.edge].fromMetres;
            const auto block = std::min<std::int64_t>(
                BlocksOfStreet - 1, std::llround(begin / BlockMetres)); // the roads are about as long as the edges
            ways.push_back({core::AreaId(static_cast<std::int64_t>(each.street) * BlocksOfStreet + block + 1),
                            std::clamp(each.fromMetres - begin, 0.0, length),
                            std::clamp(each.toMetres - begin, 0.0, length),
                            start + (each.enterMs - walk.front().enterMs) / 1000,
                            start + (each.leaveMs - walk.front().enterMs) / 1000});
        }
        passages += ways.size();
        kept.push_back(core::encodePassages(ways));
        bytes += kept.back().size();
        starts.push_back(start);
    }
    measures.value("coverage: passages of a month", Tracks, static_cast<double>(passages), "passages");
    measures.value("coverage: kept of a month", Tracks, static_cast<double>(bytes) / 1e6, "MB");
    const core::PatrolRules rules{{{"minor", 1}}, 0.8};
    measures.time("coverage: of a month, from what is kept", passages, 5, [&] {
        std::vector<core::PatrolTrack> tracks(Tracks);
        for (std::size_t i = 0; i < Tracks; ++i) {
            tracks[i].started = core::Moment(core::seconds(starts[i]));
            tracks[i].ended = tracks[i].started + std::chrono::hours(6);
            tracks[i].passages = core::decodePassages(kept[i]).value();
        }
        (void)core::coverageOf(cells, tracks, month, zone, rules);
    });
}

} // namespace

int main(int count, char** arguments) {
    const bench::Measures measures(count, arguments, bench::Measures::Words::Names);
    const std::vector<core::Street> streets = townStreets();
    std::vector<std::vector<core::Fix>> tracks;
    std::size_t recorded = 0;
    for (std::uint64_t seed = 0; seed < Shifts; ++seed) {
        tracks.push_back(shift(seed));
        recorded += tracks.back().size();
    }
    const auto perSecond = [&](const std::string& name, std::size_t size, const auto& work) {
        if (!measures.isWanted(name))
            return;
        std::vector<double> rates;
        for (int run = 0; run < 5; ++run) {
            const auto start = std::chrono::steady_clock::now();
            work();
            rates.push_back(static_cast<double>(size) /
                            std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count());
        }
        measures.list(name, size, rates, "fixes/s");
    };
    perSecond("clean: one fix a second", recorded, [&] {
        for (const std::vector<core::Fix>& track : tracks)
            (void)core::cleanTrack(track);
    });
    std::vector<std::vector<core::Fix>> parts;
    std::size_t thinnedFixes = 0;
    for (const std::vector<core::Fix>& track : tracks)
        for (const std::vector<core::Fix>& part : core::cleanTrack(core::thinned(track)).parts) {
            parts.push_back(part);
            thinnedFixes += part.size();
        }
    std::size_t thinnedAll = 0;
    for (const std::vector<core::Fix>& track : tracks)
        thinnedAll += core::thinned(track).size();
    perSecond("clean: one fix in five seconds", thinnedAll, [&] {
        for (const std::vector<core::Fix>& track : tracks)
            (void)core::cleanTrack(core::thinned(track));
    });
    measures.time("network", streets.size(), 5, [&] { (void)core::StreetNetwork(streets); });
    const core::StreetNetwork network(streets);
    measures.value("network: edges", streets.size(), static_cast<double>(network.edges().size()), "edges");
    double matched = 0, unmatched = 0;
    perSecond("match", thinnedFixes, [&] {
        core::MapMatcher matcher(network);
        matched = unmatched = 0;
        for (const std::vector<core::Fix>& part : parts) {
            const core::MatchedPart found = matcher.match(part);
            matched += found.matchedMetres();
            unmatched += found.unmatchedMetres();
        }
    });
    measures.value("match: on streets", thinnedFixes, matched / 1000, "km");
    measures.value("match: beside streets", thinnedFixes, unmatched / 1000, "km");
    perSecond("match: two threads", thinnedFixes, [&] {
        const auto half = [&](std::size_t first) {
            core::MapMatcher matcher(network);
            for (std::size_t i = first; i < parts.size(); i += 2)
                (void)matcher.match(parts[i]);
        };
        const std::jthread other(half, 1);
        half(0);
    });
    perSecond("in all: thin and clean and match", thinnedAll, [&] {
        core::MapMatcher matcher(network);
        for (const std::vector<core::Fix>& track : tracks)
            for (const std::vector<core::Fix>& part : core::cleanTrack(core::thinned(track)).parts)
                (void)matcher.match(part);
    });
    if (measures.isWanted("coverage")) {
        std::vector<std::vector<core::Passage>> walked;
        core::MapMatcher matcher(network);
        for (const std::vector<core::Fix>& track : tracks) {
            std::vector<core::Passage>& walk = walked.emplace_back();
            for (const std::vector<core::Fix>& part : core::cleanTrack(core::thinned(track)).parts)
                for (const core::Passage& passage : matcher.match(part).passages)
                    walk.push_back(passage);
        }
        measureCoverage(measures, network, walked, streets);
    }
    rusage used{};
    getrusage(RUSAGE_SELF, &used);
    measures.value("memory at most", recorded, static_cast<double>(used.ru_maxrss) / 1e3, "MB");
}
