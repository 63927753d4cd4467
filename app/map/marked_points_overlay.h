// SPDX-License-Identifier: GPL-3.0-or-later
// What a panel lists, as small quiet diamonds over the map; the selected one strongly. A click on one selects it there.
#pragma once

#include "app/map/map_overlay.h"
#include "app/workspace/marked_points.h"

namespace gridwarden::app {

class MarkedPointsOverlay : public MapOverlay {
    Q_OBJECT
public:
    /// Ends with the points.
    MarkedPointsOverlay(MarkedPoints& points, MapWidget& map);

    /// Of those that lie on one another one is painted, so that a frame costs what is seen.
    void paint(QPainter& painter) const override;
    [[nodiscard]] std::vector<gis::LegendEntry> legend() const override;
    bool click(const MapPointer& pointer) override;

private:
    struct Place {
        gis::MapPoint place;
        std::size_t number; ///< among the points
    };
    void project();
    MarkedPoints& m_points;
    std::vector<Place> m_places; ///< those that the map CRS can express
};

} // namespace gridwarden::app
