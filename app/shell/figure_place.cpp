// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/shell/figure_place.h"

#include "app/evaluation/evaluation_panel.h"
#include "app/figures/figure_board.h"
#include "app/figures/figure_editor.h"
#include "app/figures/single_window.h"
#include "app/summary/summary_window.h"

namespace gridwarden::app {

FigurePlace::FigurePlace(Workspace& workspace, QWidget* window) : QTabWidget(window), m_workspace(workspace), m_window(window), m_evaluation(new EvaluationPanel(workspace, this)) {
    setObjectName(QStringLiteral("figureTabs"));
    setDocumentMode(true);
    auto* const board = new FigureBoard(workspace, this);
    addTab(board, tr("Board"));
    addTab(m_evaluation, tr("Evaluation"));
    connect(board, &FigureBoard::activitiesWanted, this, &FigurePlace::activitiesWanted);
    connect(m_evaluation, &EvaluationPanel::activitiesWanted, this, &FigurePlace::activitiesWanted);
    connect(board, &FigureBoard::definitionsWanted, this, [this](const QString& key) { openFigureEditor(m_workspace, key, m_window); });
}

void FigurePlace::editSchemes() { m_evaluation->editSchemes(); }

void FigurePlace::openSummary() {
    openSingle<SummaryWindow>(m_workspace, m_window, [this](SummaryWindow& made) { connect(&made, &SummaryWindow::activitiesWanted, this, &FigurePlace::activitiesWanted); });
}

} // namespace gridwarden::app
