// SPDX-License-Identifier: GPL-3.0-or-later
// The working calendar: working plans, holidays and make-up days of each year, and how a working day is counted.
// Saving adds a version; closed cases keep the one they were judged by.
#pragma once

#include "app/district/editor_window.h"

class QComboBox;
class QDoubleSpinBox;
class QLineEdit;
class QListWidget;
class QSpinBox;

namespace gridwarden::app {

class WorkingPlanList;
class YearCalendar;
struct SpecialDayList;

class CalendarEditor : public EditorWindow {
    Q_OBJECT
  public:
    CalendarEditor(Workspace& workspace, Jobs& jobs, QWidget* parent);
    void refresh() override;

  protected:
    bool save() override;
    void discard() override;
    [[nodiscard]] bool concerns(const core::Touched& touched) const override { return touched.calendar; }
    void onWritableChanged(bool canWrite) override;

  private:
    QWidget* makePlans();
    QWidget* makeYear();
    void showYear();
    void showDay();
    void toggleDay(core::Day day);
    void takeDay();
    void importDays();
    void takeDays(const SpecialDayList& list);
    void edit();
    [[nodiscard]] QString nameNear(core::Day day) const;
    Jobs& m_jobs;
    core::CalendarDefinition m_draft;
    WorkingPlanList* m_plans = nullptr;
    QComboBox* m_rule = nullptr;
    QDoubleSpinBox* m_hours = nullptr;
    QLabel* m_warning = nullptr;
    QLabel* m_version = nullptr;
    QSpinBox* m_year = nullptr;
    YearCalendar* m_calendar = nullptr;
    QLabel* m_day = nullptr;
    QComboBox* m_dayKind = nullptr;
    QLineEdit* m_dayName = nullptr;
    QPushButton* m_import = nullptr;
    QListWidget* m_problems = nullptr;
};

} // namespace gridwarden::app
