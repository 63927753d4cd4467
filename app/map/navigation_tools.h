// SPDX-License-Identifier: GPL-3.0-or-later
// Tools that move the view: pan and zoom box.
#pragma once

#include "app/map/map_tool.h"

namespace gridwarden::app {

/// Drag pans; a click selects the case under the pointer, else the area.
class PanTool : public MapTool {
  public:
    using MapTool::MapTool;
    ToolKind kind() const override { return ToolKind::Pan; }
    QCursor cursor() const override { return m_isDragging ? Qt::ClosedHandCursor : Qt::OpenHandCursor; }
    QString hint() const override;
    bool press(const MapPointer& pointer) override;
    bool move(const MapPointer& pointer) override;
    bool release(const MapPointer& pointer) override;

  private:
    QPointF m_start;
    QPointF m_last;
    bool m_isPressed = false;
    bool m_isDragging = false;
};

/// A box to zoom into; with Alt out of. A click zooms by a step.
class ZoomBoxTool : public MapTool {
  public:
    using MapTool::MapTool;
    ToolKind kind() const override { return ToolKind::ZoomBox; }
    QCursor cursor() const override { return Qt::CrossCursor; }
    QString hint() const override;
    bool press(const MapPointer& pointer) override;
    bool move(const MapPointer& pointer) override;
    bool release(const MapPointer& pointer) override;
    bool leaveSketch() override;
    void paint(QPainter& painter) const override;

  private:
    QPointF m_start;
    QPointF m_end;
    bool m_isPressed = false;
};

} // namespace gridwarden::app
