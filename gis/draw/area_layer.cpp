// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/draw/area_layer.h"

#include <algorithm>

namespace gridwarden::gis {

namespace {

std::optional<std::vector<MapPoint>> onMap(const core::Line& line, const Transform& toMap) {
    std::vector<MapPoint> points;
    points.reserve(line.size());
    for (const core::GeoPoint point : line)
        points.push_back(toMapPoint(point));
    if (!toMap.forward(points))
        return std::nullopt;
    return points;
}

} // namespace

std::shared_ptr<const AreaLayer> AreaLayer::build(core::AreaKind kind, std::span<const core::Area> areas,
                                                  const Transform& toMap) {
    std::shared_ptr<AreaLayer> layer(new AreaLayer);
    layer->m_kind = kind;
    for (const core::Area& area : areas) {
        const auto label = core::labelPoint(area.shape);
        const auto labelPlace = label ? toMap.forward(toMapPoint(*label)) : core::Result<MapPoint>(MapPoint{});
        const bool isLine = area.shape.polygons.empty();
        layer->m_shapes.begin(isLine ? ShapeKind::Line : ShapeKind::Polygon);
        const auto add = [&](const core::Line& line) {
            if (const auto points = onMap(line, toMap))
                layer->m_shapes.addPart(*points);
        };
        for (const core::Polygon& polygon : area.shape.polygons)
            for (const core::Line& ring : polygon)
                add(ring);
        if (isLine)
            for (const core::Line& line : area.shape.lines)
                add(line);
        if (layer->m_shapes.end())
            layer->m_items.push_back({area.id, area.code, area.name, labelPlace ? *labelPlace : MapPoint{}});
    }
    layer->m_shapes.finish();
    return layer;
}

std::optional<std::uint32_t> AreaLayer::shapeOf(core::AreaId id) const {
    const auto found = std::find_if(m_items.begin(), m_items.end(), [id](const Item& item) { return item.id == id; });
    if (found == m_items.end())
        return std::nullopt;
    return static_cast<std::uint32_t>(found - m_items.begin());
}

std::vector<std::uint32_t> AreaLayer::at(MapPoint point, double tolerance) const {
    std::vector<std::uint32_t> found;
    m_shapes.tree().visit({point.x - tolerance, point.y - tolerance, point.x + tolerance, point.y + tolerance},
                          [&](std::uint32_t shape) {
                              if (m_shapes.isNear(shape, point, tolerance))
                                  found.push_back(shape);
                          });
    const auto size = [this](std::uint32_t shape) {
        return m_shapes.box(shape).width() * m_shapes.box(shape).height();
    };
    std::sort(found.begin(), found.end(), [&size](std::uint32_t a, std::uint32_t b) { return size(a) < size(b); });
    return found;
}

} // namespace gridwarden::gis
