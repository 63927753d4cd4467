// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/source/planar_shape.h"

namespace gridwarden::gis {

using core::fail;
using core::Result;

namespace {

core::Line toLine(const PlanarLine& points) {
    core::Line line;
    line.reserve(points.size());
    for (const MapPoint point : points)
        line.push_back(toGeoPoint(point));
    return line;
}

Result<PlanarLine> toPlanar(const core::Line& line, const Transform& transform) {
    PlanarLine points;
    points.reserve(line.size());
    for (const core::GeoPoint point : line)
        points.push_back(toMapPoint(point));
    if (auto done = transform.forward(std::span(points)); !done)
        return fail(done);
    return points;
}

} // namespace

Result<core::Shape> toShape(PlanarShape shape, const Transform& toCgcs2000) {
    core::Shape result;
    for (auto& polygon : shape.polygons) {
        core::Polygon rings;
        for (PlanarLine& ring : polygon) {
            if (auto done = toCgcs2000.forward(std::span(ring)); !done)
                return fail(done);
            rings.push_back(toLine(ring));
        }
        result.polygons.push_back(std::move(rings));
    }
    for (PlanarLine& line : shape.lines) {
        if (auto done = toCgcs2000.forward(std::span(line)); !done)
            return fail(done);
        result.lines.push_back(toLine(line));
    }
    return result;
}

Result<PlanarShape> transformed(const core::Shape& shape, const Transform& fromCgcs2000) {
    PlanarShape result;
    for (const core::Polygon& polygon : shape.polygons) {
        std::vector<PlanarLine> rings;
        for (const core::Line& ring : polygon) {
            auto points = toPlanar(ring, fromCgcs2000);
            if (!points)
                return fail(points);
            rings.push_back(std::move(*points));
        }
        result.polygons.push_back(std::move(rings));
    }
    for (const core::Line& line : shape.lines) {
        auto points = toPlanar(line, fromCgcs2000);
        if (!points)
            return fail(points);
        result.lines.push_back(std::move(*points));
    }
    return result;
}

} // namespace gridwarden::gis
