// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/map/navigation_tools.h"

#include "app/map/map_widget.h"
#include "app/map/picking.h"

#include <QCoreApplication>

namespace gridwarden::app {

namespace {

constexpr double DragPixels = 4; // less is a click

QRectF boxBetween(QPointF a, QPointF b) { return QRectF(a, b).normalized(); }

} // namespace

QString PanTool::hint() const {
    return QCoreApplication::translate("MapTool", "Drag to move the map. Click a case or an area to select it.");
}

bool PanTool::press(const MapPointer& pointer) {
    if (pointer.button != Qt::LeftButton)
        return false;
    m_start = m_last = pointer.screen;
    m_isPressed = true;
    return true;
}

bool PanTool::move(const MapPointer& pointer) {
    if (!m_isPressed)
        return false;
    if (!m_isDragging && (pointer.screen - m_start).manhattanLength() >= DragPixels) {
        m_isDragging = true;
        m_map.setCursor(cursor());
    }
    if (m_isDragging) {
        m_map.setView(m_map.view().panned(pointer.screen - m_last));
        m_last = pointer.screen;
    }
    return true;
}

bool PanTool::release(const MapPointer& pointer) {
    if (pointer.button != Qt::LeftButton || !m_isPressed)
        return false;
    m_isPressed = false;
    if (m_isDragging) {
        m_isDragging = false;
        m_map.setCursor(cursor());
        return true;
    }
    selectAt(m_map, pointer);
    return true;
}

QString ZoomBoxTool::hint() const {
    return QCoreApplication::translate("MapTool", "Draw a box to zoom into; with Alt to zoom out.");
}

bool ZoomBoxTool::press(const MapPointer& pointer) {
    if (pointer.button != Qt::LeftButton)
        return false;
    m_start = m_end = pointer.screen;
    m_isPressed = true;
    return true;
}

bool ZoomBoxTool::move(const MapPointer& pointer) {
    if (!m_isPressed)
        return false;
    m_end = pointer.screen;
    m_map.update();
    return true;
}

bool ZoomBoxTool::release(const MapPointer& pointer) {
    if (!m_isPressed || pointer.button != Qt::LeftButton)
        return false;
    m_isPressed = false;
    const bool zoomsOut = pointer.modifiers & Qt::AltModifier;
    const QRectF box = boxBetween(m_start, pointer.screen);
    if (box.width() < DragPixels || box.height() < DragPixels) {
        m_map.setView(m_map.view().zoomedAbout(pointer.screen, zoomsOut ? 0.5 : 2));
        return true;
    }
    m_map.zoomToScreenBox(box, zoomsOut);
    return true;
}

bool ZoomBoxTool::leaveSketch() {
    const bool was = m_isPressed;
    m_isPressed = false;
    m_map.update();
    return was;
}

void ZoomBoxTool::paint(QPainter& painter) const {
    if (m_isPressed)
        paintBox(painter, boxBetween(m_start, m_end), m_map.palette());
}

} // namespace gridwarden::app
