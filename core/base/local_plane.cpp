// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/local_plane.h"

#include <cmath>
#include <numbers>
#include <numeric>

namespace gridwarden::core {

namespace {

constexpr double SemiMajorAxis = 6378137.0, Flattening = 1 / 298.257222101; // GRS 80, as CGCS2000 has it
constexpr double SquaredEccentricity = Flattening * (2 - Flattening);
constexpr double RadiansPerDegree = std::numbers::pi / 180;

} // namespace

LocalPlane::LocalPlane(GeoPoint middle) : m_middle(middle) {
    const double latitude = middle.latitude * RadiansPerDegree;
    const double w = 1 - SquaredEccentricity * std::sin(latitude) * std::sin(latitude);
    m_metresPerDegreeEast = RadiansPerDegree * SemiMajorAxis / std::sqrt(w) * std::cos(latitude);
    m_metresPerDegreeNorth = RadiansPerDegree * SemiMajorAxis * (1 - SquaredEccentricity) / (w * std::sqrt(w));
}

double groundMetres(GeoPoint a, GeoPoint b) {
    const LocalPlane plane({0, std::midpoint(a.latitude, b.latitude)});
    const PlanePoint way = plane.toPlane(
        {std::remainder(b.longitude - a.longitude, 360), plane.middle().latitude + (b.latitude - a.latitude)});
    return std::hypot(way.x, way.y);
}

} // namespace gridwarden::core
