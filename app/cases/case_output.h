// SPDX-License-Identifier: GPL-3.0-or-later
// What leaves the case table: into files and onto paper.
#pragma once

#include "app/cases/case_columns.h"
#include "app/cases/case_print.h"
#include "app/workspace/workspace.h"

namespace gridwarden::app {

class CaseTableModel;
struct ExportedCases;

class CaseOutput : public QObject {
    Q_OBJECT
public:
    /// Owned by `window`, over which it asks.
    CaseOutput(Workspace& workspace, Jobs& jobs, const CaseTableModel& model, QWidget* window);

    /// Asks for a file and has what the table shows written into it by a job, in its order: as a workbook or as CSV, by
    /// the ending of its name.
    void exportShown(std::vector<CaseColumn> columns);
    /// Shows on paper what the table shows, from where it is printed.
    void printShown(const std::vector<CaseColumn>& columns);
    /// What is printed. \pre a district is open
    [[nodiscard]] CaseSheet sheet(const std::vector<CaseColumn>& columns) const;

private:
    void tellExported(const ExportedCases& exported, const QString& file);
    Workspace& m_workspace;
    Jobs& m_jobs;
    const CaseTableModel& m_model;
    QWidget* m_window;
};

} // namespace gridwarden::app
