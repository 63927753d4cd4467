// SPDX-License-Identifier: GPL-3.0-or-later
// Absences (请假): who is away on which days, and who does their work; what they have in hand can be handed over from here.
#pragma once

#include "app/district/record_editor.h"
#include "core/district/absences.h"

namespace gridwarden::app {

class ChoiceField;
class DayField;

class AbsenceEditor : public RecordEditor {
    Q_OBJECT
  public:
    AbsenceEditor(Workspace& workspace, QWidget* parent);

  protected:
    [[nodiscard]] std::vector<Record> records() const override;
    void fill(const QString& key) override;
    std::optional<QString> store(const QString& key) override;
    [[nodiscard]] bool concerns(const core::Touched& touched) const override { return touched.people; }
    void onCurrentChanged() override;
    void onWritableChanged(bool canWrite) override;

  private:
    void handOver();
    void remove();
    [[nodiscard]] const core::Absence* absenceOf(const QString& key) const;
    ChoiceField* m_person;
    ChoiceField* m_substitute;
    DayField* m_first;
    DayField* m_last;
    QLineEdit* m_note;
    std::vector<QPushButton*> m_forOne; ///< list buttons that need a chosen absence
};

} // namespace gridwarden::app
