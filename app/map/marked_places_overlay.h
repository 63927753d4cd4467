// SPDX-License-Identifier: GPL-3.0-or-later
// The squares of a window's result on the map: outlined, quietly filled, the selected one strongly. A click on one
// selects it in the window; a further click there goes to what lies in it.
#pragma once

#include "app/map/map_overlay.h"
#include "app/workspace/marked_places.h"

#include <QPolygonF>

namespace gridwarden::app {

class MarkedPlacesOverlay : public MapOverlay {
    Q_OBJECT
public:
    /// Ends with the places.
    MarkedPlacesOverlay(MarkedPlaces& places, MapWidget& map);

    void paint(QPainter& painter) const override;
    [[nodiscard]] std::vector<gis::LegendEntry> legend() const override;
    bool click(const MapPointer& pointer) override;

private:
    struct Shape {
        std::vector<QPolygonF> boxes; ///< map units
    };
    void project();
    [[nodiscard]] std::optional<std::size_t> placeAt(QPointF screen) const;
    /// On the screen; what is too small to be seen stands as a small square.
    [[nodiscard]] QPolygonF onScreen(const QPolygonF& box) const;
    MarkedPlaces& m_places;
    std::vector<Shape> m_shapes; ///< beside the places
};

} // namespace gridwarden::app
