// SPDX-License-Identifier: GPL-3.0-or-later
// The categories (类别) of the district by edition, kind and class, with their limits. What is shipped keeps its key; a bureau adds its
// own under "local".
#pragma once

#include "app/district/record_editor.h"

class QCheckBox;
class QComboBox;
class QLabel;

namespace gridwarden::app {

class ChoiceField;
class LimitList;

class CategoryEditor : public RecordEditor {
    Q_OBJECT
  public:
    CategoryEditor(Workspace& workspace, QWidget* parent);

  protected:
    [[nodiscard]] std::vector<Record> records() const override;
    void fill(const QString& key) override;
    std::optional<QString> store(const QString& key) override;
    [[nodiscard]] bool concerns(const core::Touched& touched) const override { return touched.categories; }

  private:
    core::Result<void> storeLimits(core::Change& change, core::CategoryId category) const;
    QLineEdit* m_code;
    QLineEdit* m_name;
    QLineEdit* m_english;
    QLineEdit* m_aliases;
    ChoiceField* m_class;
    QCheckBox* m_isGroup;
    QCheckBox* m_enabled;
    QLabel* m_note;
    LimitList* m_limits;
};

} // namespace gridwarden::app
