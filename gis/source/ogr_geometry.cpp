// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/source/ogr_geometry.h"

#include "gis/source/gdal_messages.h"

#include <cpl_conv.h>
#include <ogr_geometry.h>
#include <ogr_spatialref.h>
#include <string_view>

namespace gridwarden::gis {

namespace {

PlanarLine toLine(const OGRSimpleCurve& curve, bool isRing) {
    PlanarLine line;
    line.reserve(static_cast<std::size_t>(curve.getNumPoints()) + 1);
    for (int i = 0; i < curve.getNumPoints(); ++i)
        line.push_back({curve.getX(i), curve.getY(i)});
    if (isRing && !line.empty() && line.front() != line.back())
        line.push_back(line.front());
    return line;
}

bool append(const OGRGeometry& geometry, PlanarShape& shape) {
    if (geometry.IsEmpty())
        return true;
    if (geometry.hasCurveGeometry()) {
        const Geometry linear(geometry.getLinearGeometry());
        return linear && !linear->hasCurveGeometry() && append(*linear, shape);
    }
    switch (wkbFlatten(geometry.getGeometryType())) {
    case wkbPoint:
        shape.points.push_back({geometry.toPoint()->getX(), geometry.toPoint()->getY()});
        return true;
    case wkbLineString:
        shape.lines.push_back(toLine(*geometry.toLineString(), false));
        return true;
    case wkbTriangle:
    case wkbPolygon: {
        std::vector<PlanarLine> rings;
        for (const OGRLinearRing* ring : geometry.toPolygon())
            rings.push_back(toLine(*ring, true));
        shape.polygons.push_back(std::move(rings));
        return true;
    }
    case wkbMultiPoint:
    case wkbMultiLineString:
    case wkbMultiPolygon:
    case wkbMultiCurve:
    case wkbMultiSurface:
    case wkbGeometryCollection: {
        bool isWhole = true;
        for (const OGRGeometry* part : geometry.toGeometryCollection())
            isWhole = append(*part, shape) && isWhole;
        return isWhole;
    }
    case wkbTIN:
    case wkbPolyhedralSurface: {
        bool isWhole = true;
        for (const OGRGeometry* part : geometry.toPolyhedralSurface())
            isWhole = append(*part, shape) && isWhole;
        return isWhole;
    }
    default:
        return false;
    }
}

double eastOf(MapPoint p) {
    return p.x;
}
double northOf(MapPoint p) {
    return p.y;
}
double eastOf(core::GeoPoint p) {
    return p.longitude;
}
double northOf(core::GeoPoint p) {
    return p.latitude;
}

template <class Polygons> Geometry multiPolygon(const Polygons& polygons) {
    auto result = std::make_unique<OGRMultiPolygon>();
    for (const auto& rings : polygons) {
        auto polygon = std::make_unique<OGRPolygon>();
        for (const auto& points : rings) {
            auto ring = std::make_unique<OGRLinearRing>();
            ring->setNumPoints(static_cast<int>(points.size()), /*bZeroizeNewContent=*/FALSE);
            for (std::size_t i = 0; i < points.size(); ++i)
                ring->setPoint(static_cast<int>(i), eastOf(points[i]), northOf(points[i]));
            polygon->addRingDirectly(ring.release());
        }
        result->addGeometryDirectly(polygon.release());
    }
    return Geometry(result.release());
}

std::optional<Crs> parseAs(const OGRSpatialReference& system, const char* format) {
    char* wkt = nullptr;
    const char* const options[] = {format, nullptr};
    const bool isWritten = system.exportToWkt(&wkt, options) == OGRERR_NONE && wkt;
    auto crs = Crs::parse(isWritten ? wkt : "");
    CPLFree(wkt);
    return crs ? std::optional(*crs) : std::nullopt;
}

} // namespace

void GeometryDeleter::operator()(OGRGeometry* geometry) const {
    OGRGeometryFactory::destroyGeometry(geometry);
}

std::optional<PlanarShape> toPlanarShape(const OGRGeometry& geometry) {
    PlanarShape shape;
    if (!append(geometry, shape))
        return {};
    return shape;
}

Geometry toGeometry(const PlanarShape& shape) {
    return multiPolygon(shape.polygons);
}
Geometry toGeometry(const core::Shape& shape) {
    return multiPolygon(shape.polygons);
}

bool isUndefined(const OGRSpatialReference& system) {
    const char* const name = system.GetName();
    return name != nullptr && std::string_view(name).starts_with("Undefined ");
}

std::optional<Crs> toCrs(const OGRSpatialReference* system) {
    if (!system || isUndefined(*system))
        return {};
    const GdalMessages quiet;
    const char* const authority = system->GetAuthorityName(nullptr);
    const char* const code = system->GetAuthorityCode(nullptr);
    if (authority && code)
        if (auto crs = Crs::parse(std::string(authority) + ":" + code))
            return *crs;
    // In ESRI's words a system is recognised whatever the order of its axes; one with a datum shift of its own keeps
    // it.
    double shift[7];
    if (system->GetTOWGS84(shift) != OGRERR_NONE)
        if (auto crs = parseAs(*system, "FORMAT=WKT1_ESRI"); crs && crs->text().starts_with("EPSG:"))
            return crs;
    return parseAs(*system, "FORMAT=WKT2_2019");
}

} // namespace gridwarden::gis
