// SPDX-License-Identifier: GPL-3.0-or-later
// What was done in a period, summed up by kind, organisation or person; each number leads to its entries below.
#pragma once

#include "app/activities/activity_sum_table.h"
#include "app/workspace/workspace.h"

#include <QWidget>

class QComboBox;
class QLabel;
class QPushButton;
class QTreeWidget;
class QTreeWidgetItem;

namespace gridwarden::app {

class PeriodStepper;

class ActivitySums : public QWidget {
    Q_OBJECT
public:
    ActivitySums(Workspace& workspace, QWidget* parent);
    /// Begins with the period around a day.
    void begin(core::Day day);
    /// These entries of a period, until something else is chosen.
    void list(core::Period period, std::vector<core::ActivityId> entries);
    /// Counts again, where it is seen.
    void refresh();
    /// The entries that are listed below.
    [[nodiscard]] const std::vector<core::ActivityId>& listed() const { return m_listed; }
    [[nodiscard]] core::ActivityId current() const; ///< of these; null: none
    void choose(core::ActivityId id);

signals:
    void listedChanged();                              ///< or which one is chosen
    void entryWanted(gridwarden::core::ActivityId id); ///< to be seen on its day

protected:
    void showEvent(QShowEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void build();
    void fillSums();
    void listEntries();
    void list(std::vector<core::ActivityId> entries);
    void copy();
    void exportSums();
    [[nodiscard]] std::vector<core::ActivityId> chosenRecords() const;
    Workspace& m_workspace;
    std::shared_ptr<const core::ActivityRegister> m_activities;
    ActivitySumTable m_table;
    std::vector<core::ActivityId> m_listed;
    PeriodStepper* m_period;
    QComboBox* m_by;
    QTreeWidget* m_sums;
    QLabel* m_total;
    QLabel* m_entriesTitle;
    QTreeWidget* m_entries;
    QPushButton* m_export;
};

} // namespace gridwarden::app
