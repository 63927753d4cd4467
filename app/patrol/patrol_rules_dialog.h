// SPDX-License-Identifier: GPL-3.0-or-later
// How often roads have to be passed on a day, by their grade.
#pragma once

#include "app/workspace/workspace.h"
#include "core/patrol/patrol_rules.h"

#include <QDialog>
#include <map>

class QSpinBox;

namespace gridwarden::app {

class PatrolRulesDialog : public QDialog {
    Q_OBJECT
  public:
    PatrolRulesDialog(Workspace& workspace, core::PatrolRules rules, QWidget* parent);

  private:
    void save();
    Workspace& m_workspace;
    core::PatrolRules m_rules;
    std::map<std::string, QSpinBox*> m_passes; ///< by grade
    QSpinBox* m_share;                         ///< percent
};

/// Opens the dialog with what holds now. Nothing without a district; rules that cannot be read are said.
void editPatrolRules(Workspace& workspace, QWidget* parent);

} // namespace gridwarden::app
