// SPDX-License-Identifier: GPL-3.0-or-later
// Where cases have begun to crowd in the last days: the space–time permutation scan of the last weeks.
#pragma once

#include "core/figures/cell_lattice.h"
#include "core/statistics/space_time_scan.h"

namespace gridwarden::core {

struct NewClusterOptions {
    double cellMetres = 200;
    int periodDays = 84; ///< that are looked at, the local day of `asOf` being the last one
    ScanOptions scan;
};

struct NewCluster {
    GeoPoint centre;
    double radiusMetres = 0;          ///< from the middle of a square to that of the farthest one
    std::vector<std::uint32_t> cells; ///< of the lattice
    Period days;
    Selection rows;      ///< its cases, ascending
    double expected = 0; ///< cases, if the last days were as those before
    double logLikelihoodRatio = 0;
    double p = 1; ///< of any cluster as good as this one, if they were
};

struct NewClusters {
    CellLattice lattice;
    Period days;                      ///< that were looked at
    std::size_t cases = 0;            ///< in them
    std::vector<NewCluster> clusters; ///< the most likely first; perhaps none
};

/// Looks at the selected cases with a place that were reported in the period and not after `asOf`, by squares of the
/// lattice and local days. The p values hold for any number of cases, but few cases have no significant clusters.
/// Choose cases that are reported alike in all places: a new camera or campaign in one street is a cluster as well.
/// Errors: Cancelled "cancelled". \pre cellMetres > 0, periodDays > 0
[[nodiscard]] Result<NewClusters> newClusters(const FiguresContext& context, const Selection& selection,
                                              const NewClusterOptions& options, const std::function<bool()>& goOn);

} // namespace gridwarden::core
