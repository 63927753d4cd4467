// SPDX-License-Identifier: GPL-3.0-or-later
// Between GDAL's geometries and systems and ours; for the .cpp files of this folder.
#pragma once

#include "gis/crs/crs.h"
#include "gis/source/planar_shape.h"

#include <memory>
#include <optional>

class OGRGeometry;
class OGRSpatialReference;

namespace gridwarden::gis {

struct GeometryDeleter {
    void operator()(OGRGeometry* geometry) const;
};
using Geometry = std::unique_ptr<OGRGeometry, GeometryDeleter>;

/// Vertices as they are; curves become chords, heights and measures are dropped, rings are closed. None for what has no
/// place in a plane shape (an unsupported geometry).
[[nodiscard]] std::optional<PlanarShape> toPlanarShape(const OGRGeometry& geometry);

/// The polygons as one multipolygon, in the coordinates they have.
[[nodiscard]] Geometry toGeometry(const PlanarShape& shape);
[[nodiscard]] Geometry toGeometry(const core::Shape& shape);

/// GeoPackages say so explicitly: a plane or degrees of which nothing is known.
[[nodiscard]] bool isUndefined(const OGRSpatialReference& system);

/// None where there is no system, it is undefined, or it cannot be used.
[[nodiscard]] std::optional<Crs> toCrs(const OGRSpatialReference* system);

} // namespace gridwarden::gis
