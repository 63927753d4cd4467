// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/geometry.h"

#include <optional>

namespace gridwarden::gis {

/// Where the polygons of a shape are first at fault: rings that cross themselves or each other, holes outside, too few
/// points. None for proper polygons.
[[nodiscard]] std::optional<core::GeoPoint> findFault(const core::Shape& shape);

} // namespace gridwarden::gis
