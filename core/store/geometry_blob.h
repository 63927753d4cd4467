// SPDX-License-Identifier: GPL-3.0-or-later
// Shapes as GeoPackage geometry blobs (little-endian, EPSG:4490, envelope for areas) and back.
#pragma once

#include "core/base/geometry.h"
#include "core/base/result.h"
#include "core/store/connection.h"

namespace gridwarden::core {

/// A point, 29 bytes.
[[nodiscard]] Blob pointBlob(GeoPoint point);
/// A MultiPolygon, a MultiLineString, or (both present) a GeometryCollection of the two.
[[nodiscard]] Blob shapeBlob(const Shape& shape);
/// Reads what shapeBlob wrote. Errors: Database "geometry-unreadable", "geometry-place-impossible" (a vertex is not on the earth).
[[nodiscard]] Result<Shape> shapeFromBlob(std::string_view bytes);

} // namespace gridwarden::core
