// SPDX-License-Identifier: GPL-3.0-or-later
// Protecting the personal data: a passphrase, then the recovery code to keep, typed back before anything is sealed.
#pragma once

#include "app/workspace/job.h"
#include "app/workspace/unsealing.h"

#include <QDialog>

class QLabel;
class QLineEdit;
class QPushButton;
class QStackedWidget;

namespace gridwarden::app {

class NewPassphrase;

class ProtectDialog : public QDialog {
    Q_OBJECT
  public:
    ProtectDialog(Workspace& workspace, Unsealing& unsealing, Jobs& jobs, QWidget* parent);

  private:
    [[nodiscard]] QWidget* buildFirst();
    [[nodiscard]] QWidget* buildSecond();
    void next();
    void showCode();
    void printCode();
    void checkCode();
    void protect();

    Workspace& m_workspace;
    Unsealing& m_unsealing;
    Jobs& m_jobs;
    std::shared_ptr<core::NewSeal> m_seal;
    QStackedWidget* m_pages;
    NewPassphrase* m_passphrase;
    QLabel* m_code;
    QLineEdit* m_typed;
    QLabel* m_fault;
    QPushButton* m_go;
};

/// Opens the dialog; nothing where the data are protected or the district is open for reading only.
void openProtectDialog(Workspace& workspace, Unsealing& unsealing, Jobs& jobs, QWidget* parent);

} // namespace gridwarden::app
