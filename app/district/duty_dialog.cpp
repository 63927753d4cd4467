// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/district/duty_dialog.h"

#include "app/district/duty_form.h"
#include "app/text/message_text.h"
#include "core/district/duty_planning.h"

#include <QDialogButtonBox>
#include <QKeyEvent>
#include <QLabel>
#include <QPushButton>
#include <QRadioButton>
#include <QShortcut>
#include <QVBoxLayout>

namespace gridwarden::app {

DutyDialog::DutyDialog(Workspace& workspace, const core::Duty& duty, const core::Period& week, QWidget* parent)
    : QDialog(parent), m_workspace(workspace), m_duty(duty), m_week(week), m_form(new DutyForm(this)),
      m_thisWeek(new QRadioButton(tr("In this week only"), this)), m_fault(new QLabel(this)) {
    setObjectName(QStringLiteral("dutyDialog"));
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(duty.id.isNull() ? tr("Add duty") : tr("Change duty"));
    m_form->setDuty(*workspace.district(), duty);
    m_thisWeek->setObjectName(QStringLiteral("thisWeek"));
    auto* const always = new QRadioButton(tr("On all its days"), this);
    always->setObjectName(QStringLiteral("allDays"));
    always->setChecked(true);
    const bool hasOthers = !duty.id.isNull() && !core::withoutDays(duty, week).empty();
    m_thisWeek->setVisible(hasOthers);
    always->setVisible(hasOthers);
    m_fault->setObjectName(QStringLiteral("fault"));
    m_fault->setWordWrap(true);
    m_fault->hide();
    auto* const buttons = new QDialogButtonBox(QDialogButtonBox::Save | QDialogButtonBox::Cancel, this);
    buttons->button(QDialogButtonBox::Save)->setObjectName(QStringLiteral("save"));
    connect(new QShortcut(QKeySequence::Save, this), &QShortcut::activated, this, &DutyDialog::accept);
    auto* const column = new QVBoxLayout(this);
    column->setContentsMargins(12, 12, 12, 12);
    column->setSpacing(8);
    column->addWidget(m_form);
    column->addWidget(always);
    column->addWidget(m_thisWeek);
    column->addWidget(m_fault);
    column->addWidget(buttons);
    connect(buttons, &QDialogButtonBox::accepted, this, &DutyDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &DutyDialog::reject);
    connect(&workspace, &Workspace::districtClosing, this, &DutyDialog::reject);
    resize(460, sizeHint().height());
}

/// Enter takes an entry of a list; it stores only where a button has the focus.
void DutyDialog::keyPressEvent(QKeyEvent* event) {
    const bool isEnter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (!isEnter || qobject_cast<QPushButton*>(focusWidget()) != nullptr)
        QDialog::keyPressEvent(event);
}

void DutyDialog::accept() {
    const auto entered = m_form->duty();
    const auto fault = [this](const QString& text) {
        m_fault->setText(text);
        m_fault->show();
    };
    if (!entered)
        return fault(text(entered.error()));
    const bool isNew = m_duty.id.isNull();
    std::vector<core::Duty> pieces{*entered};
    if (!isNew && m_thisWeek->isVisible() && m_thisWeek->isChecked()) {
        const auto only = core::onDaysOnly(*entered, m_week);
        if (!only)
            return fault(tr("With these days and weekdays there is nothing of it in this week."));
        pieces = core::withoutDays(m_duty, m_week);
        pieces.push_back(*only);
    }
    const auto listening =
        connect(&m_workspace, &Workspace::noticePosted, this, [&](const Notice& notice) { fault(notice.text); });
    const bool done = m_workspace.change(dutyLabel(isNew ? "add-duty" : "edit-duty", *m_workspace.district(), *entered),
                                         [&](core::Change& change) -> core::Result<void> {
                                             if (!isNew)
                                                 return core::replaceDuty(change, m_duty.id, pieces);
                                             const auto saved = core::saveDuty(change, pieces.front());
                                             return saved ? core::Result<void>() : core::fail(saved);
                                         });
    disconnect(listening);
    if (done)
        QDialog::accept();
}

} // namespace gridwarden::app
