// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/report/report_period.h"

#include <QComboBox>
#include <QDateEdit>
#include <QHBoxLayout>
#include <QLabel>
#include <QSignalBlocker>
#include <QVBoxLayout>

namespace gridwarden::app {

namespace {

using std::chrono::days;
using std::chrono::months;
using std::chrono::year_month;

core::Period monthsFrom(year_month first, int count) {
    const year_month last = first + months(count - 1);
    return {core::Day(first / std::chrono::day(1)), core::Day(last / std::chrono::last)};
}

QDate toDate(core::Day day) {
    const std::chrono::year_month_day date(day);
    return {static_cast<int>(date.year()), static_cast<int>(static_cast<unsigned>(date.month())),
            static_cast<int>(static_cast<unsigned>(date.day()))};
}

core::Day toDay(QDate date) {
    return core::Day(std::chrono::year(date.year()) / date.month() / date.day());
}

} // namespace

core::Period periodOf(PeriodChoice choice, core::Day today) {
    const std::chrono::year_month_day date(today);
    const year_month month = date.year() / date.month();
    const year_month quarter = date.year() / std::chrono::month((static_cast<unsigned>(date.month()) - 1) / 3 * 3 + 1);
    const year_month year = date.year() / std::chrono::January;
    const core::Day monday = today - days(std::chrono::weekday(today).iso_encoding() - 1);
    switch (choice) {
    case PeriodChoice::ThisWeek:
        return {monday, monday + days(6)};
    case PeriodChoice::LastWeek:
        return {monday - days(7), monday - days(1)};
    case PeriodChoice::ThisMonth:
        return monthsFrom(month, 1);
    case PeriodChoice::LastMonth:
        return monthsFrom(month - months(1), 1);
    case PeriodChoice::ThisQuarter:
        return monthsFrom(quarter, 3);
    case PeriodChoice::LastQuarter:
        return monthsFrom(quarter - months(3), 3);
    case PeriodChoice::ThisYear:
        return monthsFrom(year, 12);
    case PeriodChoice::LastYear:
        return monthsFrom(year - months(12), 12);
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
    add(tr("This week"), PeriodChoice::ThisWeek);
    add(tr("Last week"), PeriodChoice::LastWeek);
    add(tr("This month"), PeriodChoice::ThisMonth);
    add(tr("Last month"), PeriodChoice::LastMonth);
    add(tr("This quarter"), PeriodChoice::ThisQuarter);
    add(tr("Last quarter"), PeriodChoice::LastQuarter);
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
    m_from->setDate(toDate(period.from));
    m_to->setDate(toDate(period.to));
}

core::Period PeriodField::period() const { return {toDay(m_from->date()), toDay(m_to->date())}; }

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
