// SPDX-License-Identifier: GPL-3.0-or-later
// The organisations (单位) that can be handed a case, as a tree.
#pragma once

#include "app/district/record_editor.h"

class QCheckBox;
class QComboBox;

namespace gridwarden::app {

class ChoiceField;

class OrganisationEditor : public RecordEditor {
    Q_OBJECT
  public:
    OrganisationEditor(Workspace& workspace, QWidget* parent);

  protected:
    [[nodiscard]] std::vector<Record> records() const override;
    void fill(const QString& key) override;
    std::optional<QString> store(const QString& key) override;
    [[nodiscard]] bool concerns(const core::Touched& touched) const override { return touched.people; }

  private:
    QLineEdit* m_name;
    QLineEdit* m_code;
    QComboBox* m_kind;
    ChoiceField* m_above;
    QLineEdit* m_phone;
    QCheckBox* m_active;
};

} // namespace gridwarden::app
