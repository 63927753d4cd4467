// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/figures/new_clusters.h"

#include "core/figures/local_clock.h"

#include <algorithm>
#include <tuple>

namespace gridwarden::core {

namespace {

/// A case that is looked at.
struct Sighting {
    std::uint32_t cell, day, row; ///< the day from the first one
    bool operator<(const Sighting& other) const {
        return std::tie(cell, day, row) < std::tie(other.cell, other.day, other.row);
    }
};

std::vector<Sighting> sightingsOf(const FiguresContext& context, const Selection& selection, const CellLattice& lattice,
                                  Period days) {
    const std::int64_t begin = context.zone.start(days.from).time_since_epoch().count();
    const std::int64_t asOf = context.asOf.time_since_epoch().count();
    LocalClock clock(context.zone);
    std::vector<Sighting> sightings;
    context.facts->eachStretch(
        selection, [&](const FactChunk& chunk, std::span<const std::uint32_t> rows, std::size_t) {
            const PackedNumbers& reported = chunk.column(FactColumn::Reported);
            if (reported.greatest() < begin || reported.least() > asOf)
                return;
            for (const std::uint32_t row : rows) {
                const std::size_t i = row % CaseFacts::ChunkSize;
                if (!chunk.hasMark(i, IsPresent) || reported[i] < begin || reported[i] > asOf)
                    continue;
                if (const std::uint32_t cell = lattice.at({chunk.longitude(i), chunk.latitude(i)}); cell != NoPlace)
                    sightings.push_back(
                        {cell, static_cast<std::uint32_t>((clock.day(reported[i]) - days.from).count()), row});
            }
        });
    std::sort(sightings.begin(), sightings.end());
    return sightings;
}

} // namespace

Result<NewClusters> newClusters(const FiguresContext& context, const Selection& selection,
                                const NewClusterOptions& options, const std::function<bool()>& goOn) {
    const Day today = context.zone.day(context.asOf);
    NewClusters result{CellLattice(districtPlane(context), options.cellMetres),
                       {today - std::chrono::days(options.periodDays - 1), today},
                       0,
                       {}};
    const std::vector<Sighting> sightings = sightingsOf(context, selection, result.lattice, result.days);
    result.cases = sightings.size();
    std::vector<std::uint32_t> cells; // that have cases
    std::vector<PlanePoint> middles;
    std::vector<CellDay> counts;
    for (const Sighting& sighting : sightings) {
        if (cells.empty() || cells.back() != sighting.cell) {
            cells.push_back(sighting.cell);
            middles.push_back(result.lattice.centre(sighting.cell));
        }
        counts.push_back({static_cast<std::uint32_t>(cells.size() - 1), sighting.day, 1});
    }
    const auto found =
        spaceTimeScan(middles, counts, static_cast<std::uint32_t>(options.periodDays), options.scan, goOn);
    if (!found)
        return fail(found);
    for (const ScanCluster& scanned : *found) {
        NewCluster cluster;
        cluster.centre = result.lattice.plane().toGeo(middles[scanned.centre]);
        cluster.radiusMetres = scanned.radiusMetres;
        cluster.days = {today - std::chrono::days(scanned.days - 1), today};
        cluster.expected = scanned.expected;
        cluster.logLikelihoodRatio = scanned.logLikelihoodRatio;
        cluster.p = scanned.p;
        const auto firstDay = static_cast<std::uint32_t>(options.periodDays) - scanned.days;
        for (const std::uint32_t position : scanned.cells) {
            const std::uint32_t cell = cells[position];
            cluster.cells.push_back(cell);
            for (auto at = std::lower_bound(sightings.begin(), sightings.end(), Sighting{cell, firstDay, 0});
                 at != sightings.end() && at->cell == cell; ++at)
                cluster.rows.push_back(at->row);
        }
        std::sort(cluster.rows.begin(), cluster.rows.end());
        result.clusters.push_back(std::move(cluster));
    }
    return result;
}

} // namespace gridwarden::core
