// SPDX-License-Identifier: GPL-3.0-or-later
// The window in which areas are imported; see area_import_dialog.h.
#pragma once

#include "app/district/area_source.h"
#include "app/workspace/job.h"
#include "app/workspace/workspace.h"

#include <QWidget>
#include <memory>

class QComboBox;
class QDoubleSpinBox;
class QLabel;
class QLineEdit;
class QProgressBar;
class QPushButton;
class QTableWidget;
class QTreeView;

namespace gridwarden::app {

class RecordModel;

class AreaImportWindow : public QWidget {
    Q_OBJECT
  public:
    AreaImportWindow(Workspace& workspace, Jobs& jobs, QWidget* parent);
    ~AreaImportWindow() override;
    void openFile(const QString& file);

  private:
    QWidget* makeFields();
    void chooseFile();
    void look(bool isOtherFile); ///< reads layers, fields and first rows again
    void showSource(const AreaSource& source, bool isOtherFile);
    void fillChoices(const AreaSource& source, const gis::AreaImportOptions& guess);
    void showPreview(const AreaSource& source);
    [[nodiscard]] gis::AreaImportOptions options() const;
    void run();
    void showResult(const core::Result<gis::AreaImportReport>& report);
    void zoomToProblem(const QModelIndex& index);
    void say(const QString& text, bool isFault);
    void updateButtons();
    Workspace& m_workspace;
    Jobs& m_jobs;
    QLineEdit* m_file;
    QWidget* m_fields = nullptr;
    QComboBox* m_layer = nullptr;
    QComboBox* m_kind = nullptr;
    QComboBox* m_code = nullptr;
    QComboBox* m_name = nullptr;
    QComboBox* m_parent = nullptr;
    QComboBox* m_grade = nullptr;
    QComboBox* m_parentKind = nullptr;
    QComboBox* m_from = nullptr;
    QComboBox* m_to = nullptr;
    QComboBox* m_crs = nullptr;
    QComboBox* m_encoding = nullptr;
    QDoubleSpinBox* m_snap = nullptr;
    QTableWidget* m_preview;
    QLabel* m_message;
    RecordModel* m_problemModel;
    QTreeView* m_problems;
    QProgressBar* m_progress;
    QPushButton* m_showOnMap;
    QPushButton* m_cancel;
    QPushButton* m_import;
    std::vector<gis::ImportProblem> m_found;
    bool m_isReady = false;   // a source was read and can be imported
    bool m_isFilling = false;
    int m_looking = 0;        // number of the running look; an older one is forgotten
    int m_job = 0;            // the running import
};

} // namespace gridwarden::app
