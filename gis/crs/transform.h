// SPDX-License-Identifier: GPL-3.0-or-later
// Coordinates from one CRS to another.
#pragma once

#include "core/base/geometry.h"
#include "core/base/result.h"
#include "gis/crs/crs.h"
#include "gis/crs/map_point.h"

#include <memory>
#include <span>

namespace gridwarden::gis {

/// Changes coordinates between two systems. Axis order is always x east (longitude), y north (latitude), whatever the
/// registry says. CGCS2000 and WGS 84 count as equal: they differ by centimetres to decimetres.
/// Belongs to one thread; make one for each.
class Transform {
public:
    /// Errors: Unsupported "crs-no-transformation" {from, to}.
    [[nodiscard]] static core::Result<Transform> between(const Crs& from, const Crs& to);
    Transform(Transform&&) noexcept;
    Transform& operator=(Transform&&) noexcept;
    ~Transform();

    /// Errors: BadInput "coordinate-out-of-range" {x and y}: the place lies outside what the systems can express.
    [[nodiscard]] core::Result<MapPoint> forward(MapPoint point) const;
    [[nodiscard]] core::Result<MapPoint> inverse(MapPoint point) const;
    /// In place. Errors: as above for the first bad point; the points are then undefined.
    [[nodiscard]] core::Result<void> forward(std::span<MapPoint> points) const;
    [[nodiscard]] core::Result<void> inverse(std::span<MapPoint> points) const;

    /// Only an operation without a datum shift is known where one is needed: the result can be wrong by tens of metres
    /// (Xian 1980, Beijing 1954) and the user has to be told.
    [[nodiscard]] bool isBallpark() const;
    /// Nothing changes: the systems are equal for this program.
    [[nodiscard]] bool isIdentity() const;

private:
    struct Steps;
    explicit Transform(std::unique_ptr<Steps> steps);
    core::Result<void> apply(std::span<MapPoint> points, bool isForward) const;
    std::unique_ptr<Steps> m_steps;
};

/// GeoPoint is CGCS2000 (longitude, latitude).
[[nodiscard]] inline core::GeoPoint toGeoPoint(MapPoint degrees) {
    return {degrees.x, degrees.y};
}
[[nodiscard]] inline MapPoint toMapPoint(core::GeoPoint point) {
    return {point.longitude, point.latitude};
}

} // namespace gridwarden::gis
