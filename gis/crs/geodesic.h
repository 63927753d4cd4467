// SPDX-License-Identifier: GPL-3.0-or-later
// Measures on the CGCS2000 ellipsoid, for what people are told. core/base/geometry.h has the quick ones on the sphere.
#pragma once

#include "core/base/geometry.h"

#include <span>

namespace gridwarden::gis {

/// Length of a line along geodesics, in metres.
[[nodiscard]] double lengthMetres(std::span<const core::GeoPoint> line);

/// Area inside a ring of geodesics, in square metres, never negative; whether the ring is closed or turns left does not
/// matter.
[[nodiscard]] double areaSquareMetres(std::span<const core::GeoPoint> ring);

/// Area of the polygons of a shape in square metres, holes taken off.
[[nodiscard]] double ellipsoidAreaSquareMetres(const core::Shape& shape);

} // namespace gridwarden::gis
