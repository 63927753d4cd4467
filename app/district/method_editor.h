// SPDX-License-Identifier: GPL-3.0-or-later
// The methods of handling (处置方式), in the order in which they are offered.
#pragma once

#include "app/district/record_editor.h"

class QCheckBox;

namespace gridwarden::app {

class MethodEditor : public RecordEditor {
    Q_OBJECT
  public:
    MethodEditor(Workspace& workspace, QWidget* parent);

  protected:
    [[nodiscard]] std::vector<Record> records() const override;
    void fill(const QString& key) override;
    std::optional<QString> store(const QString& key) override;
    [[nodiscard]] bool concerns(const core::Touched& touched) const override { return touched.settings; }

  private:
    void move(int by);
    QLineEdit* m_methodKey;
    QLineEdit* m_name;
    QLineEdit* m_english;
    QCheckBox* m_enabled;
};

} // namespace gridwarden::app
