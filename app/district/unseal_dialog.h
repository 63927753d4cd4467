// SPDX-License-Identifier: GPL-3.0-or-later
// Asks for the passphrase of the personal data; with the recovery code a new passphrase is set. Also the way to change it.
#pragma once

#include "app/workspace/job.h"
#include "app/workspace/unsealing.h"

#include <QDialog>

class QCheckBox;
class QFormLayout;
class QLabel;
class QLineEdit;
class QPushButton;

namespace gridwarden::app {

class NewPassphrase;

class UnsealDialog : public QDialog {
    Q_OBJECT
  public:
    enum class Purpose { Show, Change };
    UnsealDialog(Workspace& workspace, Unsealing& unsealing, Jobs& jobs, Purpose purpose, QWidget* parent);

  private:
    void follow();
    void start();
    void finish(core::Result<core::UnsealKey> key, std::optional<core::WrappedKey> wrapped);
    void showFault(const QString& text);
    [[nodiscard]] bool wantsNew() const;

    Workspace& m_workspace;
    Unsealing& m_unsealing;
    Jobs& m_jobs;
    Purpose m_purpose;
    QLabel* m_label;
    QLineEdit* m_known;
    QCheckBox* m_byCode;
    NewPassphrase* m_new;
    QLabel* m_fault;
    QPushButton* m_go;
};

/// Opens the dialog beside a window; nothing where nothing is protected.
void openUnsealDialog(Workspace& workspace, Unsealing& unsealing, Jobs& jobs, UnsealDialog::Purpose purpose, QWidget* parent);

} // namespace gridwarden::app
