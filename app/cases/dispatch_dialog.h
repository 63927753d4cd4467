// SPDX-License-Identifier: GPL-3.0-or-later
// Handing out many cases at once (批量派遣、改派): each by rules and duty, or all to one receiver.
#pragma once

#include "app/cases/dispatch_plan.h"
#include "app/workspace/workspace.h"

#include <QDialog>

class QLabel;
class QLineEdit;
class QPushButton;
class QRadioButton;
class QTreeWidget;

namespace gridwarden::app {

class ReceiverField;

class DispatchDialog : public QDialog {
    Q_OBJECT
  public:
    /// Dispatch: of the cases those that wait for it; HandOver: those that somebody handles already.
    enum class Purpose { Dispatch, HandOver };
    /// \param left how many of what was selected stay as they are
    DispatchDialog(Workspace& workspace, Purpose purpose, DispatchPlan plan, std::size_t left, QWidget* parent);

  private:
    void planAgain();
    void propose();
    void follow();
    void confirm();
    Workspace& m_workspace;
    Purpose m_purpose;
    DispatchPlan m_plan;
    QRadioButton* m_byRules;
    QRadioButton* m_toOne;
    QTreeWidget* m_proposals;
    ReceiverField* m_receiver;
    QLineEdit* m_note;
    QLabel* m_fault;
    QPushButton* m_confirm;
};

/// Opens it for the selected cases, as soon as it is known to whom they would go; says so when none of them can be handed
/// out in this way.
void openDispatchDialog(Workspace& workspace, DispatchDialog::Purpose purpose, QWidget* parent);

} // namespace gridwarden::app
