// SPDX-License-Identifier: GPL-3.0-or-later
// Marked roads as a picture: thousands of dashed lines take longer to paint than a frame may, so that they are painted
// beside the window and laid over each frame.
#pragma once

#include "app/workspace/marked_roads.h"
#include "gis/draw/decorations.h"
#include "gis/draw/view.h"

#include <QImage>
#include <QPolygonF>
#include <QRectF>
#include <memory>
#include <stop_token>
#include <vector>

namespace gridwarden::app {

/// How roads of a sign look. Colours of Okabe and Ito; width and dash tell them apart without colour as well.
struct RoadLook {
    MarkedRoads::Sign sign;
    const char* key; ///< words.json "road_signs"
    gis::Look look;
};
/// The most important last, so that they lie on top.
[[nodiscard]] const std::vector<RoadLook>& roadLooks();
[[nodiscard]] const gis::Look& lookOf(MarkedRoads::Sign sign);

/// A road in map units.
struct MapRoad {
    std::vector<QPolygonF> lines;
    QRectF bounds;
    MarkedRoads::Sign sign = MarkedRoads::Sign::NotPassed;
};
using MapRoads = std::vector<MapRoad>;

void paintRoad(QPainter& painter, const MapRoad& road, const gis::MapView& view);
[[nodiscard]] QPen penOf(const gis::Look& look);

struct RoadPicture {
    gis::MapView view; ///< that it was painted for
    QImage image;      ///< ARGB32 premultiplied, transparent where there is no road
};
struct RoadWish {
    std::shared_ptr<const MapRoads> roads; ///< not null
    gis::MapView view;
};
/// On any thread. Null when stopped.
[[nodiscard]] std::shared_ptr<const RoadPicture> paintRoads(const RoadWish& wish, const std::stop_token& stop);

} // namespace gridwarden::app
