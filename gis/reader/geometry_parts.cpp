// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/reader/geometry_parts.h"

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

void GeometryParts::addPoint(const OGRPoint& each) { of(ShapeKind::Point).push_back({point(each.getX(), each.getY())}); }

void GeometryParts::addCurve(ShapeKind kind, const OGRSimpleCurve& curve) {
    std::vector<MapPoint> vertices;
    vertices.reserve(static_cast<std::size_t>(curve.getNumPoints()));
    for (int i = 0; i < curve.getNumPoints(); ++i)
        vertices.push_back(point(curve.getX(i), curve.getY(i)));
    of(kind).push_back(std::move(vertices));
}

} // namespace gridwarden::gis
