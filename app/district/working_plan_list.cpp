// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/district/working_plan_list.h"

#include "app/district/form_fields.h"
#include "app/district/record_model.h"
#include "app/text/message_text.h"
#include "app/workspace/icon.h"

#include <QFormLayout>
#include <QHeaderView>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QRegularExpression>
#include <QScopedValueRollback>
#include <QToolButton>
#include <QTreeView>
#include <QVBoxLayout>

namespace gridwarden::app {

QString spansText(const std::vector<core::Span>& spans) {
    QStringList texts;
    for (const core::Span& span : spans)
        texts << minuteText(span.startMinute) + QLatin1Char('-') + minuteText(span.endMinute);
    return texts.join(QStringLiteral(", "));
}

std::optional<std::vector<core::Span>> spansFromText(const QString& text) {
    static const QRegularExpression between(QStringLiteral("[,，;；、]"));
    static const QRegularExpression dash(QStringLiteral("\\s*[-–—~至到]\\s*"));
    std::vector<core::Span> spans;
    for (const QString& part : text.split(between, Qt::SkipEmptyParts)) {
        if (part.trimmed().isEmpty())
            continue;
        const QStringList ends = part.trimmed().split(dash);
        const auto start = minuteFromText(ends.value(0));
        const auto end = minuteFromText(ends.value(1));
        if (ends.size() != 2 || !start || !end || *end <= *start || (!spans.empty() && *start < spans.back().endMinute))
            return std::nullopt;
        spans.push_back({*start, *end});
    }
    return spans;
}

WorkingPlanList::WorkingPlanList(QWidget* parent)
    : QWidget(parent), m_model(new RecordModel({tr("Weekdays"), tr("Hours"), tr("Days")}, this)), m_view(new QTreeView(this)),
      m_fields(new QWidget(this)), m_weekdays(new WeekdaysField(QStringLiteral("planWeekdays"), m_fields)),
      m_spans(makeLine(QStringLiteral("spans"), m_fields)), m_from(new DayField(QStringLiteral("planFrom"), tr("since ever"), m_fields)),
      m_to(new DayField(QStringLiteral("planTo"), tr("for good"), m_fields)),
      m_remove(new QPushButton(icon(QLatin1String("trash-2")), tr("Remove"), this)) {
    m_view->setObjectName(QStringLiteral("plans"));
    m_view->setModel(m_model);
    m_view->setRootIsDecorated(false);
    styleRows(m_view);
    m_view->header()->setStretchLastSection(false);
    m_view->header()->setSectionResizeMode(QHeaderView::ResizeToContents);
    m_view->header()->setSectionResizeMode(1, QHeaderView::Stretch);
    m_spans->setPlaceholderText(QStringLiteral("08:00-12:00, 14:00-18:00"));
    auto* const addButton = new QPushButton(icon(QLatin1String("plus")), tr("Add"), this);
    addButton->setObjectName(QStringLiteral("addPlan"));
    m_remove->setObjectName(QStringLiteral("removePlan"));
    auto* const days = new QHBoxLayout;
    days->addWidget(m_from);
    days->addWidget(new QLabel(QStringLiteral("–"), m_fields));
    days->addWidget(m_to);
    days->addStretch();
    auto* const form = makeForm(m_fields);
    form->setContentsMargins(0, 0, 0, 0);
    form->addRow(tr("Weekdays"), m_weekdays);
    form->addRow(tr("Hours"), m_spans);
    form->addRow(tr("Days"), days);
    auto* const column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_view, 1);
    auto* const row = new QHBoxLayout;
    row->addWidget(addButton);
    row->addWidget(m_remove);
    row->addStretch();
    column->addLayout(row);
    column->addWidget(m_fields);
    column->addWidget(makeNote(tr("The first plan that holds on a day and has its weekday counts. A make-up working day takes the first plan with hours."), this));

    connect(m_view->selectionModel(), &QItemSelectionModel::currentChanged, this, [this] {
        if (!m_isFilling)
            show();
    });
    for (QLineEdit* const line : {m_spans, static_cast<QLineEdit*>(m_from), static_cast<QLineEdit*>(m_to)})
        connect(line, &QLineEdit::textChanged, this, &WorkingPlanList::takeFields);
    for (QToolButton* const button : m_weekdays->findChildren<QToolButton*>())
        connect(button, &QToolButton::toggled, this, &WorkingPlanList::takeFields);
    connect(addButton, &QPushButton::clicked, this, [this] {
        m_plans.push_back({{}, {}, 0x1f, {{8 * 60, 12 * 60}, {14 * 60, 18 * 60}}});
        list();
        m_view->setCurrentIndex(m_model->index(m_model->rowCount() - 1, 0));
        emit edited();
    });
    connect(m_remove, &QPushButton::clicked, this, [this] {
        if (current() == nullptr)
            return;
        m_plans.erase(m_plans.begin() + m_view->currentIndex().row());
        list();
        show();
        emit edited();
    });
    show();
}

void WorkingPlanList::setPlans(std::vector<core::WorkingPlan> plans) {
    m_plans = std::move(plans);
    list();
    {
        const QScopedValueRollback<bool> filling(m_isFilling, true);
        m_view->setCurrentIndex(m_model->index(0, 0));
    }
    show();
}

void WorkingPlanList::list() {
    const QScopedValueRollback<bool> filling(m_isFilling, true);
    const auto dayText = [](std::optional<core::Day> day) { return day ? QString::fromStdString(core::dayText(*day)) : QString(); };
    const auto daysText = [&](const core::WorkingPlan& plan) {
        return plan.from || plan.to ? QString(dayText(plan.from) + QChar(0x2013) + dayText(plan.to)) : QString();
    };
    std::vector<Record> records;
    for (const core::WorkingPlan& plan : m_plans)
        records.push_back({.key = QString::number(records.size()),
                           .cells = {weekdaysText(plan.weekdays), plan.spans.empty() ? tr("nobody works") : spansText(plan.spans), daysText(plan)}});
    m_model->setRecords(std::move(records));
}

core::WorkingPlan* WorkingPlanList::current() {
    const QModelIndex index = m_view->currentIndex();
    const auto row = static_cast<std::size_t>(index.row());
    return index.isValid() && row < m_plans.size() ? &m_plans[row] : nullptr;
}

void WorkingPlanList::show() {
    const QScopedValueRollback<bool> filling(m_isFilling, true);
    m_fault.clear();
    const core::WorkingPlan* const plan = current();
    m_fields->setVisible(plan != nullptr);
    m_remove->setEnabled(plan != nullptr);
    if (plan == nullptr)
        return;
    m_weekdays->setWeekdays(plan->weekdays);
    m_spans->setText(spansText(plan->spans));
    m_from->setDay(plan->from);
    m_to->setDay(plan->to);
}

void WorkingPlanList::takeFields() {
    core::WorkingPlan* const plan = current();
    if (m_isFilling || plan == nullptr)
        return;
    m_fault.clear();
    plan->weekdays = m_weekdays->weekdays();
    if (auto spans = spansFromText(m_spans->text()))
        plan->spans = std::move(*spans);
    else
        m_fault = tr("Give the hours in order, as 08:00-12:00, 14:00-18:00.");
    const auto from = m_from->day();
    const auto to = m_to->day();
    if (from && to) {
        plan->from = *from;
        plan->to = *to;
    } else {
        m_fault = text(from ? to.error() : from.error());
    }
    list();
    emit edited();
}

} // namespace gridwarden::app
