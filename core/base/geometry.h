// SPDX-License-Identifier: GPL-3.0-or-later
// Plain geometry values in geographic coordinates: always (longitude, latitude) in degrees, CGCS2000 (EPSG:4490).
#pragma once

#include <limits>
#include <optional>
#include <span>
#include <vector>

namespace gridwarden::core {

/// Longitude and latitude in degrees, longitude first, CGCS2000 unless a function says otherwise.
struct GeoPoint {
    double longitude = 0;
    double latitude = 0;
    bool operator==(const GeoPoint&) const = default;
};

/// Closed box in degrees; empty when minLongitude > maxLongitude.
struct GeoBox {
    double minLongitude = std::numeric_limits<double>::infinity();
    double minLatitude = std::numeric_limits<double>::infinity();
    double maxLongitude = -std::numeric_limits<double>::infinity();
    double maxLatitude = -std::numeric_limits<double>::infinity();
    bool operator==(const GeoBox&) const = default;
    [[nodiscard]] bool isEmpty() const { return minLongitude > maxLongitude; }
    [[nodiscard]] bool contains(GeoPoint p) const {
        return p.longitude >= minLongitude && p.longitude <= maxLongitude && p.latitude >= minLatitude &&
               p.latitude <= maxLatitude;
    }
    [[nodiscard]] bool intersects(const GeoBox& o) const {
        return minLongitude <= o.maxLongitude && o.minLongitude <= maxLongitude && minLatitude <= o.maxLatitude &&
               o.minLatitude <= maxLatitude;
    }
    void include(GeoPoint p) {
        minLongitude = p.longitude < minLongitude ? p.longitude : minLongitude;
        minLatitude = p.latitude < minLatitude ? p.latitude : minLatitude;
        maxLongitude = p.longitude > maxLongitude ? p.longitude : maxLongitude;
        maxLatitude = p.latitude > maxLatitude ? p.latitude : maxLatitude;
    }
    void include(const GeoBox& o) {
        if (o.isEmpty())
            return;
        include(GeoPoint{o.minLongitude, o.minLatitude});
        include(GeoPoint{o.maxLongitude, o.maxLatitude});
    }
};

/// A line of points; as a polygon ring it is closed (first point equals last).
using Line = std::vector<GeoPoint>;

/// First ring is the outer one, the others are holes.
using Polygon = std::vector<Line>;

/// The shape of an area: polygons, or lines for a road.
struct Shape {
    std::vector<Polygon> polygons;
    std::vector<Line> lines;
    bool operator==(const Shape&) const = default;
    [[nodiscard]] bool isEmpty() const { return polygons.empty() && lines.empty(); }
};

[[nodiscard]] GeoBox boundsOf(const Line& line);
[[nodiscard]] GeoBox boundsOf(const Shape& shape);

/// Whether a point lies in the polygons of a shape by the half-open crossing rule (even-odd): a point on a border shared
/// by two polygons of a partition is in exactly one of them.
[[nodiscard]] bool contains(const Shape& shape, GeoPoint point);

/// A point inside the shape suited for a label: the middle of the widest stretch on a few horizontal scan lines through
/// the largest polygon; the middle vertex of the longest line. None for an empty shape.
[[nodiscard]] std::optional<GeoPoint> labelPoint(const Shape& shape);

/// Distance on the sphere of mean radius 6,371,008.8 m, in metres.
[[nodiscard]] double distanceMetres(GeoPoint a, GeoPoint b);

/// Area of the polygons on the sphere of equal area (radius 6,371,007.2 m), in square metres, holes taken off.
[[nodiscard]] double areaSquareMetres(const Shape& shape);

} // namespace gridwarden::core
