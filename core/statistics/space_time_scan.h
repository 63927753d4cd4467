// SPDX-License-Identifier: GPL-3.0-or-later
// Where and since when there are lately more cases than one would expect: the prospective space–time permutation scan
// statistic (Kulldorff et al., PLoS Medicine 2 (2005) e59). It knows nothing but the cases themselves, so that neither
// a place that always has many nor a busy week counts as a cluster, only a place that has more than its share of the
// last days.
#pragma once

#include "core/base/local_plane.h"
#include "core/base/result.h"

#include <cstdint>
#include <functional>
#include <span>
#include <vector>

namespace gridwarden::core {

/// The cases of a cell on a day. The same cell and day may come again.
struct CellDay {
    std::uint32_t cell = 0;  ///< position among the cells
    std::uint32_t day = 0;   ///< 0 is the first of the days looked at
    std::uint32_t cases = 0; ///< of all together fewer than 2^31
};

struct ScanOptions {
    double maxRadiusMetres = 1000; ///< of a cluster's circle, from the middle of a cell to those of others
    std::uint32_t maxDays = 28;    ///< length of a cluster; never more than half of the days
    std::uint32_t leastCases = 2;  ///< in a cluster
    std::uint32_t permutations = 999;
    std::uint64_t seed = 1;
    std::size_t mostClusters = 10;
};

/// All cases of some cells on the last days.
struct ScanCluster {
    std::uint32_t centre = 0;         ///< cell
    double radiusMetres = 0;          ///< to the farthest cell
    std::vector<std::uint32_t> cells; ///< by their distance from the centre
    std::uint32_t days = 0;           ///< length, the last day included
    std::uint32_t cases = 0;
    double expected = 0;
    double logLikelihoodRatio = 0;
    /// Share of the permutations, the data themselves counted as one of them, whose best cluster is at least as good.
    double p = 1;
};

/// Looks at each cylinder: the cells within a radius of one of them, with at most half of all cases, on the last so
/// many days. Of C cases let c be in it, where the margins (cases of its cells on all days, cases of all cells on its
/// days) make one expect µ = cells' × days' ÷ C. For c > µ the ratio is (c ÷ µ)^c ((C − c) ÷ (C − µ))^(C − c). It is
/// compared with its maximum when the times are shuffled among the cases, which keeps the margins. The most likely
/// cluster comes first, then others that share no cell with one before, each compared with the same maxima (which is
/// cautious for these). The same answer for the same seed on every machine. Errors: Cancelled "cancelled" after a no of
/// `goOn`, which is asked before each permutation. \pre days and cells in range
[[nodiscard]] Result<std::vector<ScanCluster>> spaceTimeScan(std::span<const PlanePoint> cells,
                                                             std::span<const CellDay> cases, std::uint32_t days,
                                                             const ScanOptions& options,
                                                             const std::function<bool()>& goOn);

} // namespace gridwarden::core
