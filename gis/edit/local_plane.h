// SPDX-License-Identifier: GPL-3.0-or-later
// Measuring near one place: degrees as metres east and north of it, straight lines staying straight.
#pragma once

#include "core/base/geometry.h"

#include <cmath>
#include <numbers>

namespace gridwarden::gis {

struct PlanePoint {
    double x = 0; ///< metres east
    double y = 0; ///< metres north
};

class LocalPlane {
  public:
    LocalPlane() = default;
    explicit LocalPlane(core::GeoPoint origin) : m_origin(origin) {
        constexpr double MeanRadius = 6'371'008.8;
        constexpr double Radian = std::numbers::pi / 180;
        m_north = MeanRadius * Radian;
        m_east = m_north * std::cos(origin.latitude * Radian);
    }
    [[nodiscard]] PlanePoint toPlane(core::GeoPoint p) const {
        return {(p.longitude - m_origin.longitude) * m_east, (p.latitude - m_origin.latitude) * m_north};
    }
    [[nodiscard]] core::GeoPoint toDegrees(PlanePoint p) const {
        return {m_origin.longitude + p.x / m_east, m_origin.latitude + p.y / m_north};
    }
    /// Metres as degrees, on the safe side in both directions.
    [[nodiscard]] core::GeoBox grown(core::GeoBox box, double metres) const {
        const double by = metres / m_east;
        if (!box.isEmpty()) {
            box.minLongitude -= by;
            box.maxLongitude += by;
            box.minLatitude -= by;
            box.maxLatitude += by;
        }
        return box;
    }

  private:
    core::GeoPoint m_origin;
    double m_east = 1;
    double m_north = 1;
};

/// Twice the area of the triangle: above zero where c lies left of a → b.
[[nodiscard]] inline double turn(PlanePoint a, PlanePoint b, PlanePoint c) { return (b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x); }

[[nodiscard]] inline double distance(PlanePoint a, PlanePoint b) { return std::hypot(b.x - a.x, b.y - a.y); }

/// Where on a → b the foot of p is: 0 at a, 1 at b.
[[nodiscard]] inline double shareAlong(PlanePoint a, PlanePoint b, PlanePoint p) {
    const double dx = b.x - a.x;
    const double dy = b.y - a.y;
    const double length = dx * dx + dy * dy;
    return length > 0 ? ((p.x - a.x) * dx + (p.y - a.y) * dy) / length : 0;
}

[[nodiscard]] inline PlanePoint between(PlanePoint a, PlanePoint b, double share) { return {a.x + (b.x - a.x) * share, a.y + (b.y - a.y) * share}; }

} // namespace gridwarden::gis
