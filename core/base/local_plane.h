// SPDX-License-Identifier: GPL-3.0-or-later
// Metres on the ground about a place, without a map projection: for squares, distances and counts within a district.
#pragma once

#include "core/base/geometry.h"

namespace gridwarden::core {

/// Metres from the middle of a LocalPlane: x to the east, y to the north.
struct PlanePoint {
    double x = 0;
    double y = 0;
    bool operator==(const PlanePoint&) const = default;
};

/// x = Δλ · N cos φ₀, y = Δφ · M, with the radii of curvature N and M of the ellipsoid of CGCS2000 at the latitude φ₀
/// of the middle (plate carrée about it; Snyder, Map Projections: A Working Manual, 1987, eq. 4-18 to 4-20). So a
/// square here is a box in degrees as well. What it costs: lengths from west to east are wrong by tan φ₀ · Δφ, 0.27 %
/// at 30 km north of a middle at 30° and 0.47 % at 45°, those from south to north by less than 0.01 %; not for areas
/// across the antimeridian or at a pole.
class LocalPlane {
public:
    explicit LocalPlane(GeoPoint middle);

    [[nodiscard]] GeoPoint middle() const { return m_middle; }
    [[nodiscard]] PlanePoint toPlane(GeoPoint place) const {
        return {(place.longitude - m_middle.longitude) * m_metresPerDegreeEast,
                (place.latitude - m_middle.latitude) * m_metresPerDegreeNorth};
    }
    [[nodiscard]] GeoPoint toGeo(PlanePoint point) const {
        return {m_middle.longitude + point.x / m_metresPerDegreeEast,
                m_middle.latitude + point.y / m_metresPerDegreeNorth};
    }

private:
    GeoPoint m_middle;
    double m_metresPerDegreeEast;
    double m_metresPerDegreeNorth;
};

/// Length in metres of the shortest line on the ellipsoid between two places that are not far apart, measured in the
/// plane about their middle (Gauss's mid-latitude formula without its higher terms). Between 60° south and north it is
/// wrong by less than a ten-millionth up to 5 km and three millionths up to 30 km. The antimeridian is no obstacle.
[[nodiscard]] double groundMetres(GeoPoint a, GeoPoint b);

} // namespace gridwarden::core
