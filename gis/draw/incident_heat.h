// SPDX-License-Identifier: GPL-3.0-or-later
// Incidents as a density: how many there are around a place for a square kilometre. Each incident counts with the kernel
//   w(d) = 2 / (π R²) · exp(−2 d² / R²), whose integral is one (a Gaussian of σ = R / 2, cut off at 3 σ),
// where R is metres on the ground: a density means the same at every scale and on paper. Colours end at a density that follows
// from all incidents that are shown and from R, not from what is in view.
#pragma once

#include "gis/draw/incident_index.h"
#include "gis/draw/view.h"

#include <QColor>
#include <QPainter>
#include <array>
#include <vector>

namespace gridwarden::gis {

/// Densities at the centres of square bins, from the lower left corner, row by row upwards. Bins lie on a lattice that does not
/// move with the view.
struct DensityGrid {
    MapPoint corner;
    double bin = 0; ///< width, map units
    int width = 0;
    int height = 0;
    std::vector<float> values; ///< incidents for a square kilometre
    /// Between the centres of bins; 0 outside.
    [[nodiscard]] double at(MapPoint place) const;
};

/// Covers the view. Bins are an eighth of the radius wide, but never below three screen pixels, which limit the sharpness.
[[nodiscard]] DensityGrid densityOf(const IncidentIndex& incidents, const MapView& view, double radiusMetres);

/// Where colours end: about the greatest density there is, rounded up to 1, 2, 5 × 10^n; 0 without incidents.
[[nodiscard]] double densityScale(const IncidentIndex& incidents, double metresPerUnit, double radiusMetres);

struct HeatStop {
    double share; ///< of the scale
    QColor colour;
};
/// Pale to dark, told apart by lightness alone; between two of them colours change gradually, below the first one they fade.
[[nodiscard]] const std::array<HeatStop, 5>& heatStops();

void paintHeat(QPainter& painter, const IncidentIndex& incidents, const MapView& view, double radiusMetres);

} // namespace gridwarden::gis
