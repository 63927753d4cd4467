// SPDX-License-Identifier: GPL-3.0-or-later
// The twelve months of a year with holidays and make-up working days. A click turns an ordinary day into a holiday, a holiday into
// a working day and that into an ordinary day; so does the space bar on the day that the arrow keys have reached.
#pragma once

#include "core/district/calendar.h"

#include <QWidget>
#include <optional>

namespace gridwarden::app {

class YearCalendar : public QWidget {
    Q_OBJECT
  public:
    explicit YearCalendar(QWidget* parent);
    /// Shows a year of a calendar; what is chosen stays where it lies in the year.
    void setCalendar(const core::CalendarDefinition& definition, int year);
    [[nodiscard]] int year() const { return m_year; }
    [[nodiscard]] std::optional<core::Day> chosenDay() const { return m_chosen; }
    void chooseDay(core::Day day);
    /// Where a day of the year is drawn.
    [[nodiscard]] QRect cellOf(core::Day day) const;
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

  signals:
    void dayChosen();
    void dayToggled(std::chrono::local_days day); ///< clicked, or the space bar on it

  protected:
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    bool event(QEvent* event) override;

  private:
    [[nodiscard]] QRect monthBox(int month) const; ///< 0 … 11
    [[nodiscard]] std::optional<core::Day> dayAt(const QPoint& position) const;
    [[nodiscard]] bool isWorked(core::Day day) const;
    core::CalendarDefinition m_definition;
    int m_year = 0;
    std::optional<core::Day> m_chosen;
};

} // namespace gridwarden::app
