// SPDX-License-Identifier: GPL-3.0-or-later
// Fields of the editors' forms: a day that may be left open, times of day, weekdays, and a choice among many records.
#pragma once

#include "core/base/geometry.h"
#include "core/base/result.h"
#include "core/base/time.h"
#include "core/district/area.h"

#include <QComboBox>
#include <QLineEdit>
#include <functional>
#include <optional>
#include <vector>

class QFormLayout;
class QLabel;
class QToolButton;
class QTreeView;

namespace gridwarden::app {

/// "2026-11-21", or left empty; the calendar in it opens with its button.
class DayField : public QLineEdit {
    Q_OBJECT
  public:
    /// \param open what an empty field means, for instance "since ever"
    DayField(const QString& name, const QString& open, QWidget* parent);
    void setDay(std::optional<core::Day> day);
    /// None when it is left empty. Errors: BadInput "day-unreadable" {text}.
    [[nodiscard]] core::Result<std::optional<core::Day>> day() const;

  private:
    void openCalendar();
};

/// "120.650000, 28.010000": longitude and latitude in degrees, CGCS2000; or left empty.
class PlaceField : public QLineEdit {
    Q_OBJECT
  public:
    PlaceField(const QString& name, QWidget* parent);
    void setPlace(std::optional<core::GeoPoint> place);
    /// None when it is left empty. Errors: BadInput "place-unreadable" {text}.
    [[nodiscard]] core::Result<std::optional<core::GeoPoint>> place() const;
};

/// "08:30"; the end of the day is "24:00".
[[nodiscard]] QString minuteText(int minute);
[[nodiscard]] std::optional<int> minuteFromText(const QString& text);

/// Seven buttons; bit 0 is Monday.
class WeekdaysField : public QWidget {
    Q_OBJECT
  public:
    WeekdaysField(const QString& name, QWidget* parent);
    void setWeekdays(int weekdays);
    [[nodiscard]] int weekdays() const;

  private:
    std::vector<QToolButton*> m_days;
};
/// "Mon–Fri", "Sat, Sun", "every day".
[[nodiscard]] QString weekdaysText(int weekdays);

/// A list that is also narrowed by typing a part of an entry.
class ChoiceField : public QComboBox {
    Q_OBJECT
  public:
    struct Choice {
        QString label;
        qint64 value; ///< 0: none
    };
    ChoiceField(const QString& name, QWidget* parent);
    /// Keeps the value where it is still among the choices.
    void setChoices(const std::vector<Choice>& choices);
    void setValue(qint64 value);
    /// None while the text is no entry.
    [[nodiscard]] std::optional<qint64> value() const;
};

/// "01 网格01": the code with the name, where that says more.
[[nodiscard]] QString areaText(const core::Area& area);

/// A label of several lines in the quieter colour.
[[nodiscard]] QLabel* makeNote(const QString& text, QWidget* parent);
/// A form whose labels stand over long fields when the window is narrow.
[[nodiscard]] QFormLayout* makeForm(QWidget* parent);
/// Rows of records: comfortable heights, stripes, not edited in place.
void styleRows(QTreeView* view);
/// Calls `edited` each time something is entered in a field below a widget, or a field is filled.
void whenEdited(QWidget* form, QObject* context, const std::function<void()>& edited);
/// A single line with a name for tests and styles.
[[nodiscard]] QLineEdit* makeLine(const QString& name, QWidget* parent);
/// What stands in a line, without blanks around it.
[[nodiscard]] std::string typed(const QLineEdit* line);

} // namespace gridwarden::app
