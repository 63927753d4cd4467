// SPDX-License-Identifier: GPL-3.0-or-later
// The working plans of a calendar as they are being edited: weekdays, spans of the day, and the days from and to which they hold.
#pragma once

#include "core/district/calendar.h"

#include <QWidget>
#include <vector>

class QLineEdit;
class QPushButton;
class QTreeView;

namespace gridwarden::app {

class DayField;
class RecordModel;
class WeekdaysField;

/// "08:00-12:00, 14:00-18:00"
[[nodiscard]] QString spansText(const std::vector<core::Span>& spans);
/// None when it cannot be read, or when spans overlap or are out of order; an empty text is no span.
[[nodiscard]] std::optional<std::vector<core::Span>> spansFromText(const QString& text);

class WorkingPlanList : public QWidget {
    Q_OBJECT
  public:
    explicit WorkingPlanList(QWidget* parent);
    void setPlans(std::vector<core::WorkingPlan> plans);
    [[nodiscard]] const std::vector<core::WorkingPlan>& plans() const { return m_plans; }
    /// What is wrong with what is typed now; empty when nothing is.
    [[nodiscard]] QString fault() const { return m_fault; }

  signals:
    void edited();

  private:
    void list();
    void show();
    void takeFields();
    [[nodiscard]] core::WorkingPlan* current();
    std::vector<core::WorkingPlan> m_plans;
    RecordModel* m_model;
    QTreeView* m_view;
    QWidget* m_fields;
    WeekdaysField* m_weekdays;
    QLineEdit* m_spans;
    DayField* m_from;
    DayField* m_to;
    QPushButton* m_remove;
    QString m_fault;
    bool m_isFilling = false;
};

} // namespace gridwarden::app
