// SPDX-License-Identifier: GPL-3.0-or-later
// Handing over what somebody has in hand (改派), all of it or by grid and deadline: to the substitute while they are away.
#pragma once

#include "app/workspace/workspace.h"

#include <QDialog>
#include <unordered_set>

class QComboBox;
class QDateEdit;
class QCheckBox;
class QLabel;
class QLineEdit;
class QPushButton;
class QTreeWidget;
class QTreeWidgetItem;

namespace gridwarden::app {

class ReceiverField;

/// Who hands over to whom; either may be null and is then chosen.
struct HandOver {
    core::PersonId from;
    core::PersonId to;
};

class HandOverDialog : public QDialog {
    Q_OBJECT
  public:
    HandOverDialog(Workspace& workspace, HandOver persons, QWidget* parent);

  private:
    void buildFields(core::PersonId from);
    void offerSubstitute();
    void findCases();
    void offerGrids();
    void list();
    void takeTick(const QTreeWidgetItem* item);
    void follow();
    void confirm();
    [[nodiscard]] core::PersonId from() const;
    [[nodiscard]] std::vector<core::CaseId> chosen() const;
    Workspace& m_workspace;
    std::vector<core::CaseFact> m_inHand;        ///< by deadline
    std::unordered_set<core::CaseId> m_unticked; ///< which stay with them
    QComboBox* m_from;
    QComboBox* m_grid;
    QCheckBox* m_onlyDue;
    QDateEdit* m_dueTo;
    QTreeWidget* m_list;
    ReceiverField* m_receiver;
    QLineEdit* m_note;
    QLabel* m_fault;
    QPushButton* m_confirm;
};

void openHandOver(Workspace& workspace, HandOver persons, QWidget* parent);

} // namespace gridwarden::app
