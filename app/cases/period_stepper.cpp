// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cases/period_stepper.h"

#include "app/cases/panel_text.h"
#include "app/text/days.h"
#include "app/workspace/icon.h"

#include <QComboBox>
#include <QDateEdit>
#include <QHBoxLayout>
#include <QSignalBlocker>
#include <QToolButton>

namespace gridwarden::app {

core::Period periodAround(core::Day day, PeriodStepper::Unit unit) {
    switch (unit) {
    case PeriodStepper::Unit::Week:
        return weekOf(day);
    case PeriodStepper::Unit::Month:
        return monthOf(day);
    case PeriodStepper::Unit::Quarter:
        return quarterOf(day);
    case PeriodStepper::Unit::HalfYear:
        return halfYearOf(day);
    case PeriodStepper::Unit::Year:
        return yearOf(day);
    case PeriodStepper::Unit::Day:
    case PeriodStepper::Unit::Free:
        break;
    }
    return {day, day};
}

PeriodStepper::PeriodStepper(QWidget* parent)
    : QWidget(parent), m_unit(new QComboBox(this)), m_first(new QDateEdit(this)), m_last(new QDateEdit(this)) {
    build();
    setDay(dayOf(QDate::currentDate()));
    connect(m_unit, &QComboBox::currentIndexChanged, this, &PeriodStepper::onUnitChosen);
    connect(m_first, &QDateEdit::dateChanged, this, &PeriodStepper::onFirstEdited);
    connect(m_last, &QDateEdit::dateChanged, this, &PeriodStepper::onLastEdited);
}

void PeriodStepper::build() {
    auto* const column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(SmallGap);
    auto* const above = new QHBoxLayout;
    above->setSpacing(SmallGap);
    const auto addStep = [&](const char* name, const char* iconName, const QString& tip, int by) {
        auto* const button = new QToolButton(this);
        button->setObjectName(QLatin1String(name));
        button->setIcon(icon(QLatin1String(iconName)));
        button->setToolTip(tip);
        button->setAccessibleName(tip);
        button->setAutoRaise(true);
        connect(button, &QToolButton::clicked, this, [this, by] { step(by); });
        above->addWidget(button);
    };
    addStep("periodBefore", "arrow-left", tr("The period before"), -1);
    m_unit->setObjectName(QStringLiteral("periodUnit"));
    m_unit->setAccessibleName(tr("Period"));
    for (const QString& name : {tr("Day"), tr("Week"), tr("Month"), tr("Quarter"), tr("Half-year"), tr("Year"), tr("Free")})
        m_unit->addItem(name);
    m_unit->setCurrentIndex(static_cast<int>(Unit::Month));
    above->addWidget(m_unit, 1);
    addStep("periodAfter", "arrow-right", tr("The period after"), 1);
    column->addLayout(above);
    auto* const below = new QHBoxLayout;
    below->setSpacing(SmallGap);
    for (const auto& [edit, name] : {std::pair(m_first, "firstDay"), {m_last, "lastDay"}}) {
        edit->setObjectName(QLatin1String(name));
        edit->setCalendarPopup(true);
        edit->setDisplayFormat(QStringLiteral("yyyy-MM-dd"));
        below->addWidget(edit, 1);
        if (edit == m_first)
            below->addWidget(makeLabel(QStringLiteral("–"), TextSize::Body, /*isMuted=*/true, this));
    }
    m_first->setAccessibleName(tr("First day"));
    m_last->setAccessibleName(tr("Last day"));
    column->addLayout(below);
}

PeriodStepper::Unit PeriodStepper::unit() const {
    return static_cast<Unit>(m_unit->currentIndex());
}

core::Period PeriodStepper::period() const {
    return {dayOf(m_first->date()), dayOf(m_last->date())};
}

void PeriodStepper::setDates(QDate first, QDate last) {
    const QSignalBlocker silentFirst(m_first), silentLast(m_last);
    m_first->setDate(first);
    m_last->setDate(last);
    emit periodChanged();
}

void PeriodStepper::setDay(core::Day day) {
    if (unit() == Unit::Free)
        return;
    const core::Period around = periodAround(day, unit());
    setDates(dateOf(around.from), dateOf(around.to));
}

void PeriodStepper::setUnit(Unit unit) { m_unit->setCurrentIndex(static_cast<int>(unit)); }

void PeriodStepper::setPeriod(core::Period period) {
    if (periodAround(period.from, unit()) != period) {
        const QSignalBlocker silent(m_unit);
        m_unit->setCurrentIndex(static_cast<int>(Unit::Free));
    }
    setDates(dateOf(period.from), dateOf(period.to));
}

void PeriodStepper::onUnitChosen() {
    if (unit() != Unit::Free)
        setDay(period().to < dayOf(QDate::currentDate()) ? period().from
                                                         : std::max(period().from, dayOf(QDate::currentDate())));
}

/// Typing a first day in a month means that month; with two free days it pushes the last one on.
void PeriodStepper::onFirstEdited() {
    if (unit() != Unit::Free)
        setDay(dayOf(m_first->date()));
    else
        setDates(m_first->date(), std::max(m_first->date(), m_last->date()));
}

/// Another last day makes it two free days.
void PeriodStepper::onLastEdited() {
    const QSignalBlocker silent(m_unit);
    m_unit->setCurrentIndex(static_cast<int>(Unit::Free));
    setDates(std::min(m_first->date(), m_last->date()), m_last->date());
}

void PeriodStepper::step(int by) {
    const core::Period now = period();
    if (unit() == Unit::Free) {
        const int length = now.days() * by;
        setDates(dateOf(now.from).addDays(length), dateOf(now.to).addDays(length));
        return;
    }
    setDay(by < 0 ? now.from - std::chrono::days(1) : now.to + std::chrono::days(1));
}

} // namespace gridwarden::app
