// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/map/area_editing.h"
#include "app/map/map_tool.h"
#include "app/map/sketch_snapper.h"

#include <map>

namespace gridwarden::app {

/// Draws what an edit of areas needs: a line (split, reshape), a ring (draw), a choice of areas (merge) or vertices that are
/// dragged. A click adds, Backspace takes the last one back, Enter, a double click or the right button confirm, Esc gives up, S turns
/// snapping on and off, Alt turns it round while held. What would come of it is shown all the while.
class AreaEditTool : public MapTool {
  public:
    AreaEditTool(MapWidget& map, AreaEditKind kind);
    ~AreaEditTool() override;
    ToolKind kind() const override;
    QCursor cursor() const override { return Qt::CrossCursor; }
    QString hint() const override;
    void activate() override;
    void deactivate() override;
    bool press(const MapPointer& pointer) override;
    bool move(const MapPointer& pointer) override;
    bool release(const MapPointer& pointer) override;
    bool doubleClick(const MapPointer& pointer) override;
    bool key(QKeyEvent* event) override;
    bool leaveSketch() override;
    void paint(QPainter& painter) const override;

    [[nodiscard]] const core::Line& vertices() const { return m_vertices; }

  private:
    [[nodiscard]] AreaEditing& editing() const;
    [[nodiscard]] bool isSketch() const { return m_kind == AreaEditKind::Draw || m_kind == AreaEditKind::Split || m_kind == AreaEditKind::Reshape; }
    void choose(core::GeoPoint place);
    void grab(const MapPointer& pointer);
    void drop(core::GeoPoint place);
    bool takeBack();
    void propose();
    void tell();
    /// The cover with the vertices moved so far.
    [[nodiscard]] std::vector<gis::CoverArea> draftCover() const;
    void paintShape(QPainter& painter, const core::Shape& shape, const QColor& fill, const QPen& line) const;

    AreaEditKind m_kind;
    core::Line m_vertices;                 ///< of a sketch
    std::optional<SnappedPlace> m_pointer; ///< where the next one would be
    std::vector<core::AreaId> m_chosen;    ///< to be merged
    using Draft = std::map<core::AreaId, core::Shape>;
    std::vector<Draft> m_drafts;           ///< all shapes changed so far, after each vertex
    std::optional<gis::BorderPlace> m_held;
    std::optional<core::Error> m_fault;    ///< of the last vertex
    QMetaObject::Connection m_done;
};

} // namespace gridwarden::app
