// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/map/marked_points_overlay.h"

#include "app/map/map_tool.h"

#include <cmath>
#include <unordered_set>

namespace gridwarden::app {

namespace {

constexpr double Radius = 5;         // pixels
constexpr double SelectedRadius = 8; // pixels
constexpr double PickRadius = 8;     // pixels
constexpr double OnePlace = 3;       // pixels: closer ones are painted once
const QColor Ink(0x00, 0x72, 0xB2);  // blue of Okabe and Ito

QPolygonF diamond(QPointF middle, double radius) {
    return {middle - QPointF(0, radius), middle + QPointF(radius, 0), middle + QPointF(0, radius),
            middle - QPointF(radius, 0)};
}

} // namespace

MarkedPointsOverlay::MarkedPointsOverlay(MarkedPoints& points, MapWidget& map)
    : MapOverlay(map, &points), m_points(points) {
    connect(&points, &MarkedPoints::changed, this, &MarkedPointsOverlay::project);
    connect(&map.picture(), &MapPicture::mapCrsChanged, this, &MarkedPointsOverlay::project);
    project();
}

void MarkedPointsOverlay::project() {
    m_places.clear();
    const auto& points = m_points.points();
    for (std::size_t i = 0; i < points.size(); ++i)
        if (const auto place = map().picture().toMap(points[i]))
            m_places.push_back({*place, i});
    refresh();
}

void MarkedPointsOverlay::paint(QPainter& painter) const {
    if (m_places.empty())
        return;
    const QRectF window = QRectF(map().rect()).adjusted(-Radius, -Radius, Radius, Radius);
    const gis::MapView& view = map().view();
    std::unordered_set<std::int64_t> taken;
    QPolygonF selected;
    painter.setBrush(QColor(Ink.red(), Ink.green(), Ink.blue(), 150));
    painter.setPen(QPen(map().picture().layers().theme().halo(), 1.2));
    for (const Place& place : m_places) {
        const QPointF screen = view.toScreen(place.place);
        if (!window.contains(screen))
            continue;
        if (place.number == m_points.selected()) {
            selected = diamond(screen, SelectedRadius);
            continue;
        }
        const auto cell = static_cast<std::int64_t>(screen.y() / OnePlace) * 1'000'000 +
                          static_cast<std::int64_t>(screen.x() / OnePlace);
        if (taken.insert(cell).second)
            painter.drawPolygon(diamond(screen, Radius));
    }
    if (selected.isEmpty())
        return;
    for (const QPen& pen : {QPen(map().picture().layers().theme().halo(), 5), QPen(Ink, 2.5)}) {
        painter.setPen(pen);
        painter.drawPolygon(selected);
    }
}

std::vector<gis::LegendEntry> MarkedPointsOverlay::legend() const {
    if (m_places.empty())
        return {};
    gis::LegendEntry entry;
    entry.kind = gis::LegendEntry::Kind::Shape;
    entry.shape = gis::ShapeKind::Point;
    entry.caption.chinese = entry.caption.english = m_points.caption().toStdString();
    entry.look.fill = Ink;
    entry.look.markerSize = 2 * Radius;
    return {entry};
}

bool MarkedPointsOverlay::click(const MapPointer& pointer) {
    std::optional<std::size_t> nearest;
    double best = PickRadius;
    for (const Place& place : m_places) {
        const QPointF way = map().view().toScreen(place.place) - pointer.screen;
        if (const double distance = std::hypot(way.x(), way.y()); distance <= best) {
            best = distance;
            nearest = place.number;
        }
    }
    if (!nearest)
        return false;
    m_points.click(*nearest);
    return true;
}

} // namespace gridwarden::app
