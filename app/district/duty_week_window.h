// SPDX-License-Identifier: GPL-3.0-or-later
// A week of duties (五定) as a matrix of areas and days, with what is wrong in it beside; duties are added, changed and
// removed by the cell, and a week is copied to another one.
#pragma once

#include "app/district/duty_week_model.h"
#include "app/workspace/marked_points.h"
#include "app/workspace/workspace.h"

#include <QWidget>

class QComboBox;
class QHBoxLayout;
class QLabel;
class QListWidget;
class QPushButton;

namespace gridwarden::app {

class DutyWeekTable;

class DutyWeekWindow : public QWidget {
    Q_OBJECT
public:
    DutyWeekWindow(Workspace& workspace, QWidget* parent);
    void showWeek(core::Day monday);
    /// Areas and guard posts with gaps in the week, for the map.
    [[nodiscard]] MarkedPoints& places() { return *m_places; }

protected:
    void keyPressEvent(QKeyEvent* event) override;

private:
    [[nodiscard]] QHBoxLayout* makeBar();
    [[nodiscard]] QWidget* makeSide();
    [[nodiscard]] core::Period week() const;
    [[nodiscard]] core::AreaKind kind() const;
    void refresh();
    void listProblems();
    void listDuties();
    void markPlaces();
    void showProblem(int number);
    void followMap(std::size_t place);
    void updateButtons();
    [[nodiscard]] const core::Duty* chosenDuty() const;
    void add();
    void edit();
    void remove();
    void copyWeek();
    void editRules();
    void importFile();
    void exportFile();
    Workspace& m_workspace;
    core::Day m_monday;
    DutyWeekModel m_model;
    DutyWeekTable* m_table;
    QComboBox* m_kind;
    QLabel* m_days;
    QLabel* m_summary;
    QListWidget* m_problems;
    QLabel* m_cell;
    QListWidget* m_duties; ///< of the chosen cell
    QPushButton* m_add;
    QPushButton* m_edit;
    QPushButton* m_remove;
    std::vector<QPushButton*> m_changers; ///< that change the district without a chosen cell
    MarkedPoints* m_places;
    std::vector<std::size_t> m_placeProblems; ///< the problem of each place
};

} // namespace gridwarden::app
