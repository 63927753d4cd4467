// SPDX-License-Identifier: GPL-3.0-or-later
// Where a layer is, for somebody who wants to see it: without the few shapes beside which all others would be a dot.
#pragma once

#include "gis/draw/shape_store.h"

namespace gridwarden::gis {

struct UsualExtent {
    Box box;             ///< map CRS
    std::size_t far = 0; ///< shapes that reach far out of it
};

/// A shape reaches far when it ends more than fifty times as far from the median of all shapes as the others do, and
/// more than 50,000 map units. At most one in twenty is left out, of a few shapes one: where more are far, the layer is
/// like that. \pre the store is finished.
[[nodiscard]] UsualExtent findUsualExtent(const ShapeStore& shapes);

} // namespace gridwarden::gis
