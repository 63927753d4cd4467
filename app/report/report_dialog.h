// SPDX-License-Identifier: GPL-3.0-or-later
// Choosing what to report on, with the pages as they will be printed beside it; saving and printing run in the background.
#pragma once

#include "app/report/grid_report.h"
#include "app/report/report_period.h"
#include "app/report/report_preview.h"
#include "app/workspace/workspace.h"

#include <QDialog>
#include <QTimer>

class QComboBox;
class QLabel;
class QLineEdit;
class QListWidget;
class QPrinter;
class QPushButton;
class QRadioButton;

namespace gridwarden::app {

class LanguageBox;

/// Opens the window of reports, with the selected area chosen. Nothing without a district.
void openGridReportDialog(Workspace& workspace, Jobs& jobs, QWidget* parent);

/// Reads the district through a connection of its own on a worker; the window goes on.
class ReportDialog : public QDialog {
    Q_OBJECT
  public:
    ReportDialog(Workspace& workspace, Jobs& jobs, core::Day today, QWidget* parent = nullptr);
    ~ReportDialog() override;

    /// What is chosen, without an output.
    [[nodiscard]] GridReportOptions options() const;
    [[nodiscard]] ReportPreview& preview() { return *m_preview; }
    /// Nothing is being prepared or painted for the preview.
    [[nodiscard]] bool isPreviewReady() const { return m_shown == m_wanted && m_preview->isCurrent(); }

  private:
    void buildForm();
    void fillAreas();
    void filterAreas(const QString& text);
    void chooseSelectedArea();
    void follow();
    void preparePreview();
    void save();
    void saveTo(GridReportOptions options);
    void print();
    void printOn(const std::shared_ptr<QPrinter>& printer);

    Workspace& m_workspace;
    Jobs& m_jobs;
    core::Day m_today;
    QComboBox* m_kind = nullptr;
    QRadioButton* m_all = nullptr;
    QRadioButton* m_some = nullptr;
    QLineEdit* m_search = nullptr;
    QListWidget* m_areas = nullptr;
    PeriodField* m_period = nullptr;
    LanguageBox* m_language = nullptr;
    QRadioButton* m_bound = nullptr;
    QRadioButton* m_separate = nullptr;
    QComboBox* m_format = nullptr;
    QPushButton* m_save = nullptr;
    QPushButton* m_print = nullptr;
    ReportPreview* m_preview = nullptr;
    QTimer m_delay; // typing does not start a preview with each key
    int m_job = 0;
    int m_wanted = 0; // previews asked for and shown, counted
    int m_shown = 0;
};

} // namespace gridwarden::app
