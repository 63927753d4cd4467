// SPDX-License-Identifier: GPL-3.0-or-later
// Roads on the map by what patrols did of them; the selected one strongly. A click on one selects it in its panel.
#pragma once

#include "app/map/map_overlay.h"
#include "app/workspace/marked_roads.h"

#include <QPolygonF>
#include <QRectF>

namespace gridwarden::app {

class MarkedRoadsOverlay : public MapOverlay {
    Q_OBJECT
public:
    /// Ends with the roads.
    MarkedRoadsOverlay(MarkedRoads& roads, MapWidget& map);

    void paint(QPainter& painter) const override;
    [[nodiscard]] std::vector<gis::LegendEntry> legend() const override;
    bool click(const MapPointer& pointer) override;

private:
    struct Road {
        std::vector<QPolygonF> lines; ///< map units
        QRectF bounds;
    };
    void project();
    /// In map units, with a margin of pixels around.
    [[nodiscard]] QRectF seen(double pixels) const;
    void paintRoad(QPainter& painter, const Road& road) const;
    [[nodiscard]] std::optional<std::size_t> roadAt(QPointF screen) const;
    MarkedRoads& m_marked;
    std::vector<Road> m_roads; ///< beside the marked ones
};

} // namespace gridwarden::app
