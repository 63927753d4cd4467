// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cases/source_fields_form.h"

#include "app/cases/panel_text.h"
#include "app/cases/source_field_text.h"
#include "app/workspace/icon.h"

#include <QAction>
#include <QCalendarWidget>
#include <QComboBox>
#include <QGridLayout>
#include <QLineEdit>
#include <QMenu>
#include <QWidgetAction>

namespace gridwarden::app {

namespace {

/// A small calendar below the line; the day that is clicked is written into it, before a time of day that stands there.
void offerCalendar(QLineEdit* line) {
    QAction* const pick = line->addAction(icon(QLatin1String("calendar-days")), QLineEdit::TrailingPosition);
    pick->setToolTip(SourceFieldsForm::tr("Choose a day"));
    QObject::connect(pick, &QAction::triggered, line, [line] {
        auto* const menu = new QMenu(line);
        menu->setAttribute(Qt::WA_DeleteOnClose);
        auto* const calendar = new QCalendarWidget(menu);
        if (const QDate day = QDate::fromString(line->text().left(10), Qt::ISODate); day.isValid())
            calendar->setSelectedDate(day);
        auto* const holder = new QWidgetAction(menu);
        holder->setDefaultWidget(calendar);
        menu->addAction(holder);
        QObject::connect(calendar, &QCalendarWidget::clicked, line, [line, menu](QDate day) {
            line->setText(day.toString(Qt::ISODate) + line->text().mid(10));
            menu->close();
        });
        menu->popup(line->mapToGlobal(QPoint(0, line->height())));
    });
}

} // namespace

SourceFieldsForm::SourceFieldsForm(QWidget* parent) : QWidget(parent), m_grid(new QGridLayout(this)) {
    setObjectName(QStringLiteral("sourceFields"));
    m_grid->setContentsMargins(0, 0, 0, 0);
    m_grid->setHorizontalSpacing(Gap + SmallGap);
    m_grid->setVerticalSpacing(Gap);
    m_grid->setColumnStretch(1, 1);
}

void SourceFieldsForm::setFields(std::vector<core::SourceField> fields, const core::TimeZone& zone) {
    m_zone = zone;
    if (fields == m_fields)
        return;
    const core::FieldValues before = written();
    while (const QLayoutItem* item = m_grid->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    m_edits.clear();
    m_fields = std::move(fields);
    QWidget* last = nullptr;
    for (const core::SourceField& field : m_fields) {
        QWidget* const edit = makeField(field);
        edit->setObjectName(QStringLiteral("field-") + QString::fromStdString(field.key));
        auto* const name = makeLabel(fieldName(field), TextSize::Body, /*isMuted=*/true, this);
        name->setBuddy(edit);
        const int row = static_cast<int>(m_edits.size());
        m_grid->addWidget(name, row, 0);
        m_grid->addWidget(edit, row, 1);
        m_edits.push_back(edit);
        if (last != nullptr)
            setTabOrder(last, edit);
        last = edit;
    }
    setNameWidth(m_nameWidth);
    setVisible(!m_fields.empty());
    for (std::size_t i = 0; i < m_fields.size(); ++i)
        if (const auto kept = before.find(m_fields[i].key); kept != before.end())
            if (const auto value = core::fieldValueFromText(m_fields[i], kept->second, m_zone))
                write(i, *value);
}

QWidget* SourceFieldsForm::makeField(const core::SourceField& field) {
    if (field.kind == core::FieldKind::YesNo || field.kind == core::FieldKind::Choice) {
        auto* const box = new QComboBox(this);
        box->addItem(QString());
        if (field.kind == core::FieldKind::YesNo) {
            box->addItem(yesNoText(true), QStringLiteral("yes"));
            box->addItem(yesNoText(false), QStringLiteral("no"));
        }
        for (const core::FieldChoice& choice : field.choices)
            box->addItem(choiceName(choice), QString::fromStdString(choice.key));
        connect(box, &QComboBox::currentIndexChanged, this, &SourceFieldsForm::edited);
        return box;
    }
    auto* const line = new QLineEdit(this);
    if (field.kind == core::FieldKind::Number)
        line->setAlignment(Qt::AlignRight);
    if (field.kind == core::FieldKind::Date)
        line->setPlaceholderText(tr("year-month-day"));
    if (field.kind == core::FieldKind::Time)
        line->setPlaceholderText(tr("year-month-day hour:minute"));
    if (field.kind == core::FieldKind::Date || field.kind == core::FieldKind::Time)
        offerCalendar(line);
    connect(line, &QLineEdit::textChanged, this, &SourceFieldsForm::edited);
    return line;
}

void SourceFieldsForm::setNameWidth(int width) {
    m_nameWidth = width;
    m_grid->setColumnMinimumWidth(0, width);
}

void SourceFieldsForm::write(std::size_t position, const std::string& value) {
    if (auto* const box = qobject_cast<QComboBox*>(m_edits[position])) {
        box->setCurrentIndex(std::max(0, value.empty() ? 0 : box->findData(QString::fromStdString(value))));
    } else if (auto* const line = qobject_cast<QLineEdit*>(m_edits[position])) {
        line->setText(fieldValueText(m_fields[position], value, m_zone));
        line->setCursorPosition(0);
    }
}

void SourceFieldsForm::setValues(const core::FieldValues& values) {
    for (std::size_t i = 0; i < m_fields.size(); ++i) {
        const auto value = values.find(m_fields[i].key);
        write(i, value == values.end() ? std::string() : value->second);
    }
}

void SourceFieldsForm::clear() {
    setValues({});
}

std::string SourceFieldsForm::writtenIn(std::size_t position) const {
    if (const auto* const box = qobject_cast<const QComboBox*>(m_edits[position]))
        return box->currentData().toString().toStdString();
    const auto* const line = qobject_cast<const QLineEdit*>(m_edits[position]);
    return line == nullptr ? std::string() : line->text().trimmed().toStdString();
}

core::FieldValues SourceFieldsForm::written() const {
    core::FieldValues values;
    for (std::size_t i = 0; i < m_fields.size(); ++i)
        values.emplace(m_fields[i].key, writtenIn(i));
    return values;
}

} // namespace gridwarden::app
