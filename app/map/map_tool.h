// SPDX-License-Identifier: GPL-3.0-or-later
// What the pointer does on the map. Making a tool changes nothing; it acts between activate and deactivate.
#pragma once

#include "gis/draw/view.h"

#include <QCursor>
#include <QKeyEvent>
#include <QPainter>
#include <QString>

namespace gridwarden::app {

class MapWidget;

enum class ToolKind { Pan, Select, ZoomBox, Identify, MeasureLength, MeasureArea, AddIncident, DrawArea, SplitArea, MergeAreas, ReshapeBorder, MoveVertices };

/// One of those that edit the borders of areas.
[[nodiscard]] constexpr bool isAreaTool(ToolKind kind) { return kind >= ToolKind::DrawArea; }

/// Where the pointer is. `screen` in pixels of the map widget, `map` in the map CRS.
struct MapPointer {
    QPointF screen;
    gis::MapPoint map;
    Qt::MouseButton button = Qt::NoButton;
    Qt::MouseButtons buttons;
    Qt::KeyboardModifiers modifiers;
};

/// Navigation that works in every tool (wheel, middle button, Space, Shift+drag, keys) is the widget's own.
/// Events answer whether the tool took them.
class MapTool {
  public:
    explicit MapTool(MapWidget& map) : m_map(map) {}
    virtual ~MapTool() = default;
    MapTool(const MapTool&) = delete;
    MapTool& operator=(const MapTool&) = delete;

    [[nodiscard]] virtual ToolKind kind() const = 0;
    [[nodiscard]] virtual QCursor cursor() const { return Qt::ArrowCursor; }
    /// What to do next, for the status bar.
    [[nodiscard]] virtual QString hint() const = 0;
    virtual void activate() {}
    virtual void deactivate() { leaveSketch(); }
    virtual bool press(const MapPointer&) { return false; }
    virtual bool move(const MapPointer&) { return false; }
    virtual bool release(const MapPointer&) { return false; }
    virtual bool doubleClick(const MapPointer&) { return false; }
    virtual bool key(QKeyEvent*) { return false; }
    /// Gives up what is being drawn; answers whether there was anything.
    virtual bool leaveSketch() { return false; }
    /// Over the map, in screen pixels.
    virtual void paint(QPainter&) const {}

  protected:
    MapWidget& m_map;
};

} // namespace gridwarden::app
