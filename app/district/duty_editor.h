// SPDX-License-Identifier: GPL-3.0-or-later
// The duties (五定): who answers for which area with what, on which days and hours.
#pragma once

#include "app/district/record_editor.h"

class QCheckBox;
class QDateTimeEdit;

namespace gridwarden::app {

class DutyForm;

class DutyEditor : public RecordEditor {
    Q_OBJECT
  public:
    DutyEditor(Workspace& workspace, QWidget* parent);
    void refresh() override;

  protected:
    [[nodiscard]] std::vector<Record> records() const override;
    void fill(const QString& key) override;
    std::optional<QString> store(const QString& key) override;
    [[nodiscard]] bool concerns(const core::Touched& touched) const override {
        return touched.people || touched.areas || touched.settings;
    }
    void onCurrentChanged() override;
    void onWritableChanged(bool canWrite) override;

  private:
    void remove();
    [[nodiscard]] core::Moment chosenMoment() const;
    QCheckBox* m_onlyOnDuty;
    QDateTimeEdit* m_moment;
    DutyForm* m_fields;
    QPushButton* m_remove;
};

} // namespace gridwarden::app
