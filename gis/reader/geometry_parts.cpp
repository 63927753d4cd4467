// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/reader/geometry_parts.h"

#include <algorithm>
#include <cmath>
#include <memory>
#include <ogr_geometry.h>
#include <utility>

namespace gridwarden::gis {

namespace {

/// Calls `keep(i)` for the vertices of a curve of which none but the last is as near as `step` to the one that was kept
/// before.
template <class Keep> void eachKept(const OGRSimpleCurve& curve, double step, const Keep& keep) {
    const int count = curve.getNumPoints();
    double x = 0;
    double y = 0;
    for (int i = 0; i < count; ++i) {
        const double nextX = curve.getX(i);
        const double nextY = curve.getY(i);
        if (step > 0 && i > 0 && i + 1 < count && std::abs(nextX - x) <= step && std::abs(nextY - y) <= step)
            continue;
        keep(i);
        x = nextX;
        y = nextY;
    }
}

/// Calls `visit(kind, curve, isFirst)` for each line and ring, `visit(point)` for each point; isFirst but for the holes
/// of a polygon.
template <class Visit> void eachCurve(const OGRGeometry& geometry, const Visit& visit, int depth = 0) {
    constexpr int Deepest = 32;
    if (depth > Deepest || geometry.IsEmpty())
        return;
    if (geometry.hasCurveGeometry(FALSE) != 0) { // also a curve type without arcs
        const std::unique_ptr<OGRGeometry> straight(geometry.getLinearGeometry());
        if (straight && straight->hasCurveGeometry(FALSE) == 0)
            eachCurve(*straight, visit, depth + 1);
        return;
    }
    switch (wkbFlatten(geometry.getGeometryType())) {
    case wkbPoint:
        visit(*geometry.toPoint());
        break;
    case wkbLineString:
        visit(ShapeKind::Line, *geometry.toLineString(), true);
        break;
    case wkbPolygon:
    case wkbTriangle: {
        bool isFirst = true;
        for (const OGRLinearRing* ring : *geometry.toPolygon())
            visit(ShapeKind::Polygon, *ring, std::exchange(isFirst, false));
        break;
    }
    case wkbMultiPoint:
    case wkbMultiLineString:
    case wkbMultiPolygon:
    case wkbGeometryCollection:
        for (const OGRGeometry* each : *geometry.toGeometryCollection())
            eachCurve(*each, visit, depth + 1);
        break;
    case wkbPolyhedralSurface:
    case wkbTIN:
        for (const OGRPolygon* each : *geometry.toPolyhedralSurface())
            eachCurve(*each, visit, depth + 1);
        break;
    default:
        break;
    }
}

} // namespace

std::size_t GeometryParts::countKept(const OGRGeometry& geometry) const {
    struct Count {
        std::size_t& count;
        double step;
        void operator()(const OGRPoint&) const { ++count; }
        void operator()(ShapeKind, const OGRSimpleCurve& curve, bool) const {
            if (step > 0)
                eachKept(curve, step, [this](int) { ++count; });
            else
                count += static_cast<std::size_t>(curve.getNumPoints());
        }
    };
    std::size_t count = 0;
    eachCurve(geometry, Count{count, m_step});
    return count;
}

void GeometryParts::take(const OGRGeometry& geometry, std::size_t most) {
    constexpr double Finest = 1e-7; // of the whole's extent
    constexpr double Coarser = 1.5;
    for (auto& pieces : m_pieces)
        pieces.clear();
    m_step = 0;
    if (countKept(geometry) > most) {
        OGREnvelope box;
        geometry.getEnvelope(&box);
        const double extent = std::max(box.MaxX - box.MinX, box.MaxY - box.MinY);
        m_step = extent * Finest;
        while (m_step < extent && countKept(geometry) > most)
            m_step *= Coarser;
    }
    struct Add {
        GeometryParts& parts;
        void operator()(const OGRPoint& each) const {
            parts.of(ShapeKind::Point).push_back({{parts.point(each.getX(), each.getY())}});
        }
        void operator()(ShapeKind kind, const OGRSimpleCurve& curve, bool isFirst) const {
            std::vector<MapPoint> vertices;
            if (parts.m_step == 0)
                vertices.reserve(static_cast<std::size_t>(curve.getNumPoints()));
            eachKept(curve, parts.m_step,
                     [&](int i) { vertices.push_back(parts.point(curve.getX(i), curve.getY(i))); });
            std::vector<GeometryPiece>& pieces = parts.of(kind);
            if (isFirst || pieces.empty())
                pieces.emplace_back();
            pieces.back().push_back(std::move(vertices));
        }
    };
    eachCurve(geometry, Add{*this});
}

} // namespace gridwarden::gis
