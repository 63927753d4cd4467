// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/map/area_editing.h"

#include "app/map/map_widget.h"
#include "app/text/message_text.h"

namespace gridwarden::app {

AreaEditing::AreaEditing(MapWidget& map, Jobs& jobs) : QObject(&map), m_map(map), m_loads(map.workspace(), jobs) {
    connect(&m_loads, &AreaLoads::ready, this, &AreaEditing::loadsReady);
    connect(&map.workspace(), &Workspace::changed, this, [this](const core::Touched& touched) {
        if (m_isActive && (touched.areas || touched.everything))
            readCover();
        else if (m_isActive)
            m_loads.gather(m_areaKind, m_days);
    });
    connect(&map.workspace(), &Workspace::districtClosing, this, [this] {
        if (m_isActive)
            m_map.setTool(ToolKind::Pan);
    });
}

void AreaEditing::begin() {
    if (m_isActive)
        return;
    m_isActive = true;
    if (const auto* const area = m_map.workspace().district()->areas().find(m_map.workspace().selectedArea()); area != nullptr && !area->shape.polygons.empty())
        m_areaKind = area->kind;
    readCover();
    emit activeChanged(true);
    emit settingsChanged();
}

void AreaEditing::end() {
    if (!m_isActive)
        return;
    m_isActive = false;
    m_proposal.reset();
    m_cover.clear();
    m_areas.reset();
    emit activeChanged(false);
}

void AreaEditing::readCover() {
    const core::District& district = *m_map.workspace().district();
    emit sketchDone(); // which knows the former shapes
    m_proposal.reset();
    m_areas = district.areaSnapshot();
    m_cover.clear();
    for (const core::Area* const area : m_areas->ofKind(m_areaKind, district.timeZone().day(core::now())))
        if (!area->shape.polygons.empty())
            m_cover.emplace_back(area->id, &area->shape);
    m_loads.gather(m_areaKind, m_days);
    emit proposalChanged();
}

void AreaEditing::setAreaKind(core::AreaKind kind) {
    if (kind == m_areaKind)
        return;
    m_areaKind = kind;
    if (m_isActive)
        readCover();
    emit settingsChanged();
}

void AreaEditing::setRule(gis::DrawRule rule) {
    m_rule = rule;
    emit settingsChanged();
}

void AreaEditing::setSnaps(bool snaps) {
    m_snaps = snaps;
    emit settingsChanged();
}

void AreaEditing::setDays(int days) {
    m_days = days;
    if (m_isActive)
        m_loads.gather(m_areaKind, m_days);
    emit settingsChanged();
}

const core::Area* AreaEditing::areaAt(core::GeoPoint place) const {
    for (const gis::CoverArea& area : m_cover)
        if (area.box.contains(place) && core::contains(*area.shape, place))
            return m_areas->find(area.id);
    return nullptr;
}

void AreaEditing::propose(AreaEditKind kind, std::optional<core::Result<gis::CoverEdit>> edit) {
    m_kind = kind;
    m_proposal = std::move(edit);
    emit proposalChanged();
}

void AreaEditing::confirm() {
    if (!m_proposal)
        return;
    if (!*m_proposal)
        m_map.workspace().notify(NoticeKind::Warning, text((*m_proposal).error()));
    else
        emit confirmWanted(m_kind, **m_proposal);
}

std::vector<AreaLoads::Line> AreaEditing::loads() const {
    if (!m_proposal || !*m_proposal)
        return {};
    const gis::CoverEdit& edit = **m_proposal;
    core::GeoBox box;
    for (const auto& changed : edit.changed)
        box.include(core::boundsOf(changed.shape));
    for (const auto& added : edit.added)
        box.include(core::boundsOf(added.shape));
    for (const core::AreaId id : edit.ended)
        if (const core::Area* const area = m_areas->find(id))
            box.include(core::boundsOf(area->shape));
    return m_loads.compare(edit, streetsIn(box));
}

/// Those of the road areas; where there are none, of the uppermost visible layer of lines.
std::vector<core::Line> AreaEditing::streetsIn(const core::GeoBox& box) const {
    std::vector<core::Line> streets;
    for (const core::Area* const road : m_areas->ofKind(core::AreaKind::Road, m_map.workspace().district()->timeZone().day(core::now())))
        for (const core::Line& line : road->shape.lines)
            if (core::boundsOf(line).intersects(box))
                streets.push_back(line);
    if (!streets.empty())
        return streets;
    for (const auto& [row, layer] : m_map.picture().layers().visibleLayers()) {
        const auto* const vector = std::get_if<std::shared_ptr<const gis::VectorLayer>>(&layer);
        if (vector == nullptr || !(*vector)->shapes().has(gis::ShapeKind::Line))
            continue;
        const gis::ShapeStore& shapes = (*vector)->shapes();
        for (const std::uint32_t shape : shapes.tree().find(m_map.picture().toMap(box))) {
            if (shapes.kind(shape) != gis::ShapeKind::Line)
                continue;
            for (std::size_t part = 0; part < shapes.partCount(shape); ++part) {
                core::Line line;
                for (const gis::MapPoint point : shapes.part(shape, part))
                    if (const auto place = m_map.picture().toGeo(point))
                        line.push_back(*place);
                streets.push_back(std::move(line));
            }
        }
        break;
    }
    return streets;
}

} // namespace gridwarden::app
