// SPDX-License-Identifier: GPL-3.0-or-later
// Does a layer lie where another one says, or beside it as GCJ-02 and BD-09 lie? A hint with its evidence, never a decision: each
// possible datum is undone and the layer's points are looked for in the other layer.
#pragma once

#include "core/base/geometry.h"
#include "gis/crs/crs.h"
#include "gis/process/go_on.h"

#include <array>
#include <optional>
#include <span>
#include <vector>

namespace gridwarden::gis {

/// Metres.
struct ShiftVector {
    double east = 0;
    double north = 0;
};

/// What speaks for one datum.
struct DatumEvidence {
    DatumShift datum = DatumShift::None;
    std::size_t matched = 0;   ///< points that lie on the other layer when read in this datum
    double medianMetres = 0;   ///< distance of those matched; 0 when none is
    ShiftVector before;        ///< median way from a matched point as drawn without any datum to the place where it belongs
    ShiftVector after;         ///< what is left of it in this datum
};

struct DatumHint {
    std::size_t points = 0;        ///< looked for, at most MostPoints, spread over the layer
    std::size_t chanceMatched = 0; ///< the most that were matched when the layer was moved by a way that means nothing
    std::array<DatumEvidence, 3> evidence; ///< None, Gcj02, Bd09
    std::optional<DatumShift> verdict;     ///< none: the layers do not tell

    static constexpr double MatchMetres = 10; ///< how near a point lies to what it is found on
    static constexpr std::size_t MostPoints = 2000;
    static constexpr std::size_t FewestMatches = 8;
};

/// `layer`: its vertices as numbers, before any offset is undone. `reference`: lines of what is known to be CGCS2000; a line of one
/// vertex is a point. Matched is what lies within MatchMetres. A verdict needs three things: enough points matched (a
/// quarter, at least FewestMatches), clearly more than by chance (the layer moved in 24 directions by 70 to 1500 m), and clearly more than
/// in any other datum. None when cancelled.
[[nodiscard]] std::optional<DatumHint> hintAtDatum(std::span<const core::GeoPoint> layer, std::span<const core::Line> reference,
                                                   const GoOn& goOn = {});

} // namespace gridwarden::gis
