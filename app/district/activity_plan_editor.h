// SPDX-License-Identifier: GPL-3.0-or-later
// Work that comes again: what is offered to be confirmed on which days.
#pragma once

#include "app/district/record_editor.h"

class QCheckBox;

namespace gridwarden::app {

class ChoiceField;
class DayField;
class WeekdaysField;

class ActivityPlanEditor : public RecordEditor {
    Q_OBJECT
public:
    ActivityPlanEditor(Workspace& workspace, QWidget* parent);

protected:
    [[nodiscard]] std::vector<Record> records() const override;
    void fill(const QString& key) override;
    std::optional<QString> store(const QString& key) override;
    [[nodiscard]] bool concerns(const core::Touched& touched) const override {
        return touched.activityLists || touched.people || touched.everything;
    }
    void onCurrentChanged() override;
    void onWritableChanged(bool canWrite) override;

private:
    /// What the fields say; a fault is shown.
    std::optional<core::ActivityPlan> read(const QString& key);
    bool readCounts(core::ActivityPlan& plan);
    bool readDays(core::ActivityPlan& plan);
    void remove();
    ChoiceField* m_kind; ///< values are positions in the list, from 1
    QLineEdit* m_quantity;
    QLineEdit* m_unit;
    QLineEdit* m_people;
    QLineEdit* m_place;
    ChoiceField* m_organisation;
    ChoiceField* m_person;
    WeekdaysField* m_weekdays;
    QLineEdit* m_monthDays;
    DayField* m_from;
    DayField* m_to;
    QCheckBox* m_active;
    QPushButton* m_remove;
};

} // namespace gridwarden::app
