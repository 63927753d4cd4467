// SPDX-License-Identifier: GPL-3.0-or-later
// Tools that concern the records on the map: select (and move), identify, enter an incident.
#pragma once

#include "app/map/map_tool.h"
#include "core/base/id.h"

namespace gridwarden::app {

/// A click selects a case or an area, a dragged box the cases in it (with Ctrl beside those selected). The selected case
/// can be dragged to where it belongs: the map then tells `caseMoved`.
class SelectTool : public MapTool {
  public:
    using MapTool::MapTool;
    ToolKind kind() const override { return ToolKind::Select; }
    QCursor cursor() const override { return Qt::ArrowCursor; }
    QString hint() const override;
    bool press(const MapPointer& pointer) override;
    bool move(const MapPointer& pointer) override;
    bool release(const MapPointer& pointer) override;
    bool leaveSketch() override;
    void paint(QPainter& painter) const override;

  private:
    [[nodiscard]] bool isDragging() const;
    QPointF m_start;
    QPointF m_end;
    core::CaseId m_moved; ///< being dragged
    bool m_isPressed = false;
};

/// A click lists everything under the pointer with its attributes.
class IdentifyTool : public MapTool {
  public:
    using MapTool::MapTool;
    ToolKind kind() const override { return ToolKind::Identify; }
    QCursor cursor() const override { return Qt::WhatsThisCursor; }
    QString hint() const override;
    bool press(const MapPointer& pointer) override;
};

/// A click asks for an incident there; stays for the next one.
class IncidentTool : public MapTool {
  public:
    using MapTool::MapTool;
    ToolKind kind() const override { return ToolKind::AddIncident; }
    QCursor cursor() const override { return Qt::CrossCursor; }
    QString hint() const override;
    bool press(const MapPointer& pointer) override;
};

} // namespace gridwarden::app
