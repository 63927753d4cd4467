// SPDX-License-Identifier: GPL-3.0-or-later
// Adding or changing one duty from the week; what is changed holds in that week only, or on all days of the duty.
#pragma once

#include "app/workspace/workspace.h"

#include <QDialog>

class QLabel;
class QRadioButton;

namespace gridwarden::app {

class DutyForm;

class DutyDialog : public QDialog {
    Q_OBJECT
public:
    /// \param duty with an id: that one is changed, else it is added. It closes with the district.
    DutyDialog(Workspace& workspace, const core::Duty& duty, const core::Period& week, QWidget* parent);
    void accept() override; ///< stores it as one change; a fault is shown

protected:
    void keyPressEvent(QKeyEvent* event) override;

private:
    Workspace& m_workspace;
    const core::Duty m_duty;
    const core::Period m_week;
    DutyForm* m_form;
    QRadioButton* m_thisWeek; ///< shown where the duty has shifts in other weeks
    QLabel* m_fault;
};

} // namespace gridwarden::app
