// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/shell/search_box.h"

#include <QToolBar>

class QToolButton;

namespace gridwarden::app {

/// The bar on top: what is used all day, the search, and who acts.
class ToolStrip : public QToolBar {
    Q_OBJECT
  public:
    ToolStrip(Workspace& workspace, Actions& actions, MapWidget& map, LayerList& layers, QWidget* parent = nullptr);
    [[nodiscard]] SearchBox& search() { return *m_search; }

  private:
    void fillActorMenu(QMenu* menu);
    void showActor();
    Workspace& m_workspace;
    SearchBox* m_search;
    QToolButton* m_actor;
};

} // namespace gridwarden::app
