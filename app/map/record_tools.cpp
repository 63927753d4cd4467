// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/map/record_tools.h"

#include "app/map/area_edit_tool.h"
#include "app/map/map_widget.h"
#include "app/map/measure_tool.h"
#include "app/map/navigation_tools.h"
#include "app/map/picking.h"

#include <QCoreApplication>
#include <algorithm>

namespace gridwarden::app {

namespace {

constexpr double DragPixels = 5;      // less is a click
constexpr double MoveDragPixels = 10; // a case is not moved by a trembling hand

} // namespace

std::unique_ptr<MapTool> makeTool(ToolKind kind, MapWidget& map) {
    switch (kind) {
    case ToolKind::Pan:
        return std::make_unique<PanTool>(map);
    case ToolKind::Select:
        return std::make_unique<SelectTool>(map);
    case ToolKind::ZoomBox:
        return std::make_unique<ZoomBoxTool>(map);
    case ToolKind::Identify:
        return std::make_unique<IdentifyTool>(map);
    case ToolKind::MeasureLength:
    case ToolKind::MeasureArea:
        return std::make_unique<MeasureTool>(map, kind);
    case ToolKind::AddIncident:
        return std::make_unique<IncidentTool>(map);
    case ToolKind::DrawArea:
        return std::make_unique<AreaEditTool>(map, AreaEditKind::Draw);
    case ToolKind::SplitArea:
        return std::make_unique<AreaEditTool>(map, AreaEditKind::Split);
    case ToolKind::MergeAreas:
        return std::make_unique<AreaEditTool>(map, AreaEditKind::Merge);
    case ToolKind::ReshapeBorder:
        return std::make_unique<AreaEditTool>(map, AreaEditKind::Reshape);
    case ToolKind::MoveVertices:
        return std::make_unique<AreaEditTool>(map, AreaEditKind::Vertices);
    }
    return std::make_unique<PanTool>(map);
}

QString SelectTool::hint() const {
    return QCoreApplication::translate("MapTool", "Click a case or an area, or draw a box around cases. Drag the selected case to move it.");
}

bool SelectTool::isDragging() const {
    return m_isPressed && (m_end - m_start).manhattanLength() >= (m_moved.isNull() ? DragPixels : MoveDragPixels);
}

bool SelectTool::press(const MapPointer& pointer) {
    if (pointer.button != Qt::LeftButton)
        return false;
    m_start = m_end = pointer.screen;
    m_isPressed = true;
    m_moved = {};
    const core::CaseId current = m_map.workspace().currentCase();
    const bool isSingle = m_map.picture().content().incidentStyle.drawing == gis::IncidentDrawing::Symbols;
    if (isSingle && m_map.workspace().canWrite() && m_map.workspace().selectedCases().size() == 1) {
        const auto near = m_map.picture().casesNear(pointer.map, m_map.pickTolerance());
        if (std::find(near.begin(), near.end(), current) != near.end())
            m_moved = current;
    }
    return true;
}

bool SelectTool::move(const MapPointer& pointer) {
    if (!m_isPressed)
        return false;
    m_end = pointer.screen;
    m_map.update();
    return true;
}

bool SelectTool::release(const MapPointer& pointer) {
    if (!m_isPressed || pointer.button != Qt::LeftButton)
        return false;
    m_end = pointer.screen;
    const bool dragged = isDragging();
    m_isPressed = false;
    m_map.update();
    if (!dragged) {
        selectAt(m_map, pointer);
        return true;
    }
    if (!m_moved.isNull()) {
        if (const auto place = m_map.geoAt(pointer.screen))
            emit m_map.caseMoved(m_moved, *place);
        return true;
    }
    const gis::MapPoint a = m_map.view().toMap(m_start);
    gis::Box box;
    box.include(a.x, a.y);
    box.include(pointer.map.x, pointer.map.y);
    std::vector<core::CaseId> cases = m_map.picture().casesWithin(box);
    if (pointer.modifiers & Qt::ControlModifier) {
        std::vector<core::CaseId> all = m_map.workspace().selectedCases();
        for (const core::CaseId id : cases)
            if (std::find(all.begin(), all.end(), id) == all.end())
                all.push_back(id);
        cases = std::move(all);
    }
    m_map.workspace().selectCases(std::move(cases));
    return true;
}

bool SelectTool::leaveSketch() {
    const bool was = m_isPressed;
    m_isPressed = false;
    m_map.update();
    return was;
}

void SelectTool::paint(QPainter& painter) const {
    if (!isDragging())
        return;
    if (m_moved.isNull()) {
        paintBox(painter, QRectF(m_start, m_end).normalized(), m_map.palette());
        return;
    }
    const QColor colour = m_map.palette().color(QPalette::Highlight);
    painter.setPen(QPen(colour, 1.5, Qt::DashLine));
    painter.drawLine(m_start, m_end);
    painter.setPen(QPen(colour, 2));
    painter.setBrush(m_map.picture().layers().theme().halo());
    painter.drawEllipse(m_end, 7, 7);
}

QString IdentifyTool::hint() const {
    return QCoreApplication::translate("MapTool", "Click to see what is there: cases, areas and features of layers.");
}

bool IdentifyTool::press(const MapPointer& pointer) {
    if (pointer.button != Qt::LeftButton)
        return false;
    emit m_map.identified(pointer.map, m_map.mapToGlobal(pointer.screen.toPoint()));
    return true;
}

QString IncidentTool::hint() const {
    return QCoreApplication::translate("MapTool", "Click where the incident is.");
}

bool IncidentTool::press(const MapPointer& pointer) {
    if (pointer.button != Qt::LeftButton)
        return false;
    if (const auto place = m_map.geoAt(pointer.screen))
        emit m_map.incidentRequested(*place, m_map.mapToGlobal(pointer.screen.toPoint()), {});
    return true;
}

} // namespace gridwarden::app
