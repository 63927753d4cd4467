// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cases/source_fields_dialog.h"

#include "app/cases/case_labels.h"
#include "app/cases/panel_text.h"
#include "app/cases/source_fields_form.h"
#include "app/text/message_text.h"

#include <QDialogButtonBox>
#include <QPushButton>
#include <QVBoxLayout>

namespace gridwarden::app {

SourceFieldsDialog::SourceFieldsDialog(Workspace& workspace, const core::CaseRecord& record, QWidget* parent)
    : QDialog(parent), m_workspace(workspace), m_id(record.report.id), m_before(core::fieldValues(record.steps)), m_form(new SourceFieldsForm(this)),
      m_fault(makeLabel({}, TextSize::Body, /*isMuted=*/false, this)) {
    constexpr int Margin = 16, Width = 420;
    setObjectName(QStringLiteral("sourceFieldsDialog"));
    setAttribute(Qt::WA_DeleteOnClose);
    const core::District& district = *workspace.district();
    setWindowTitle(tr("%1: case %2").arg(sourceName(district, record.report.source), QString::fromStdString(record.report.number)));
    setMinimumWidth(Width);
    if (const core::CaseSource* const source = core::findSource(district.sources(), record.report.source))
        m_form->setFields(source->fields, district.timeZone());
    m_form->setValues(m_before);
    m_fault->setObjectName(QStringLiteral("fault"));
    m_fault->setWordWrap(true);
    m_fault->hide();
    auto* const column = new QVBoxLayout(this);
    column->setContentsMargins(Margin, Margin, Margin, Margin);
    column->setSpacing(Gap);
    column->addWidget(m_form);
    column->addWidget(m_fault);
    auto* const buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, this);
    auto* const save = buttons->addButton(tr("Save"), QDialogButtonBox::AcceptRole);
    save->setObjectName(QStringLiteral("save"));
    save->setDefault(true);
    column->addWidget(buttons);
    connect(buttons, &QDialogButtonBox::accepted, this, &SourceFieldsDialog::save);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(&workspace, &Workspace::districtClosed, this, &QDialog::reject);
}

/// Only what is other than before becomes part of the step.
void SourceFieldsDialog::save() {
    const auto showFault = [this](const QString& fault) {
        setTextColour(m_fault, faultColour(palette()));
        m_fault->setText(fault);
        m_fault->show();
    };
    if (m_workspace.isBusy())
        return showFault(text(m_workspace.whyBusy()));
    const auto entered = core::checkedFieldValues(m_form->fields(), m_form->written(), m_workspace.district()->timeZone(), /*isCorrection=*/true);
    if (!entered)
        return showFault(text(entered.error()));
    core::StepDraft draft;
    draft.kind = core::StepKind::Correct;
    for (const auto& [key, value] : *entered) {
        const auto before = m_before.find(key);
        if (value != (before == m_before.end() ? std::string() : before->second))
            draft.detail.fields.emplace(key, value);
    }
    if (draft.detail.fields.empty())
        return accept();
    const auto done = core::takeStep(*m_workspace.district(), m_workspace.actor(), m_id, draft);
    if (done)
        accept();
    else
        showFault(text(done.error()));
}

} // namespace gridwarden::app
