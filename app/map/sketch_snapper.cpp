// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/map/sketch_snapper.h"

#include "app/map/area_editing.h"
#include "app/map/map_widget.h"
#include "gis/edit/local_plane.h"

namespace gridwarden::app {

namespace {

constexpr double SnapPixels = 12;

/// On the lines of visible layers, in map units; vertices first.
std::optional<gis::MapPoint> onLayers(const MapWidget& map, gis::MapPoint pointer, double tolerance) {
    std::optional<gis::MapPoint> vertex;
    std::optional<gis::MapPoint> edge;
    double vertexApart = tolerance;
    double edgeApart = tolerance;
    const gis::PlanePoint here{pointer.x, pointer.y};
    std::vector<gis::MapPoint> room;
    for (const auto& [row, layer] : map.picture().layers().visibleLayers()) {
        const auto* const vector = std::get_if<std::shared_ptr<const gis::VectorLayer>>(&layer);
        if (vector == nullptr)
            continue;
        const gis::ShapeStore& shapes = (*vector)->shapes();
        const core::Box box{pointer.x - tolerance, pointer.y - tolerance, pointer.x + tolerance, pointer.y + tolerance};
        for (const std::uint32_t shape : shapes.tree().find(box)) {
            if (shapes.kind(shape) != gis::ShapeKind::Line)
                continue;
            for (std::size_t part = 0; part < shapes.partCount(shape); ++part) {
                const auto points = shapes.partSeenFrom(box, shape, part, room);
                for (std::size_t i = 0; i < points.size(); ++i) {
                    const gis::PlanePoint a{points[i].x, points[i].y};
                    if (const double apart = gis::distance(a, here); apart < vertexApart) {
                        vertexApart = apart;
                        vertex = points[i];
                    }
                    if (i + 1 == points.size())
                        break;
                    const gis::PlanePoint b{points[i + 1].x, points[i + 1].y};
                    const double share = gis::shareAlong(a, b, here);
                    const gis::PlanePoint foot = gis::between(a, b, share);
                    if (const double apart = gis::distance(foot, here); share > 0 && share < 1 && apart < edgeApart) {
                        edgeApart = apart;
                        edge = gis::MapPoint{foot.x, foot.y};
                    }
                }
            }
        }
    }
    return vertex ? vertex : edge;
}

} // namespace

double snapMetres(const MapWidget& map) { return SnapPixels * map.view().unitsPerPixel * map.view().metresPerUnit; }

std::optional<SnappedPlace> snapped(MapWidget& map, const AreaEditing& editing, const MapPointer& pointer) {
    const auto place = map.picture().toGeo(pointer.map);
    if (!place)
        return std::nullopt;
    // Alt turns it round while it is held.
    if (editing.snaps() == static_cast<bool>(pointer.modifiers & Qt::AltModifier))
        return SnappedPlace{*place, SnappedPlace::Kind::Free};
    const auto border = gis::borderAt(editing.cover(), *place, snapMetres(map));
    if (border && border->isVertex())
        return SnappedPlace{border->place, SnappedPlace::Kind::Vertex};
    if (const auto street = onLayers(map, pointer.map, SnapPixels * map.view().unitsPerPixel))
        if (const auto onStreet = map.picture().toGeo(*street); onStreet && !border)
            return SnappedPlace{*onStreet, SnappedPlace::Kind::Street};
    if (border)
        return SnappedPlace{border->place, SnappedPlace::Kind::Edge};
    return SnappedPlace{*place, SnappedPlace::Kind::Free};
}

void paintSnap(QPainter& painter, QPointF screen, SnappedPlace::Kind kind, const QColor& halo) {
    constexpr double Half = 6;
    if (kind == SnappedPlace::Kind::Free)
        return;
    painter.setBrush(Qt::NoBrush);
    for (const QPen& pen : {QPen(halo, 5), QPen(QColor(0xD0, 0x2F, 0x8C), 2)}) {
        painter.setPen(pen);
        if (kind == SnappedPlace::Kind::Vertex) {
            painter.drawRect(QRectF(screen.x() - Half, screen.y() - Half, 2 * Half, 2 * Half));
        } else if (kind == SnappedPlace::Kind::Edge) {
            painter.drawLine(screen - QPointF(Half, Half), screen + QPointF(Half, Half));
            painter.drawLine(screen - QPointF(Half, -Half), screen + QPointF(Half, -Half));
        } else {
            painter.drawEllipse(screen, Half, Half);
        }
    }
}

} // namespace gridwarden::app
