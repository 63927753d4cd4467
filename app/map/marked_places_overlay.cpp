// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/map/marked_places_overlay.h"

#include "app/map/map_tool.h"

#include <array>

namespace gridwarden::app {

namespace {

constexpr double LeastSide = 7; // pixels

/// Vermillion and reddish purple of Okabe and Ito, which colour-blind people can tell apart, and a dash as well.
gis::Look lookOf(MarkedPlaces::Look kind, bool isSelected) {
    gis::Look look;
    look.line = kind == MarkedPlaces::Look::Crowded ? QColor(0xD5, 0x5E, 0x00) : QColor(0xA8, 0x4A, 0x84);
    look.fill = look.line;
    look.fill.setAlpha(isSelected ? 76 : 38);
    look.width = isSelected ? 3 : 1.5;
    if (kind == MarkedPlaces::Look::Returning)
        look.dash = {4, 2};
    return look;
}

QPen penOf(const gis::Look& look) {
    QPen pen(look.line, look.width);
    pen.setJoinStyle(Qt::MiterJoin);
    if (look.dash.empty())
        return pen;
    QList<qreal> dash;
    for (const double part : look.dash)
        dash.push_back(part / look.width);
    pen.setDashPattern(dash);
    pen.setCapStyle(Qt::FlatCap);
    return pen;
}

} // namespace

MarkedPlacesOverlay::MarkedPlacesOverlay(MarkedPlaces& places, MapWidget& map)
    : MapOverlay(map, &places), m_places(places) {
    connect(&places, &MarkedPlaces::changed, this, &MarkedPlacesOverlay::project);
    connect(&map.picture(), &MapPicture::mapCrsChanged, this, &MarkedPlacesOverlay::project);
    project();
}

void MarkedPlacesOverlay::project() {
    m_shapes.clear();
    for (const MarkedPlaces::Place& place : m_places.places()) {
        Shape shape;
        for (const core::GeoBox& box : place) {
            QPolygonF ring;
            for (const core::GeoPoint corner : std::array{core::GeoPoint{box.minLongitude, box.minLatitude},
                                                          core::GeoPoint{box.maxLongitude, box.minLatitude},
                                                          core::GeoPoint{box.maxLongitude, box.maxLatitude},
                                                          core::GeoPoint{box.minLongitude, box.maxLatitude}})
                if (const auto point = map().picture().toMap(corner))
                    ring << QPointF(point->x, point->y);
            if (ring.size() < 4)
                continue;
            shape.boxes.push_back(std::move(ring));
        }
        m_shapes.push_back(std::move(shape));
    }
    refresh();
}

QPolygonF MarkedPlacesOverlay::onScreen(const QPolygonF& box) const {
    QPolygonF screen;
    for (const QPointF& corner : box)
        screen << map().view().toScreen({corner.x(), corner.y()});
    const QRectF extent = screen.boundingRect();
    if (extent.width() >= LeastSide && extent.height() >= LeastSide)
        return screen;
    return QPolygonF(QRectF(extent.center() - QPointF(LeastSide, LeastSide) / 2, QSizeF(LeastSide, LeastSide)));
}

void MarkedPlacesOverlay::paint(QPainter& painter) const {
    const QRectF window = QRectF(map().rect()).adjusted(-LeastSide, -LeastSide, LeastSide, LeastSide);
    const auto selected = m_places.selected();
    const auto paintOne = [&](std::size_t i, const gis::Look& look, bool isSelected) {
        for (const QPolygonF& box : m_shapes[i].boxes) {
            QPolygonF ring = onScreen(box);
            if (!ring.boundingRect().intersects(window))
                continue;
            ring << ring.front();
            if (isSelected) {
                painter.setBrush(Qt::NoBrush);
                painter.setPen(QPen(map().picture().layers().theme().halo(), look.width + 4));
                painter.drawPolygon(ring);
            }
            painter.setBrush(look.fill);
            painter.setPen(penOf(look));
            painter.drawPolygon(ring);
        }
    };
    const gis::Look usual = lookOf(m_places.look(), /*isSelected=*/false);
    for (std::size_t i = 0; i < m_shapes.size(); ++i)
        if (i != selected)
            paintOne(i, usual, /*isSelected=*/false);
    if (selected && *selected < m_shapes.size())
        paintOne(*selected, lookOf(m_places.look(), /*isSelected=*/true), /*isSelected=*/true);
}

std::vector<gis::LegendEntry> MarkedPlacesOverlay::legend() const {
    if (m_places.places().empty())
        return {};
    gis::LegendEntry entry;
    entry.kind = gis::LegendEntry::Kind::Shape;
    entry.caption.chinese = entry.caption.english = m_places.caption().toStdString();
    entry.look = lookOf(m_places.look(), /*isSelected=*/false);
    return {entry};
}

std::optional<std::size_t> MarkedPlacesOverlay::placeAt(QPointF screen) const {
    for (std::size_t i = 0; i < m_shapes.size(); ++i)
        for (const QPolygonF& box : m_shapes[i].boxes)
            if (onScreen(box).containsPoint(screen, Qt::OddEvenFill))
                return i;
    return std::nullopt;
}

bool MarkedPlacesOverlay::click(const MapPointer& pointer) {
    const auto place = placeAt(pointer.screen);
    if (!place || place == m_places.selected() || (pointer.modifiers & Qt::ControlModifier))
        return false;
    m_places.click(*place);
    return true;
}

} // namespace gridwarden::app
