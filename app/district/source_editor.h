// SPDX-License-Identifier: GPL-3.0-or-later
// The sources of cases (案件来源), in the order in which they are offered, and what each asks besides.
#pragma once

#include "app/district/record_editor.h"

class QCheckBox;

namespace gridwarden::app {

class SourceFieldList;

class SourceEditor : public RecordEditor {
    Q_OBJECT
  public:
    SourceEditor(Workspace& workspace, QWidget* parent);

  protected:
    [[nodiscard]] std::vector<Record> records() const override;
    void fill(const QString& key) override;
    std::optional<QString> store(const QString& key) override;
    [[nodiscard]] bool concerns(const core::Touched& touched) const override { return touched.settings; }

  private:
    void move(int by);
    QLineEdit* m_sourceKey;
    QLineEdit* m_name;
    QLineEdit* m_english;
    QCheckBox* m_isPublic;
    QCheckBox* m_isCollector;
    QCheckBox* m_enabled;
    SourceFieldList* m_fields = nullptr;
};

} // namespace gridwarden::app
