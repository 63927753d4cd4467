// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/geometry.h"

#include <optional>
#include <string>

class OGRGeometry;

namespace gridwarden::gis {

/// Why polygons are not a proper shape, and where.
struct ShapeFault {
    std::string
        why; ///< the library's words: "Self-intersection", "Ring Self-intersection", "Hole lies outside shell" …
    core::GeoPoint place;
};

/// The first fault of the polygons of a shape: rings that cross themselves or each other, holes outside, too few
/// points.
[[nodiscard]] std::optional<ShapeFault> findFault(const core::Shape& shape);

} // namespace gridwarden::gis
