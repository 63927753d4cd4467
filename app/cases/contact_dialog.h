// SPDX-License-Identifier: GPL-3.0-or-later
// Name and telephone number of the reporter of a case that is there already. What is sealed is replaced unseen.
#pragma once

#include "app/workspace/unsealing.h"

#include <QDialog>

class QLineEdit;
class QPushButton;

namespace gridwarden::app {

class ContactDialog : public QDialog {
    Q_OBJECT
  public:
    ContactDialog(Workspace& workspace, const Unsealing& unsealing, const core::CaseReport& report, QWidget* parent);

  private:
    void save();
    void follow();
    [[nodiscard]] core::Contact entered() const;

    Workspace& m_workspace;
    core::CaseId m_id;
    core::Contact m_known;
    QLineEdit* m_name;
    QLineEdit* m_phone;
    QPushButton* m_save = nullptr;
};

} // namespace gridwarden::app
