// SPDX-License-Identifier: GPL-3.0-or-later
// Relapses of 2.46 million cases, hot spots and new clusters, all on one thread.
//   bench_statistics [--json] [--runs N] [relapse] [hot] [scan] …
// Needs a release build.
#include "core/figures/hot_spots.h"
#include "core/figures/new_clusters.h"
#include "core/figures/relapse.h"
#include "core/figures/tally_columns.h"
#include "core/statistics/local_g.h"
#include "core/statistics/space_time_scan.h"
#include "tests/bench/bench_cases.h"
#include "tests/bench/measures.h"

#include <sys/resource.h>

using namespace gridwarden;

namespace {

constexpr std::int64_t CaseCount = 2'460'000;

void measureRelapses(const bench::Measures& measures, const bench::CrowdedDistrict& made, const core::Selection& all) {
    const core::FiguresContext context = made.context();
    for (const double metres : {50.0, 500.0}) {
        const std::string name = "relapse: squares of " + std::to_string(static_cast<int>(metres)) + " m";
        const core::CellLattice lattice(core::districtPlane(context), metres);
        std::vector<std::uint32_t> places;
        core::Relapses found;
        measures.time(name + ", places", CaseCount, 5, [&] { places = core::cellsOf(*made.facts, all, lattice); });
        if (!measures.isWanted(name))
            continue;
        measures.time(name, CaseCount, 5, [&] { found = core::relapses(context, all, places, {}); });
        measures.time(name + ", big classes", CaseCount, 5, [&] {
            found = core::relapses(context, all, places, {core::CategoryLevel::Top, 30});
        });
        measures.value(name + ", places that were cleared", CaseCount, static_cast<double>(found.places.size()),
                       "places");
        measures.value(name + ", spells", CaseCount, static_cast<double>(found.spells.size()), "spells");
        measures.time(name + ", curve", CaseCount, 5, [&] { (void)core::relapseCurve(found); });
        const core::TallyColumn column = core::tallyColumn(context, made.people, all, core::TallyKey::Organisation,
                                                           core::AreaKind::Grid, core::GridsOf::Then);
        const std::vector<std::uint32_t> groups = core::slotsOf(context, all, column);
        measures.time(name + ", 31 groups", CaseCount, 5,
                      [&] { (void)core::compareRelapses(found, groups, column.values.size()); });
        measures.time(name + ", in all", CaseCount, 5, [&] {
            const auto cells = core::cellsOf(*made.facts, all, lattice);
            const core::Relapses each = core::relapses(context, all, cells, {});
            (void)core::relapseCurve(each);
        });
    }
}

void measureHotSpots(const bench::Measures& measures, const bench::CrowdedDistrict& made, const core::Selection& all) {
    const core::FiguresContext context = made.context();
    measures.time("hot spots: squares of 250 m", CaseCount, 5, [&] { (void)core::hotSpots(context, all, {}).value(); });
    core::HotSpotOptions fine;
    fine.cellMetres = 100;
    fine.bandMetres = 500;
    measures.time("hot spots: squares of 100 m", CaseCount, 5,
                  [&] { (void)core::hotSpots(context, all, fine).value(); });
    std::vector<core::PlanePoint> places;
    std::vector<double> values;
    bench::Chance chance(5);
    for (int i = 0; i < 100'000; ++i) {
        places.push_back({30'000 * chance.unit(), 30'000 * chance.unit()});
        values.push_back(static_cast<double>(chance.below(20)));
    }
    measures.time("hot spots: Gi* of places within 1 km", places.size(), 5,
                  [&] { (void)core::localG(places, values, 1000); });
}

void measureScan(const bench::Measures& measures, const bench::CrowdedDistrict& made, const core::Selection& all) {
    const core::FiguresContext context = made.context();
    const auto part = [&](std::size_t wanted) { // of the last 84 days, spread over them
        const std::int64_t begin = (context.asOf - std::chrono::days(84)).time_since_epoch().count();
        core::Selection rows;
        for (const std::uint32_t row : all)
            if ((*made.facts)[row].reported >= begin)
                rows.push_back(row);
        core::Selection chosen;
        for (std::size_t i = 0; i < wanted; ++i)
            chosen.push_back(rows[i * rows.size() / wanted]);
        return chosen;
    };
    for (const std::size_t count : {20'000U, 200'000U}) {
        const std::string name = "scan: 84 days, 999 permutations, " + std::to_string(count) + " cases";
        if (!measures.isWanted(name))
            continue;
        const core::Selection rows = part(count);
        core::NewClusters found{core::CellLattice(core::districtPlane(context), 200), {}, 0, {}};
        measures.time(name, rows.size(), 3,
                      [&] { found = core::newClusters(context, rows, {}, [] { return true; }).value(); });
        measures.value(name + ", p of the best", rows.size(), found.clusters.empty() ? 1 : found.clusters.front().p,
                       "");
        core::NewClusterOptions fine;
        fine.cellMetres = 100;
        measures.time(name + ", squares of 100 m", rows.size(), 3,
                      [&] { (void)core::newClusters(context, rows, fine, [] { return true; }).value(); });
    }
}

} // namespace

int main(int count, char** arguments) {
    const bench::Measures measures(count, arguments, bench::Measures::Words::Names);
    const bench::CrowdedDistrict made(CaseCount);
    const core::Selection all = core::select(made.context(), {}).value();
    measureRelapses(measures, made, all);
    measureHotSpots(measures, made, all);
    measureScan(measures, made, all);
    rusage used{};
    getrusage(RUSAGE_SELF, &used);
    measures.value("memory at most", CaseCount, static_cast<double>(used.ru_maxrss) / 1e3, "MB");
}
