// SPDX-License-Identifier: GPL-3.0-or-later
// What stands beside the map in the work place of figures (考核): the board and the evaluation. The work summary, a window of its own, belongs to them.
#pragma once

#include "app/workspace/workspace.h"

#include <QTabWidget>

namespace gridwarden::app {

class EvaluationPanel;

class FigurePlace : public QTabWidget {
    Q_OBJECT
  public:
    FigurePlace(Workspace& workspace, QWidget* window);
    void openSummary();
    void editSchemes(); ///< with the one and the period that the evaluation shows

  signals:
    /// Entries of work are behind a number that was clicked.
    void activitiesWanted(gridwarden::core::Period period, const std::vector<gridwarden::core::ActivityId>& entries);

  private:
    Workspace& m_workspace;
    QWidget* m_window;
    EvaluationPanel* m_evaluation;
};

} // namespace gridwarden::app
