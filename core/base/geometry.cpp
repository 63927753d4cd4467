// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/geometry.h"

#include <algorithm>
#include <cmath>
#include <numbers>
#include <numeric>

namespace gridwarden::core {

namespace {

constexpr double RadiansPerDegree = std::numbers::pi / 180;

/// Whether a ray from the point to the east crosses the ring an odd number of times.
bool crossesOddly(const Line& ring, GeoPoint point) {
    bool odd = false;
    for (std::size_t i = 0, j = ring.empty() ? 0 : ring.size() - 1; i < ring.size(); j = i++) {
        // Walk each edge from its lower to its upper end, so that two polygons sharing it compute the same crossing.
        const GeoPoint& lower = ring[i].latitude < ring[j].latitude ? ring[i] : ring[j];
        const GeoPoint& upper = ring[i].latitude < ring[j].latitude ? ring[j] : ring[i];
        if (point.latitude < lower.latitude || point.latitude >= upper.latitude)
            continue;
        const double crossing = lower.longitude + (point.latitude - lower.latitude) *
                                                      (upper.longitude - lower.longitude) /
                                                      (upper.latitude - lower.latitude);
        if (point.longitude < crossing)
            odd = !odd;
    }
    return odd;
}

double ringArea(const Line& ring) {
    constexpr double AuthalicRadius = 6371007.2;
    double sum = 0;
    for (std::size_t i = 0; i + 1 < ring.size(); ++i)
        sum += (ring[i + 1].longitude - ring[i].longitude) * RadiansPerDegree *
               (std::sin(ring[i].latitude * RadiansPerDegree) + std::sin(ring[i + 1].latitude * RadiansPerDegree)) / 2;
    return std::abs(sum) * AuthalicRadius * AuthalicRadius;
}

double polygonArea(const Polygon& polygon) {
    double area = 0;
    for (std::size_t i = 0; i < polygon.size(); ++i)
        area += i == 0 ? ringArea(polygon[i]) : -ringArea(polygon[i]);
    return area;
}

struct Stretch {
    double width = -1;
    GeoPoint middle;
};

/// The widest stretch of a horizontal line inside a polygon.
Stretch widestStretch(const Polygon& polygon, double latitude) {
    std::vector<double> crossings;
    for (const Line& ring : polygon)
        for (std::size_t i = 0; i + 1 < ring.size(); ++i) {
            const GeoPoint& a = ring[i];
            const GeoPoint& b = ring[i + 1];
            if ((a.latitude <= latitude) != (b.latitude <= latitude))
                crossings.push_back(std::clamp( // rounding does not lead out of the edge
                    a.longitude + (latitude - a.latitude) * (b.longitude - a.longitude) / (b.latitude - a.latitude),
                    std::min(a.longitude, b.longitude), std::max(a.longitude, b.longitude)));
        }
    std::sort(crossings.begin(), crossings.end());
    Stretch widest;
    for (std::size_t i = 0; i + 1 < crossings.size(); i += 2)
        if (crossings[i + 1] - crossings[i] > widest.width)
            widest = {crossings[i + 1] - crossings[i], {std::midpoint(crossings[i], crossings[i + 1]), latitude}};
    return widest;
}

} // namespace

GeoBox boundsOf(const Line& line) {
    GeoBox box;
    for (const GeoPoint& p : line)
        box.include(p);
    return box;
}

GeoBox boundsOf(const Shape& shape) {
    GeoBox box;
    for (const Polygon& polygon : shape.polygons)
        for (const Line& ring : polygon) // also a hole that lies outside, as contains does
            box.include(boundsOf(ring));
    for (const Line& line : shape.lines)
        box.include(boundsOf(line));
    return box;
}

bool contains(const Shape& shape, GeoPoint point) {
    bool odd = false;
    for (const Polygon& polygon : shape.polygons)
        for (const Line& ring : polygon)
            odd ^= crossesOddly(ring, point);
    return odd;
}

std::optional<GeoPoint> labelPoint(const Shape& shape) {
    if (!shape.polygons.empty()) {
        const auto& largest = *std::max_element(
            shape.polygons.begin(), shape.polygons.end(),
            [](const Polygon& a, const Polygon& b) { return polygonArea(a) < polygonArea(b); });
        if (largest.empty())
            return std::nullopt;
        const GeoBox box = boundsOf(largest.front());
        const double height = box.maxLatitude - box.minLatitude;
        Stretch best;
        for (const double share : {0.5, 0.4, 0.6, 0.3, 0.7}) {
            const Stretch stretch = widestStretch(largest, box.minLatitude + share * height);
            if (stretch.width > best.width * 1.2) // the middle wins unless another line is clearly wider
                best = stretch;
        }
        if (best.width >= 0)
            return best.middle;
        return largest.front().empty() ? std::nullopt : std::optional(largest.front().front());
    }
    const auto longest = std::max_element(shape.lines.begin(), shape.lines.end(),
                                          [](const Line& a, const Line& b) { return a.size() < b.size(); });
    if (longest == shape.lines.end() || longest->empty())
        return std::nullopt;
    return (*longest)[longest->size() / 2];
}

double distanceMetres(GeoPoint a, GeoPoint b) {
    constexpr double MeanRadius = 6371008.8;
    const double dLatitude = (b.latitude - a.latitude) * RadiansPerDegree / 2;
    const double dLongitude = (b.longitude - a.longitude) * RadiansPerDegree / 2;
    const double h = std::pow(std::sin(dLatitude), 2) + std::cos(a.latitude * RadiansPerDegree) *
                                                            std::cos(b.latitude * RadiansPerDegree) *
                                                            std::pow(std::sin(dLongitude), 2);
    return 2 * MeanRadius * std::asin(std::min(1.0, std::sqrt(h)));
}

double areaSquareMetres(const Shape& shape) {
    double area = 0;
    for (const Polygon& polygon : shape.polygons)
        area += polygonArea(polygon);
    return area;
}

} // namespace gridwarden::core
