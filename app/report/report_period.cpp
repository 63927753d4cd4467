// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/report/report_period.h"

#include "app/text/days.h"

#include <QComboBox>
#include <QDateEdit>
#include <QHBoxLayout>
#include <QLabel>
#include <QSignalBlocker>
#include <QVBoxLayout>

namespace gridwarden::app {

core::Period periodOf(PeriodChoice choice, core::Day today) {
    using std::chrono::days;
    switch (choice) {
    case PeriodChoice::Today:
        return {today, today};
    case PeriodChoice::Yesterday:
        return {today - days(1), today - days(1)};
    case PeriodChoice::ThisWeek:
        return weekOf(today);
    case PeriodChoice::LastWeek:
        return weekOf(weekOf(today).from - days(1));
    case PeriodChoice::ThisMonth:
        return monthOf(today);
    case PeriodChoice::LastMonth:
        return monthOf(monthOf(today).from - days(1));
    case PeriodChoice::ThisQuarter:
        return quarterOf(today);
    case PeriodChoice::LastQuarter:
        return quarterOf(quarterOf(today).from - days(1));
    case PeriodChoice::ThisHalfYear:
        return halfYearOf(today);
    case PeriodChoice::LastHalfYear:
        return halfYearOf(halfYearOf(today).from - days(1));
    case PeriodChoice::ThisYear:
        return yearOf(today);
    case PeriodChoice::LastYear:
        return yearOf(yearOf(today).from - days(1));
    case PeriodChoice::Range:
        break;
    }
    return {today, today};
}

PeriodField::PeriodField(core::Day today, QWidget* parent) : QWidget(parent), m_today(today) {
    m_choice = new QComboBox;
    m_choice->setObjectName(QStringLiteral("periodChoice"));
    m_choice->setAccessibleName(tr("Period"));
    const auto add = [this](const QString& title, PeriodChoice choice) { m_choice->addItem(title, static_cast<int>(choice)); };
    add(tr("Today"), PeriodChoice::Today);
    add(tr("Yesterday"), PeriodChoice::Yesterday);
    add(tr("This week"), PeriodChoice::ThisWeek);
    add(tr("Last week"), PeriodChoice::LastWeek);
    add(tr("This month"), PeriodChoice::ThisMonth);
    add(tr("Last month"), PeriodChoice::LastMonth);
    add(tr("This quarter"), PeriodChoice::ThisQuarter);
    add(tr("Last quarter"), PeriodChoice::LastQuarter);
    add(tr("This half-year"), PeriodChoice::ThisHalfYear);
    add(tr("Last half-year"), PeriodChoice::LastHalfYear);
    add(tr("This year"), PeriodChoice::ThisYear);
    add(tr("Last year"), PeriodChoice::LastYear);
    add(tr("From … to …"), PeriodChoice::Range);
    m_from = new QDateEdit;
    m_from->setObjectName(QStringLiteral("from"));
    m_from->setAccessibleName(tr("First day"));
    m_to = new QDateEdit;
    m_to->setObjectName(QStringLiteral("to"));
    m_to->setAccessibleName(tr("Last day"));
    for (QDateEdit* const edit : {m_from, m_to}) {
        edit->setCalendarPopup(true);
        edit->setDisplayFormat(QStringLiteral("yyyy-MM-dd"));
    }
    auto* const rows = new QVBoxLayout(this);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->addWidget(m_choice);
    auto* const range = new QHBoxLayout;
    range->addWidget(m_from, 1);
    range->addWidget(new QLabel(QStringLiteral("–")));
    range->addWidget(m_to, 1);
    rows->addLayout(range);

    connect(m_choice, &QComboBox::currentIndexChanged, this, [this] {
        const auto choice = static_cast<PeriodChoice>(m_choice->currentData().toInt());
        if (choice == PeriodChoice::Range)
            return;
        showDays(periodOf(choice, m_today));
        emit changed();
    });
    const auto edited = [this] {
        // The other end follows, so that there is always a period.
        if (m_to->date() < m_from->date()) {
            QDateEdit* const other = sender() == m_from ? m_to : m_from;
            const QSignalBlocker quiet(other);
            other->setDate(sender() == m_from ? m_from->date() : m_to->date());
        }
        const QSignalBlocker quiet(m_choice);
        m_choice->setCurrentIndex(m_choice->findData(static_cast<int>(PeriodChoice::Range)));
        emit changed();
    };
    connect(m_from, &QDateEdit::dateChanged, this, edited);
    connect(m_to, &QDateEdit::dateChanged, this, edited);
    choose(PeriodChoice::ThisMonth);
}

void PeriodField::showDays(core::Period period) {
    const QSignalBlocker quietFrom(m_from), quietTo(m_to);
    m_from->setDate(dateOf(period.from));
    m_to->setDate(dateOf(period.to));
}

core::Period PeriodField::period() const { return {dayOf(m_from->date()), dayOf(m_to->date())}; }

void PeriodField::choose(PeriodChoice choice) {
    {
        const QSignalBlocker quiet(m_choice);
        m_choice->setCurrentIndex(m_choice->findData(static_cast<int>(choice)));
    }
    if (choice != PeriodChoice::Range)
        showDays(periodOf(choice, m_today));
    emit changed();
}

void PeriodField::setPeriod(core::Period period) {
    showDays(period);
    choose(PeriodChoice::Range);
}

} // namespace gridwarden::app
