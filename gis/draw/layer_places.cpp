// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/draw/layer_places.h"

#include "gis/crs/gcj02.h"
#include "gis/crs/transform.h"

#include <algorithm>

namespace gridwarden::gis {

std::vector<core::GeoPoint> placesBeforeDatum(const ShapeStore& shapes, const Crs& mapCrs, DatumShift undone, std::size_t most) {
    std::vector<core::GeoPoint> places;
    const auto toDegrees = Transform::between(mapCrs, Crs::cgcs2000());
    if (!toDegrees || most == 0)
        return places;
    const std::size_t step = std::max<std::size_t>(1, shapes.vertexCount() / most);
    std::size_t vertex = 0;
    for (std::size_t shape = 0; shape < shapes.size(); ++shape)
        for (std::size_t part = 0; part < shapes.partCount(shape); ++part)
            for (const MapPoint& point : shapes.part(shape, part)) {
                if (vertex++ % step != 0)
                    continue;
                const auto degrees = toDegrees->forward(point);
                if (!degrees)
                    continue;
                const core::GeoPoint place = toGeoPoint(*degrees);
                places.push_back(undone == DatumShift::Gcj02 ? toGcj02(place) : undone == DatumShift::Bd09 ? toBd09(place) : place);
            }
    return places;
}

std::vector<core::Line> linesOf(const ShapeStore& shapes, const Crs& mapCrs) {
    std::vector<core::Line> lines;
    const auto toDegrees = Transform::between(mapCrs, Crs::cgcs2000());
    if (!toDegrees)
        return lines;
    std::vector<MapPoint> points;
    for (std::size_t shape = 0; shape < shapes.size(); ++shape)
        for (std::size_t part = 0; part < shapes.partCount(shape); ++part) {
            const auto vertices = shapes.part(shape, part);
            points.assign(vertices.begin(), vertices.end());
            if (!toDegrees->forward(std::span(points)))
                continue;
            core::Line line;
            line.reserve(points.size());
            for (const MapPoint& point : points)
                line.push_back(toGeoPoint(point));
            lines.push_back(std::move(line));
        }
    return lines;
}

} // namespace gridwarden::gis
