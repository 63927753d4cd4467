// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cases/contact_dialog.h"

#include "app/cases/panel_text.h"

#include <QDialogButtonBox>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace gridwarden::app {

ContactDialog::ContactDialog(Workspace& workspace, const Unsealing& unsealing, const core::CaseReport& report, QWidget* parent)
    : QDialog(parent), m_workspace(workspace), m_id(report.id), m_known(unsealing.contact(report.id)), m_name(new QLineEdit(this)),
      m_phone(new QLineEdit(this)) {
    constexpr int Margin = 16, Width = 360;
    setObjectName(QStringLiteral("contactDialog"));
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Reporter of case %1").arg(QString::fromStdString(report.number)));
    setMinimumWidth(Width);
    m_name->setObjectName(QStringLiteral("reporter"));
    m_phone->setObjectName(QStringLiteral("phone"));
    m_name->setText(QString::fromStdString(m_known.reporter));
    m_phone->setText(QString::fromStdString(m_known.phone));
    auto* const column = new QVBoxLayout(this);
    column->setContentsMargins(Margin, Margin, Margin, Margin);
    column->setSpacing(Gap);
    const auto stored = unsealing.stored(report.id);
    if (stored && stored->isSealed() && unsealing.state() == SealState::Sealed) {
        auto* const note = makeLabel(tr("What is sealed now is replaced by what you enter."), TextSize::Body, /*isMuted=*/true, this);
        note->setWordWrap(true);
        column->addWidget(note);
    }
    auto* const form = new QFormLayout;
    form->setSpacing(Gap);
    form->addRow(tr("Name"), m_name);
    form->addRow(tr("Telephone"), m_phone);
    column->addLayout(form);
    auto* const buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, this);
    m_save = buttons->addButton(tr("Save"), QDialogButtonBox::AcceptRole);
    m_save->setObjectName(QStringLiteral("save"));
    m_save->setDefault(true);
    column->addWidget(buttons);
    connect(buttons, &QDialogButtonBox::accepted, this, &ContactDialog::save);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(m_name, &QLineEdit::textChanged, this, &ContactDialog::follow);
    connect(m_phone, &QLineEdit::textChanged, this, &ContactDialog::follow);
    connect(&workspace, &Workspace::districtClosed, this, &QDialog::reject);
    follow();
}

core::Contact ContactDialog::entered() const { return {m_name->text().trimmed().toStdString(), m_phone->text().trimmed().toStdString()}; }

void ContactDialog::follow() { m_save->setEnabled(entered() != m_known); }

void ContactDialog::save() {
    if (m_workspace.setContact(m_id, entered()))
        accept();
}

} // namespace gridwarden::app
