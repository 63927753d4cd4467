// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/map/picking.h"

#include "app/map/case_choice.h"
#include "app/map/map_overlay.h"
#include "app/map/map_widget.h"

#include <algorithm>

namespace gridwarden::app {

namespace {

constexpr double OnePlace = 1; // metres: closer ones cannot be told apart at any scale that is used

} // namespace

void selectAt(MapWidget& map, const MapPointer& pointer) {
    Workspace& workspace = map.workspace();
    const std::vector<MapOverlay*>& overlays = map.overlays();
    if (std::any_of(overlays.rbegin(), overlays.rend(), [&](MapOverlay* overlay) { return overlay->click(pointer); }))
        return;
    if (const auto group = map.picture().groupAt(pointer.screen, map.view())) {
        if (group->cases.empty())
            map.zoomToMapBox(group->extent);
        else
            offerCases(map, group->cases, map.mapToGlobal(pointer.screen.toPoint()));
        return;
    }
    const std::vector<core::CaseId> cases = map.picture().casesNear(pointer.map, map.pickTolerance());
    if (!cases.empty() && (pointer.modifiers & Qt::ControlModifier)) {
        std::vector<core::CaseId> selected = workspace.selectedCases();
        if (const auto known = std::find(selected.begin(), selected.end(), cases.front()); known != selected.end())
            selected.erase(known);
        else
            selected.push_back(cases.front());
        workspace.selectCases(std::move(selected));
        return;
    }
    if (cases.size() > 1) {
        // Close together on the screen but apart on the ground: the nearest is meant. At one place: a list.
        const core::CaseFacts& facts = *workspace.facts();
        std::vector<core::CaseId> here;
        const auto first = facts.rowOf(cases.front());
        const auto place = first ? map.picture().toMap(core::GeoPoint{facts[*first].longitude, facts[*first].latitude}) : std::nullopt;
        if (place)
            here = map.picture().casesNear(*place, OnePlace / map.view().metresPerUnit, facts.size());
        if (here.size() > 1) {
            offerCases(map, here, map.mapToGlobal(pointer.screen.toPoint()));
            return;
        }
    }
    if (!cases.empty()) {
        workspace.selectCases({cases.front()});
        return;
    }
    workspace.selectCases({});
    for (const auto& areas : map.picture().layers().visibleAreas())
        if (const auto hits = areas->at(pointer.map); !hits.empty()) {
            workspace.selectArea(areas->item(hits.front()).id);
            return;
        }
    workspace.selectArea({});
}

void paintBox(QPainter& painter, const QRectF& box, const QPalette& palette) {
    QColor fill = palette.color(QPalette::Highlight);
    painter.setPen(QPen(fill, 1.5));
    fill.setAlpha(40);
    painter.setBrush(fill);
    painter.drawRect(box);
}

} // namespace gridwarden::app
