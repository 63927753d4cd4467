// SPDX-License-Identifier: GPL-3.0-or-later
// The map in the window: shows the picture, moves the view, hands the pointer to the tool.
#pragma once

#include "app/map/map_navigation.h"
#include "app/map/map_picture.h"
#include "app/map/map_tool.h"
#include "app/map/view_history.h"

#include <QWidget>
#include <memory>

namespace gridwarden::app {

class AreaEditing;
class MapOverlay;

/// What moves the view in every tool is MapNavigation's; Esc leaves the sketch, then the tool.
class MapWidget : public QWidget {
    Q_OBJECT
  public:
    MapWidget(Workspace& workspace, LayerList& layers, QWidget* parent = nullptr);
    ~MapWidget() override;

    [[nodiscard]] MapPicture& picture() { return m_picture; }
    [[nodiscard]] const MapPicture& picture() const { return m_picture; }
    [[nodiscard]] Workspace& workspace() { return m_picture.workspace(); }

    // ── View ──
    [[nodiscard]] const gis::MapView& view() const { return m_view; }
    void setView(const gis::MapView& view);
    void zoomTo(const core::GeoBox& box);
    /// Shows a box of map units from near, at least twice as near as now.
    void zoomToMapBox(const gis::Box& box);
    void centreOn(core::GeoPoint place);
    void zoomBy(double factor); ///< about the centre
    void setScale(double denominator);
    void showAll(); ///< areas and cases; layers where there are none
    void zoomToSelection();
    /// A box of the screen fills it, or the other way round.
    void zoomToScreenBox(const QRectF& box, bool zoomsOut);
    void goBack();
    void goForward();
    [[nodiscard]] const ViewHistory& history() const { return m_history; }
    [[nodiscard]] std::optional<core::GeoPoint> geoAt(QPointF screen) const;
    [[nodiscard]] std::optional<QPointF> screenAt(core::GeoPoint place) const;
    /// What is seen, in degrees.
    [[nodiscard]] core::GeoBox visibleDegrees() const;
    /// Map units of a hit: some pixels around the pointer.
    [[nodiscard]] double pickTolerance() const;

    void panBy(QPointF distance); ///< pixels of the screen

    // ── Tools ──
    [[nodiscard]] ToolKind tool() const { return m_tool->kind(); }
    void setTool(ToolKind kind);
    [[nodiscard]] MapTool& currentTool() { return *m_tool; }
    /// After a tool or a gesture has changed its mind about it.
    void updateCursor();
    /// What the tools that edit areas work on.
    [[nodiscard]] AreaEditing& areaEditing() { return *m_areaEditing; }
    /// Where tools tell what they measure, at the bottom of the map.
    void showReading(const QString& text);
    [[nodiscard]] const QString& reading() const { return m_reading; }
    /// Marks the place that a card or a form beside the map is about; none takes the mark away.
    void setMark(std::optional<core::GeoPoint> place);
    /// What lies over the map, the uppermost last; they come and go by themselves.
    [[nodiscard]] const std::vector<MapOverlay*>& overlays() const { return m_overlays; }
    void addOverlay(MapOverlay* overlay);
    void removeOverlay(MapOverlay* overlay);

  signals:
    void overlaysChanged(); ///< what they show
    void viewChanged();
    void historyChanged();
    void toolChanged();
    void hintChanged(const QString& hint);
    /// `place` is none where the map CRS cannot express it, or when the pointer left the map.
    void pointerMoved(const std::optional<gridwarden::core::GeoPoint>& place);
    void incidentRequested(gridwarden::core::GeoPoint place, QPoint globalPosition, const QStringList& photos);
    void caseMoved(gridwarden::core::CaseId id, gridwarden::core::GeoPoint place);
    void identified(gridwarden::gis::MapPoint place, QPoint globalPosition);
    void filesDropped(const QStringList& files, std::optional<gridwarden::core::GeoPoint> place, QPoint globalPosition);
    void contextMenuRequested(gridwarden::core::GeoPoint place, QPoint globalPosition);

  protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void keyReleaseEvent(QKeyEvent* event) override;
    void leaveEvent(QEvent* event) override;
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dropEvent(QDropEvent* event) override;
    void changeEvent(QEvent* event) override;
    bool event(QEvent* event) override;

  private:
    void present(const gis::MapView& view);
    void followTheme();
    [[nodiscard]] MapPointer pointer(const QMouseEvent* event) const;
    void paintDecorations(QPainter& painter) const;

    MapPicture m_picture;
    LayerList& m_layers;
    gis::MapView m_view;
    ViewHistory m_history;
    QImage m_frame;
    AreaEditing* m_areaEditing;
    std::unique_ptr<MapTool> m_tool;
    QString m_reading;
    std::optional<core::GeoPoint> m_mark;
    std::vector<MapOverlay*> m_overlays; ///< not owned
    MapNavigation m_navigation;
    bool m_hasExtent = false; ///< something was fitted since the district was opened
    bool m_showsAll = false;  ///< and it is still everything: stays so when the window is resized
};

/// Makes the tool of a kind.
[[nodiscard]] std::unique_ptr<MapTool> makeTool(ToolKind kind, MapWidget& map);

} // namespace gridwarden::app
