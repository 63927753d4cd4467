// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/map/marked_roads_overlay.h"

#include "app/map/map_tool.h"
#include "core/base/words.h"

#include <QLineF>
#include <algorithm>
#include <array>

namespace gridwarden::app {

namespace {

constexpr double ClickPixels = 6;
using Sign = MarkedRoads::Sign;

/// Colours of Okabe and Ito; width and dash tell them apart without colour as well.
struct SignLook {
    Sign sign;
    const char* key; ///< words.json "road_signs"
    QRgb colour;
    double width;
    std::array<double, 2> dash; ///< pixels; none: a whole line
};
/// The most important last, so that they lie on top.
constexpr std::array Looks = {
    SignLook{Sign::NotPassed, "not_passed", 0xff999999, 1, {2, 3}},
    SignLook{Sign::Passed, "passed", 0xff56b4e9, 1.5, {}}, SignLook{Sign::Kept, "kept", 0xff009e73, 3, {}},
    SignLook{Sign::Partly, "partly", 0xffe69f00, 3, {9, 3}}, SignLook{Sign::Missed, "missed", 0xffd55e00, 3.5, {3, 3}}};

gis::Look lookOf(const SignLook& sign) {
    gis::Look look;
    look.line = QColor(sign.colour);
    look.width = sign.width;
    if (sign.dash[0] > 0)
        look.dash.assign(sign.dash.begin(), sign.dash.end());
    return look;
}
const SignLook& lookFor(Sign sign) {
    return *std::find_if(Looks.begin(), Looks.end(), [sign](const SignLook& each) { return each.sign == sign; });
}

QPen penOf(const gis::Look& look) {
    QPen pen(look.line, look.width, Qt::SolidLine, Qt::FlatCap, Qt::RoundJoin);
    if (!look.dash.empty()) {
        QList<qreal> dash;
        for (const double part : look.dash)
            dash.push_back(part / look.width);
        pen.setDashPattern(dash);
    }
    return pen;
}

/// From a point to a stretch of a line.
double distance(QPointF point, QPointF a, QPointF b) {
    const QPointF along = b - a, to = point - a;
    const double length = QPointF::dotProduct(along, along);
    const double share = length > 0 ? std::clamp(QPointF::dotProduct(to, along) / length, 0.0, 1.0) : 0;
    return QLineF(point, a + share * along).length();
}

} // namespace

MarkedRoadsOverlay::MarkedRoadsOverlay(MarkedRoads& roads, MapWidget& map) : MapOverlay(map, &roads), m_marked(roads) {
    connect(&roads, &MarkedRoads::changed, this, &MarkedRoadsOverlay::project);
    connect(&roads, &MarkedRoads::selectionChanged, this, [this] { refresh(); });
    connect(&map.picture(), &MapPicture::mapCrsChanged, this, &MarkedRoadsOverlay::project);
    project();
}

void MarkedRoadsOverlay::project() {
    m_roads.clear();
    for (const MarkedRoads::Road& marked : m_marked.roads()) {
        Road& road = m_roads.emplace_back();
        for (const core::Line& line : marked.lines) {
            QPolygonF points;
            for (const core::GeoPoint vertex : line)
                if (const auto point = map().picture().toMap(vertex))
                    points << QPointF(point->x, point->y);
            if (points.size() < 2)
                continue;
            road.bounds = road.bounds.isNull() ? points.boundingRect() : road.bounds.united(points.boundingRect());
            road.lines.push_back(std::move(points));
        }
    }
    refresh();
}

QRectF MarkedRoadsOverlay::seen(double pixels) const {
    const QRectF window = QRectF(map().rect()).adjusted(-pixels, -pixels, pixels, pixels);
    const auto corner = [&](QPointF screen) {
        const gis::MapPoint point = map().view().toMap(screen);
        return QPointF(point.x, point.y);
    };
    return QRectF(corner(window.topLeft()), corner(window.bottomRight())).normalized();
}

void MarkedRoadsOverlay::paintRoad(QPainter& painter, const Road& road) const {
    for (const QPolygonF& line : road.lines) {
        QPolygonF screen;
        screen.reserve(line.size());
        for (const QPointF& vertex : line)
            screen << map().view().toScreen({vertex.x(), vertex.y()});
        painter.drawPolyline(screen);
    }
}

void MarkedRoadsOverlay::paint(QPainter& painter) const {
    const QRectF window = seen(ClickPixels);
    // Horizontal roads have bounds without a height, which intersect nothing for Qt.
    const auto isSeen = [&](const Road& road) {
        return !road.lines.empty() && road.bounds.left() <= window.right() && road.bounds.right() >= window.left() &&
               road.bounds.top() <= window.bottom() && road.bounds.bottom() >= window.top();
    };
    painter.setBrush(Qt::NoBrush);
    for (const SignLook& look : Looks) {
        painter.setPen(penOf(lookOf(look)));
        for (std::size_t i = 0; i < m_roads.size(); ++i)
            if (m_marked.roads()[i].sign == look.sign && isSeen(m_roads[i]))
                paintRoad(painter, m_roads[i]);
    }
    if (const auto selected = m_marked.selected(); selected && *selected < m_roads.size()) {
        gis::Look look = lookOf(lookFor(m_marked.roads()[*selected].sign));
        look.width += 2;
        painter.setPen(
            QPen(map().picture().layers().theme().text(), look.width + 4, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
        paintRoad(painter, m_roads[*selected]);
        painter.setPen(penOf(look));
        paintRoad(painter, m_roads[*selected]);
    }
}

std::vector<gis::LegendEntry> MarkedRoadsOverlay::legend() const {
    std::vector<gis::LegendEntry> entries;
    for (auto look = Looks.rbegin(); look != Looks.rend(); ++look) {
        const auto has = [&](const MarkedRoads::Road& road) { return road.sign == look->sign; };
        if (std::none_of(m_marked.roads().begin(), m_marked.roads().end(), has))
            continue;
        gis::LegendEntry& entry = entries.emplace_back();
        entry.kind = gis::LegendEntry::Kind::Shape;
        entry.shape = gis::ShapeKind::Line;
        entry.caption.chinese = core::word("road_signs", look->key, core::Language::Chinese);
        entry.caption.english = core::word("road_signs", look->key, core::Language::English);
        entry.look = lookOf(*look);
    }
    return entries;
}

std::optional<std::size_t> MarkedRoadsOverlay::roadAt(QPointF screen) const {
    std::optional<std::size_t> nearest;
    double least = ClickPixels;
    for (std::size_t i = 0; i < m_roads.size(); ++i)
        for (const QPolygonF& line : m_roads[i].lines)
            for (qsizetype k = 1; k < line.size(); ++k) {
                const auto onScreen = [&](const QPointF& vertex) {
                    return QPointF(map().view().toScreen({vertex.x(), vertex.y()}));
                };
                const double away = distance(screen, onScreen(line[k - 1]), onScreen(line[k]));
                if (away < least) {
                    least = away;
                    nearest = i;
                }
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
