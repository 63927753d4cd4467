// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/reader/geometry_parts.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <memory>
#include <ogr_geometry.h>

namespace gridwarden::gis {

void GeometryParts::clear() {
    for (auto& parts : m_parts)
        parts.clear();
}

void GeometryParts::add(const OGRGeometry& geometry, int depth) {
    constexpr int Deepest = 32;
    if (depth > Deepest || geometry.IsEmpty())
        return;
    if (geometry.hasCurveGeometry(FALSE) != 0) { // also a curve type without arcs
        const std::unique_ptr<OGRGeometry> straight(geometry.getLinearGeometry());
        if (straight && straight->hasCurveGeometry(FALSE) == 0)
            add(*straight, depth + 1);
        return;
    }
    switch (wkbFlatten(geometry.getGeometryType())) {
    case wkbPoint:
        addPoint(*geometry.toPoint());
        break;
    case wkbLineString:
        addCurve(ShapeKind::Line, *geometry.toLineString());
        break;
    case wkbPolygon:
    case wkbTriangle:
        for (const OGRLinearRing* ring : *geometry.toPolygon())
            addCurve(ShapeKind::Polygon, *ring);
        break;
    case wkbMultiPoint:
    case wkbMultiLineString:
    case wkbMultiPolygon:
    case wkbGeometryCollection:
        for (const OGRGeometry* each : *geometry.toGeometryCollection())
            add(*each, depth + 1);
        break;
    case wkbPolyhedralSurface:
    case wkbTIN:
        for (const OGRPolygon* each : *geometry.toPolyhedralSurface())
            add(*each, depth + 1);
        break;
    default:
        break;
    }
}

std::size_t GeometryParts::vertexCount() const {
    std::size_t count = 0;
    for (const auto& parts : m_parts)
        for (const auto& part : parts)
            count += part.size();
    return count;
}

void GeometryParts::thin(std::size_t most) {
    constexpr double Finest = 1e-6; // of the whole's extent
    MapPoint low{std::numeric_limits<double>::infinity(), std::numeric_limits<double>::infinity()};
    MapPoint high{-low.x, -low.y};
    for (const auto& parts : m_parts)
        for (const auto& part : parts)
            for (const MapPoint vertex : part) {
                low = {std::min(low.x, vertex.x), std::min(low.y, vertex.y)};
                high = {std::max(high.x, vertex.x), std::max(high.y, vertex.y)};
            }
    const double extent = std::max(high.x - low.x, high.y - low.y);
    for (double step = extent * Finest; vertexCount() > most && step < extent; step *= 2)
        for (auto& parts : m_parts)
            for (auto& part : parts) {
                std::size_t kept = 0;
                for (std::size_t i = 0; i < part.size(); ++i)
                    if (i == 0 || i + 1 == part.size() || std::abs(part[i].x - part[kept - 1].x) > step || std::abs(part[i].y - part[kept - 1].y) > step)
                        part[kept++] = part[i];
                part.resize(kept);
            }
}

void GeometryParts::addPoint(const OGRPoint& each) { of(ShapeKind::Point).push_back({point(each.getX(), each.getY())}); }

void GeometryParts::addCurve(ShapeKind kind, const OGRSimpleCurve& curve) {
    std::vector<MapPoint> vertices;
    vertices.reserve(static_cast<std::size_t>(curve.getNumPoints()));
    for (int i = 0; i < curve.getNumPoints(); ++i)
        vertices.push_back(point(curve.getX(i), curve.getY(i)));
    of(kind).push_back(std::move(vertices));
}

} // namespace gridwarden::gis
