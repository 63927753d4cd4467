// SPDX-License-Identifier: GPL-3.0-or-later
// A span of days: a day, a week, a month, a quarter, a half-year or a year that one steps through, or any two days.
#pragma once

#include "core/base/time.h"

#include <QWidget>

class QComboBox;
class QDateEdit;

namespace gridwarden::app {

class PeriodStepper : public QWidget {
    Q_OBJECT
public:
    enum class Unit { Day, Week, Month, Quarter, HalfYear, Year, Free };
    explicit PeriodStepper(QWidget* parent);
    /// The period of the unit in use that this day is in; two days that were chosen freely stay.
    void setDay(core::Day day);
    void setUnit(Unit unit);
    void setPeriod(core::Period period); ///< as two free days where it is not of the unit in use
    [[nodiscard]] core::Period period() const;
    [[nodiscard]] Unit unit() const;

signals:
    void periodChanged();

private:
    void build();
    void step(int by);
    void onUnitChosen();
    void onFirstEdited();
    void onLastEdited();
    void setDates(QDate first, QDate last);
    QComboBox* m_unit;
    QDateEdit* m_first;
    QDateEdit* m_last;
};

/// What of the unit a day is in, weeks from Monday on; of Free the day alone.
[[nodiscard]] core::Period periodAround(core::Day day, PeriodStepper::Unit unit);

} // namespace gridwarden::app
