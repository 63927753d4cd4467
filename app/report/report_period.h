// SPDX-License-Identifier: GPL-3.0-or-later
// The periods that reports are usually made for, and choosing one.
#pragma once

#include "core/base/time.h"

#include <QWidget>

class QComboBox;
class QDateEdit;

namespace gridwarden::app {

enum class PeriodChoice {
    Today, Yesterday, ThisWeek, LastWeek, ThisMonth, LastMonth, ThisQuarter, LastQuarter, ThisHalfYear, LastHalfYear, ThisYear, LastYear, Range
};

/// Whole days, weeks (from Monday), months, quarters, half-years and years around a day. \pre not Range.
[[nodiscard]] core::Period periodOf(PeriodChoice choice, core::Day today);

/// A list of usual periods with the first and last day beside it, which can be changed.
class PeriodField : public QWidget {
    Q_OBJECT
  public:
    explicit PeriodField(core::Day today, QWidget* parent = nullptr);
    [[nodiscard]] core::Period period() const;
    void choose(PeriodChoice choice);
    void setPeriod(core::Period period); ///< as a range

  signals:
    void changed();

  private:
    void showDays(core::Period period);
    core::Day m_today;
    QComboBox* m_choice;
    QDateEdit* m_from;
    QDateEdit* m_to;
};

} // namespace gridwarden::app
