// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/map/layer_list.h"

#include <QSet>
#include <QWidget>

class QLabel;
class QMenu;
class QTreeView;
class QToolButton;

namespace gridwarden::app {

class MapWidget;

/// The list of layers with what can be done to them: show and hide, order, style, zoom, coordinate system, remove.
class LayerPanel : public QWidget {
    Q_OBJECT
  public:
    LayerPanel(LayerList& layers, Workspace& workspace, Jobs& jobs, QWidget* parent = nullptr);
    /// Below the list.
    void showLegendOf(MapWidget& map);

  signals:
    void addRequested();
    void addServiceRequested();

  private:
    [[nodiscard]] int currentRow() const;
    void showMenu(const QPoint& position);
    /// What there is to be known of a layer, and what can be done about it.
    void showNotes(int row, QPoint globalPosition);
    void addRemedies(QMenu& menu, int row);
    void changeStyle();
    void changeDatum();
    void checkDatum();
    void offerOverviews(int row);
    void setCrs(int row, const std::string& crs);
    void relink();
    void zoomToLayer();
    void zoomToAllOf(int row);
    void removeLayer();
    void updateButtons();

    LayerList& m_layers;
    Workspace& m_workspace;
    Jobs& m_jobs;
    QSet<QString> m_offered; ///< images of which overviews were offered
    QTreeView* m_view;
    QToolButton* m_style;
    QToolButton* m_remove;
    QToolButton* m_up;
    QToolButton* m_down;
};

} // namespace gridwarden::app
