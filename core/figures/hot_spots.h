// SPDX-License-Identifier: GPL-3.0-or-later
// Where in the district cases crowd more than chance would have it: Gi* of the counts in squares.
#pragma once

#include "core/figures/cell_lattice.h"

namespace gridwarden::core {

struct HotSpotOptions {
    double cellMetres = 250;
    double bandMetres = 750; ///< squares whose middles are so near count as around each other
    AreaKind kind = AreaKind::Grid;
    double falseDiscoveryRate = 0.05; ///< at most this share of the hot and cold squares is so by chance, on average
};

enum class Heat { Usual, Hot, Cold };

struct HotSpotCell {
    std::uint32_t cell = 0; ///< of the lattice
    std::uint32_t cases = 0;
    double z = 0;
    double p = 1;
    double adjustedP = 1; ///< falseDiscoveryAdjusted over all squares
    Heat heat = Heat::Usual;
    std::uint32_t firstCase = 0; ///< in HotSpots::rows
};

struct HotSpots {
    CellLattice lattice;
    HotSpotOptions options;
    std::vector<HotSpotCell> cells; ///< of the whole study area, by z from the hottest to the coldest
    Selection rows;
    std::size_t cases = 0;       ///< in the study area
    std::size_t casesBeyond = 0; ///< selected cases that are not, or have no place
    double expectedAround = 0;   ///< cases that chance gives a square and those near it, on average

    /// The records behind a square, ascending.
    [[nodiscard]] std::span<const std::uint32_t> rowsOf(const HotSpotCell& cell) const {
        return std::span(rows).subspan(cell.firstCase, cell.cases);
    }
};

/// The study area are the squares whose middle is in an area of the kind on the local day of `asOf`; those without
/// cases count as zero. A square at the rim counts only if its middle is inside, and then with all its cases.
///
/// What is tested are sums of counts, whose p value takes them as normal. So there have to be cases in at least 30
/// squares (Esri's documentation of the same analysis asks for 30 features that differ) and at least 5 cases to be
/// expected around a square (Cochran's rule, Biometrics 10 (1954) 417, for counts taken as normal); else the squares or
/// the band have to be larger, or more cases chosen.
///
/// Errors: Refused "hot-spots-no-areas" {}, "hot-spots-few-cells" {squares with cases, least}, "hot-spots-few-expected"
/// {expected, least}; BadInput "hot-spots-many-cells" {}: more than a million squares, or too wide a band for them.
/// \pre cellMetres > 0, bandMetres >= 0
[[nodiscard]] Result<HotSpots> hotSpots(const FiguresContext& context, const Selection& selection,
                                        const HotSpotOptions& options);

} // namespace gridwarden::core
