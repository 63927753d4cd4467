// SPDX-License-Identifier: GPL-3.0-or-later
// Makes borders that were drawn twice the same: vertices that almost meet become one, and a border gets a vertex
// wherever a neighbour's vertex lies on it.
#pragma once

#include "gis/source/planar_shape.h"

#include <cstddef>
#include <span>

namespace gridwarden::gis {

struct SnapCount {
    std::size_t moved = 0; ///< vertices that took the place of another
    std::size_t added = 0; ///< vertices put into a border
};

/// Snaps the shapes onto each other within a tolerance. Of vertices that almost meet, the first keeps its place. Rings
/// that collapse, and polygons whose outer ring does, are dropped. \param unitMetres metres in one unit of x and of y;
/// in degrees they differ.
SnapCount snapBorders(std::span<PlanarShape> shapes, double toleranceMetres, MapPoint unitMetres);

} // namespace gridwarden::gis
