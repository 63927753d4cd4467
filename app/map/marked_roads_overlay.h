// SPDX-License-Identifier: GPL-3.0-or-later
// Roads on the map by what patrols did of them; the selected one strongly. A click on one selects it in its panel.
#pragma once

#include "app/map/map_overlay.h"
#include "app/map/road_picture.h"
#include "app/workspace/newest_answer.h"

namespace gridwarden::app {

class MarkedRoadsOverlay : public MapOverlay {
    Q_OBJECT
public:
    /// Ends with the roads.
    MarkedRoadsOverlay(MarkedRoads& roads, MapWidget& map);

    void paint(QPainter& painter) const override;
    [[nodiscard]] std::vector<gis::LegendEntry> legend() const override;
    bool click(const MapPointer& pointer) override;
    /// What is shown belongs to the roads and the view.
    [[nodiscard]] bool isCurrent() const { return !m_painting.isAsked(); }

private:
    void project();
    /// Has the roads painted for the view, unless the last picture has it with the same scale.
    void ask();
    [[nodiscard]] std::optional<std::size_t> roadAt(QPointF screen) const;
    MarkedRoads& m_marked;
    std::shared_ptr<const MapRoads> m_roads = std::make_shared<const MapRoads>(); ///< beside the marked ones
    std::shared_ptr<const RoadPicture> m_picture;                                 ///< null: of no roads
    NewestAnswer<RoadWish, RoadPicture> m_painting; ///< the last: answers through all of the others
};

} // namespace gridwarden::app
