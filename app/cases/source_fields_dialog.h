// SPDX-License-Identifier: GPL-3.0-or-later
// What the extra fields of a case's source hold, to be filled in or changed: a correction of the case.
#pragma once

#include "app/workspace/workspace.h"

#include <QDialog>

class QLabel;

namespace gridwarden::app {

class SourceFieldsForm;

class SourceFieldsDialog : public QDialog {
    Q_OBJECT
  public:
    SourceFieldsDialog(Workspace& workspace, const core::CaseRecord& record, QWidget* parent);

  private:
    void save();
    Workspace& m_workspace;
    core::CaseId m_id;
    core::FieldValues m_before;
    SourceFieldsForm* m_form;
    QLabel* m_fault;
};

} // namespace gridwarden::app
