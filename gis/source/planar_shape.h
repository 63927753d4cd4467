// SPDX-License-Identifier: GPL-3.0-or-later
// Shapes in the coordinates of their source.
#pragma once

#include "core/base/geometry.h"
#include "core/base/result.h"
#include "gis/crs/map_point.h"
#include "gis/crs/transform.h"

#include <vector>

namespace gridwarden::gis {

/// A ring or line; a ring is closed.
using PlanarLine = std::vector<MapPoint>;

/// As core::Shape, in some other CRS.
struct PlanarShape {
    std::vector<std::vector<PlanarLine>> polygons; ///< outer ring first
    std::vector<PlanarLine> lines;
    std::vector<MapPoint> points;
    [[nodiscard]] bool isEmpty() const { return polygons.empty() && lines.empty() && points.empty(); }
};

/// Polygons and lines in CGCS2000 degrees, vertex for vertex; points are left out.
/// Errors: BadInput "coordinate-out-of-range" {x, y}.
[[nodiscard]] core::Result<core::Shape> toShape(PlanarShape shape, const Transform& toCgcs2000);

/// The same vertices in another CRS. Errors: as above.
[[nodiscard]] core::Result<PlanarShape> transformed(const core::Shape& shape, const Transform& fromCgcs2000);

} // namespace gridwarden::gis
