// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/map/road_picture.h"

#include <QPainter>
#include <algorithm>

namespace gridwarden::app {

namespace {

constexpr double WidestLine = 8; // pixels

gis::Look look(QRgb colour, double width, std::vector<double> dash = {}) {
    gis::Look made;
    made.line = QColor(colour);
    made.width = width;
    made.dash = std::move(dash);
    return made;
}

} // namespace

const std::vector<RoadLook>& roadLooks() {
    using Sign = MarkedRoads::Sign;
    static const std::vector<RoadLook> looks = {{Sign::NotPassed, "not_passed", look(0xff999999, 1, {2, 3})},
                                                {Sign::Passed, "passed", look(0xff56b4e9, 1.5)},
                                                {Sign::Kept, "kept", look(0xff009e73, 3)},
                                                {Sign::Partly, "partly", look(0xffe69f00, 3, {9, 3})},
                                                {Sign::Missed, "missed", look(0xffd55e00, 3.5, {3, 3})}};
    return looks;
}

const gis::Look& lookOf(MarkedRoads::Sign sign) {
    return std::find_if(roadLooks().begin(), roadLooks().end(),
                        [sign](const RoadLook& each) { return each.sign == sign; })
        ->look;
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

void paintRoad(QPainter& painter, const MapRoad& road, const gis::MapView& view) {
    for (const QPolygonF& line : road.lines) {
        QPolygonF screen;
        screen.reserve(line.size());
        for (const QPointF& vertex : line)
            screen << view.toScreen({vertex.x(), vertex.y()});
        painter.drawPolyline(screen);
    }
}

std::shared_ptr<const RoadPicture> paintRoads(const RoadWish& wish, const std::stop_token& stop) {
    auto picture = std::make_shared<RoadPicture>(
        RoadPicture{wish.view, QImage(wish.view.deviceSize(), QImage::Format_ARGB32_Premultiplied)});
    picture->image.fill(Qt::transparent);
    QPainter painter(&picture->image);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.scale(wish.view.pixelRatio, wish.view.pixelRatio);
    const core::Box seen = wish.view.visibleBox(WidestLine);
    // Straight roads have bounds without a width or a height, which intersect nothing for Qt.
    const auto isSeen = [&](const MapRoad& road) {
        return !road.lines.empty() && road.bounds.left() <= seen.maxX && road.bounds.right() >= seen.minX &&
               road.bounds.top() <= seen.maxY && road.bounds.bottom() >= seen.minY;
    };
    for (const RoadLook& each : roadLooks()) {
        painter.setPen(penOf(each.look));
        for (const MapRoad& road : *wish.roads) {
            if (stop.stop_requested())
                return nullptr;
            if (road.sign == each.sign && isSeen(road))
                paintRoad(painter, road, wish.view);
        }
    }
    return picture;
}

} // namespace gridwarden::app
