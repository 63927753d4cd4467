// SPDX-License-Identifier: GPL-3.0-or-later
// What was done in the district, newest first, and the way back.
#pragma once

#include "app/workspace/workspace.h"

#include <QWidget>

class QLabel;
class QListView;
class QPushButton;

namespace gridwarden::app {

class HistoryModel;

class HistoryPanel : public QWidget {
    Q_OBJECT
  public:
    HistoryPanel(Workspace& workspace, QWidget* parent);

  private:
    void refresh();
    void updateButtons();
    void undo();
    void undoBack(const QModelIndex& index);
    void openMenu(const QPoint& position);
    Workspace& m_workspace;
    HistoryModel* m_model;
    QListView* m_view;
    QPushButton* m_undo;
    QPushButton* m_redo;
    QPushButton* m_undoBack;
    QLabel* m_empty;
};

} // namespace gridwarden::app
