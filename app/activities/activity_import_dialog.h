// SPDX-License-Identifier: GPL-3.0-or-later
// Activities from a spreadsheet: what each column means, what would be counted, what would be refused, and then the
// import.
#pragma once

#include "app/workspace/workspace.h"
#include "gis/source/activity_import.h"

#include <QDialog>

class QCheckBox;
class QLabel;
class QPushButton;
class QTableWidget;
class QTabWidget;
class QTreeWidget;

namespace gridwarden::app {

class NewestWork;

class ActivityImportDialog : public QDialog {
    Q_OBJECT
public:
    ActivityImportDialog(Workspace& workspace, const QString& file, QWidget* parent);

private:
    struct Trial;
    void build();
    /// Reads the table beside the window and shows what would be imported.
    void look();
    void showTrial(const Trial& trial);
    void showColumns(const gis::TableColumns& columns, const gis::ActivityMapping& mapping);
    void showReport(const gis::ActivityImportReport& report);
    void import();
    [[nodiscard]] gis::ActivityImportOptions options() const;
    Workspace& m_workspace;
    NewestWork* m_looking;
    QString m_file;
    bool m_hasColumns = false;
    QTableWidget* m_columns;
    QCheckBox* m_fillDown;
    QLabel* m_summary;
    QTabWidget* m_tabs;
    QTreeWidget* m_counted;
    QTreeWidget* m_problems;
    QPushButton* m_import;
};

/// Asks for a file where none is given. Nothing while the district cannot be written.
void openActivityImport(Workspace& workspace, QWidget* parent, const QString& file = {});

} // namespace gridwarden::app
