// SPDX-License-Identifier: GPL-3.0-or-later
// The rules by which cases are dispatched (派遣规则), in their order: the first that fits is taken.
#pragma once

#include "app/district/record_editor.h"
#include "core/cases/dispatch_rules.h"

class QCheckBox;

namespace gridwarden::app {

class ChoiceField;
class GradeField;
class WeekdaysField;

class DispatchRuleEditor : public RecordEditor {
    Q_OBJECT
  public:
    DispatchRuleEditor(Workspace& workspace, QWidget* parent);

  protected:
    [[nodiscard]] std::vector<Record> records() const override;
    void fill(const QString& key) override;
    std::optional<QString> store(const QString& key) override;
    [[nodiscard]] bool concerns(const core::Touched& touched) const override {
        return touched.settings || touched.people || touched.areas || touched.categories;
    }
    void onCurrentChanged() override;
    void onWritableChanged(bool canWrite) override;

  private:
    void buildForm();
    void offerChoices(const core::DispatchRule& shown);
    [[nodiscard]] const core::DispatchRule* ruleOf(const QString& key) const;
    void move(int by);
    void remove();
    QLineEdit* m_note;
    ChoiceField* m_category;
    ChoiceField* m_area;
    GradeField* m_grade;
    WeekdaysField* m_weekdays;
    QLineEdit* m_start;
    QLineEdit* m_end;
    ChoiceField* m_receiver; ///< a person's id, or an organisation's with a minus
    QCheckBox* m_enabled;
    std::vector<QPushButton*> m_forOne; ///< list buttons that need a chosen rule
};

} // namespace gridwarden::app
