// SPDX-License-Identifier: GPL-3.0-or-later
// Whose work list, in which language; the preview is what is saved.
#pragma once

#include "app/report/work_list.h"
#include "app/workspace/workspace.h"

#include <QDialog>

class QLabel;
class QPushButton;

namespace gridwarden::app {

class LanguageBox;
class NewestWork;
class ReceiverField;
class ReportPreview;

class WorkListDialog : public QDialog {
    Q_OBJECT
  public:
    WorkListDialog(Workspace& workspace, Jobs& jobs, QWidget* parent);
    [[nodiscard]] const std::optional<WorkList>& list() const { return m_list; } ///< that is shown

  private:
    void prepare();
    void save();
    Workspace& m_workspace;
    NewestWork* m_preparing;
    std::optional<WorkList> m_list;
    core::Language m_shownLanguage = core::Language::Chinese;
    ReceiverField* m_who;
    LanguageBox* m_language;
    QLabel* m_summary;
    ReportPreview* m_preview;
    QPushButton* m_save;
};

void openWorkList(Workspace& workspace, Jobs& jobs, QWidget* parent);

} // namespace gridwarden::app
