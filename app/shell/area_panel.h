// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/shell/area_tree.h"

#include <QWidget>

class QLineEdit;
class QStackedWidget;
class QTreeView;

namespace gridwarden::app {

/// The tree of areas: a click selects an area on the map, a double click shows it and its cases only.
class AreaPanel : public QWidget {
    Q_OBJECT
  public:
    AreaPanel(Workspace& workspace, Jobs& jobs, QWidget* parent = nullptr);

  signals:
    void importRequested();
    void reportRequested(); ///< of the selected area

  private:
    void followSelection();
    void showMenu(const QPoint& position);
    void zoomTo(core::AreaId area);
    void filterBy(core::AreaId area);

    Workspace& m_workspace;
    AreaTree m_tree;
    QTreeView* m_view;
    QStackedWidget* m_pages;
};

/// Sets the filter to the cases in one area.
void filterByArea(Workspace& workspace, core::AreaId area);

} // namespace gridwarden::app
