// SPDX-License-Identifier: GPL-3.0-or-later
// The fields of one duty (五定): who answers for which area, with what, at which guard post, on which days and hours.
#pragma once

#include "core/district.h"

#include <QWidget>

class QLineEdit;

namespace gridwarden::app {

class ChoiceField;
class DayField;
class PlaceField;
class WeekdaysField;

class DutyForm : public QWidget {
    Q_OBJECT
public:
    explicit DutyForm(QWidget* parent);
    /// Areas and people to choose from are those of the district.
    void setDuty(const core::District& district, const core::Duty& duty);
    /// The duty that was set with what was entered. Errors: BadInput "duty-incomplete", "place-unreadable" {text},
    /// "day-unreadable" {text}, "clock-unreadable" {text}, "duty-without-weekday".
    [[nodiscard]] core::Result<core::Duty> duty() const;

private:
    core::DutyId m_id;
    ChoiceField* m_area;
    ChoiceField* m_person;
    QLineEdit* m_responsibility;
    QLineEdit* m_post;
    PlaceField* m_place;
    DayField* m_from;
    DayField* m_to;
    WeekdaysField* m_weekdays;
    QLineEdit* m_start;
    QLineEdit* m_end;
};

/// What a change of a duty is called: "add-duty", "edit-duty" or "remove-duty" with {person, area}.
[[nodiscard]] core::Message dutyLabel(const char* key, const core::District& district, const core::Duty& duty);

} // namespace gridwarden::app
