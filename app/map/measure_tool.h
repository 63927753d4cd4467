// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/map/map_tool.h"
#include "core/base/geometry.h"

#include <optional>
#include <vector>

namespace gridwarden::app {

/// Length of a line or area of a polygon on the ellipsoid, with the running total. A click adds a vertex, Backspace takes
/// the last one away, double click, Enter or the right button end it, the next click begins a new one.
class MeasureTool : public MapTool {
  public:
    MeasureTool(MapWidget& map, ToolKind kind) : MapTool(map), m_kind(kind) {}
    ToolKind kind() const override { return m_kind; }
    QCursor cursor() const override { return Qt::CrossCursor; }
    QString hint() const override;
    bool press(const MapPointer& pointer) override;
    bool move(const MapPointer& pointer) override;
    bool doubleClick(const MapPointer& pointer) override;
    bool key(QKeyEvent* event) override;
    bool leaveSketch() override;
    void paint(QPainter& painter) const override;

    [[nodiscard]] const std::vector<core::GeoPoint>& vertices() const { return m_vertices; }

  private:
    void add(const MapPointer& pointer);
    void tell();
    ToolKind m_kind;
    std::vector<core::GeoPoint> m_vertices;
    std::optional<core::GeoPoint> m_pointer; ///< none when ended
    bool m_isEnded = false;
};

} // namespace gridwarden::app
