// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/evaluation/field_fault.h"

#include "app/cases/panel_text.h"

#include <QFormLayout>
#include <memory>

namespace gridwarden::app {

namespace {

int rowOf(const QFormLayout& form, QWidget* field) {
    int row = -1;
    QFormLayout::ItemRole role{};
    form.getWidgetPosition(field, &row, &role);
    return row;
}

} // namespace

FieldFault::FieldFault(QWidget* page) : m_page(page), m_label(makeLabel({}, TextSize::Small, /*isMuted=*/false, page)) {
    m_label->setObjectName(QStringLiteral("fieldFault"));
    m_label->setWordWrap(true);
    setTextColour(m_label, FaultColour);
    m_label->hide();
}

void FieldFault::say(QWidget* field, const QString& sentence) {
    QFormLayout* form = nullptr;
    for (QFormLayout* const each : m_page->findChildren<QFormLayout*>())
        if (field != nullptr && each->indexOf(field) >= 0)
            form = each;
    if (m_form && (m_form != form || rowOf(*m_form, m_label) != rowOf(*form, field) + 1)) {
        const QFormLayout::TakeRowResult row = m_form->takeRow(m_label);
        const std::unique_ptr<QLayoutItem> left(row.labelItem), right(row.fieldItem);
        m_form = nullptr;
        m_label->hide();
    }
    if (form == nullptr)
        return;
    m_label->setText(QStringLiteral("▲ ") + sentence);
    if (!m_form)
        form->insertRow(rowOf(*form, field) + 1, m_label);
    m_form = form;
    m_label->show();
}

} // namespace gridwarden::app
