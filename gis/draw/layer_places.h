// SPDX-License-Identifier: GPL-3.0-or-later
// The places of a layer as degrees, for comparing layers.
#pragma once

#include "core/base/geometry.h"
#include "gis/crs/crs.h"
#include "gis/draw/shape_store.h"

#include <vector>

namespace gridwarden::gis {

/// Some of the vertices, spread evenly over the layer, as the numbers were before an offset datum was undone. None where the map's plane
/// cannot be left.
[[nodiscard]] std::vector<core::GeoPoint> placesBeforeDatum(const ShapeStore& shapes, const Crs& mapCrs, DatumShift undone, std::size_t most);

/// All points, lines and rings in CGCS2000 degrees.
[[nodiscard]] std::vector<core::Line> linesOf(const ShapeStore& shapes, const Crs& mapCrs);

} // namespace gridwarden::gis
