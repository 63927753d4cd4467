// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/district/numbering_editor.h"

#include "app/district/form_fields.h"
#include "app/text/message_text.h"
#include "core/base/text.h"
#include "core/cases/case_number.h"

#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace gridwarden::app {

NumberingEditor::NumberingEditor(Workspace& workspace, QWidget* parent)
    : EditorWindow(workspace, tr("Case numbers"), parent), m_pattern(makeLine(QStringLiteral("pattern"), this)), m_example(new QLabel(this)) {
    m_example->setObjectName(QStringLiteral("example"));
    m_example->setTextFormat(Qt::PlainText);
    m_example->setTextInteractionFlags(Qt::TextSelectableByMouse);
    QFont large = m_example->font();
    large.setPointSizeF(large.pointSizeF() * 1.25);
    m_example->setFont(large);
    auto* const form = makeForm(nullptr);
    form->addRow(tr("Pattern"), m_pattern);
    form->addRow(tr("Example"), m_example);
    auto* const fields = makeForm(nullptr);
    const std::pair<QString, QString> parts[] = {{QStringLiteral("{year}"), tr("The year in four digits")},
                                                 {QStringLiteral("{month}"), tr("The month in two digits")},
                                                 {QStringLiteral("{day}"), tr("The day in two digits")},
                                                 {QStringLiteral("{serial:6}"), tr("The running number with at least so many digits; it begins again when the rest changes")}};
    for (const auto& [part, meaning] : parts) {
        auto* const insert = new QPushButton(part, this);
        insert->setToolTip(tr("Insert %1").arg(part));
        insert->setFocusPolicy(Qt::TabFocus);
        connect(insert, &QPushButton::clicked, m_pattern, [this, part = part] {
            m_pattern->insert(part);
            m_pattern->setFocus();
        });
        fields->addRow(insert, makeNote(meaning, this));
    }
    content()->addLayout(form);
    content()->addWidget(makeNote(tr("Other text stands as it is. Numbers given already stay, and none is given twice."), this));
    content()->addLayout(fields);
    content()->addStretch(1);
    watch(this);
    connect(m_pattern, &QLineEdit::textChanged, this, &NumberingEditor::showExample);
    resize(520, 360);
    refresh();
}

void NumberingEditor::refresh() {
    if (isChanged())
        return;
    const Filling filling(*this);
    m_pattern->setText(QString::fromStdString(district().setting("case_number_pattern", core::DefaultNumberPattern)));
    showExample();
}

void NumberingEditor::discard() { refresh(); }

void NumberingEditor::onWritableChanged(bool canWrite) { m_pattern->setEnabled(canWrite); }

void NumberingEditor::showExample() {
    const auto pattern = core::NumberPattern::parse(core::trimmed(m_pattern->text().toStdString()));
    if (pattern)
        m_example->setText(QString::fromStdString(pattern->number(district().timeZone().day(core::now()), 1)));
    else
        m_example->setText(QStringLiteral("—"));
}

bool NumberingEditor::save() {
    const std::string pattern(core::trimmed(m_pattern->text().toStdString()));
    return write({"edit-numbering", {pattern}}, [&](core::Change& change) -> core::Result<void> {
        if (const auto parsed = core::NumberPattern::parse(pattern); !parsed)
            return core::fail(parsed);
        return core::saveSetting(change, "case_number_pattern", pattern);
    });
}

} // namespace gridwarden::app
