// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/map/marked_roads_overlay.h"

#include "app/map/map_tool.h"
#include "core/base/words.h"

#include <QLineF>
#include <algorithm>

namespace gridwarden::app {

namespace {

constexpr double ClickPixels = 6;
constexpr double RoomToPan = 1.5; // times the window

/// From a point to a stretch of a line.
double distance(QPointF point, QPointF a, QPointF b) {
    const QPointF along = b - a, to = point - a;
    const double length = QPointF::dotProduct(along, along);
    const double share = length > 0 ? std::clamp(QPointF::dotProduct(to, along) / length, 0.0, 1.0) : 0;
    return QLineF(point, a + share * along).length();
}

bool holds(const core::Box& outer, const core::Box& inner) {
    return outer.minX <= inner.minX && outer.minY <= inner.minY && outer.maxX >= inner.maxX && outer.maxY >= inner.maxY;
}

} // namespace

MarkedRoadsOverlay::MarkedRoadsOverlay(MarkedRoads& roads, MapWidget& map)
    : MapOverlay(map, &roads), m_marked(roads), m_painting(this, paintRoads, [this](const auto& picture) {
          m_picture = picture;
          refresh();
      }) {
    connect(&roads, &MarkedRoads::changed, this, &MarkedRoadsOverlay::project);
    connect(&roads, &MarkedRoads::selectionChanged, this, [this] { refresh(); });
    connect(&map.picture(), &MapPicture::mapCrsChanged, this, &MarkedRoadsOverlay::project);
    connect(&map, &MapWidget::viewChanged, this, &MarkedRoadsOverlay::ask);
    project();
}

void MarkedRoadsOverlay::project() {
    auto roads = std::make_shared<MapRoads>();
    for (const MarkedRoads::Road& marked : m_marked.roads()) {
        MapRoad& road = roads->emplace_back();
        road.sign = marked.sign;
        for (const core::Line& line : marked.lines) {
            QPolygonF points;
            for (const core::GeoPoint vertex : line)
                if (const auto point = map().picture().toMap(vertex))
                    points << QPointF(point->x, point->y);
            if (points.size() < 2)
                continue;
            road.bounds = road.lines.empty() ? points.boundingRect() : road.bounds.united(points.boundingRect());
            road.lines.push_back(std::move(points));
        }
    }
    m_roads = std::move(roads);
    m_picture.reset();
    m_painting.forget();
    ask();
    refresh();
}

void MarkedRoadsOverlay::ask() {
    const gis::MapView& view = map().view();
    if (m_roads->empty())
        return;
    const bool isThere = m_picture && m_picture->view.unitsPerPixel == view.unitsPerPixel &&
                         m_picture->view.pixelRatio == view.pixelRatio &&
                         holds(m_picture->view.visibleBox(), view.visibleBox());
    if (!isThere)
        m_painting.ask({m_roads, view.enlarged(RoomToPan)});
}

void MarkedRoadsOverlay::paint(QPainter& painter) const {
    const gis::MapView& view = map().view();
    if (m_picture) { // of another view until the new one is there
        const QSizeF size(m_picture->view.size);
        const auto here = [&](QPointF corner) { return view.toScreen(m_picture->view.toMap(corner)); };
        painter.drawImage(QRectF(here({0, 0}), here({size.width(), size.height()})), m_picture->image);
    }
    const auto selected = m_marked.selected();
    if (!selected || *selected >= m_roads->size())
        return;
    const MapRoad& road = (*m_roads)[*selected];
    gis::Look look = lookOf(road.sign);
    look.width += 2;
    painter.setBrush(Qt::NoBrush);
    painter.setPen(
        QPen(map().picture().layers().theme().text(), look.width + 4, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    paintRoad(painter, road, view);
    painter.setPen(penOf(look));
    paintRoad(painter, road, view);
}

std::vector<gis::LegendEntry> MarkedRoadsOverlay::legend() const {
    std::vector<gis::LegendEntry> entries;
    for (auto look = roadLooks().rbegin(); look != roadLooks().rend(); ++look) {
        if (std::none_of(m_roads->begin(), m_roads->end(),
                         [&](const MapRoad& road) { return road.sign == look->sign; }))
            continue;
        gis::LegendEntry& entry = entries.emplace_back();
        entry.kind = gis::LegendEntry::Kind::Shape;
        entry.shape = gis::ShapeKind::Line;
        entry.caption.chinese = core::word("road_signs", look->key, core::Language::Chinese);
        entry.caption.english = core::word("road_signs", look->key, core::Language::English);
        entry.look = look->look;
    }
    return entries;
}

std::optional<std::size_t> MarkedRoadsOverlay::roadAt(QPointF screen) const {
    std::optional<std::size_t> nearest;
    double least = ClickPixels;
    const auto onScreen = [&](const QPointF& vertex) { return map().view().toScreen({vertex.x(), vertex.y()}); };
    for (std::size_t i = 0; i < m_roads->size(); ++i)
        for (const QPolygonF& line : (*m_roads)[i].lines)
            for (qsizetype k = 1; k < line.size(); ++k)
                if (const double away = distance(screen, onScreen(line[k - 1]), onScreen(line[k])); away < least) {
                    least = away;
                    nearest = i;
                }
    return nearest;
}

bool MarkedRoadsOverlay::click(const MapPointer& pointer) {
    const auto road = roadAt(pointer.screen);
    if (!road || (pointer.modifiers & Qt::ControlModifier))
        return false;
    m_marked.click(*road);
    return true;
}

} // namespace gridwarden::app
