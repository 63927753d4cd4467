// SPDX-License-Identifier: GPL-3.0-or-later
// A span of days: a day, a week, a month or a year that one steps through, or any two days.
#pragma once

#include "core/base/time.h"

#include <QWidget>

class QComboBox;
class QDateEdit;

namespace gridwarden::app {

class ActivityPeriodField : public QWidget {
    Q_OBJECT
public:
    enum class Unit { Day, Week, Month, Year, Free };
    explicit ActivityPeriodField(QWidget* parent);
    /// The period of the unit in use that this day is in; two days that were chosen freely stay.
    void setDay(core::Day day);
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

/// The day, the week from Monday on, the month or the year that a day is in; of Free the day alone.
[[nodiscard]] core::Period periodAround(core::Day day, ActivityPeriodField::Unit unit);

} // namespace gridwarden::app
