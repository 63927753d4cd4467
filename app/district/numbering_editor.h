// SPDX-License-Identifier: GPL-3.0-or-later
// The pattern of case numbers, with the number that it would give next.
#pragma once

#include "app/district/editor_window.h"

class QLineEdit;

namespace gridwarden::app {

class NumberingEditor : public EditorWindow {
    Q_OBJECT
  public:
    NumberingEditor(Workspace& workspace, QWidget* parent);
    void refresh() override;

  protected:
    bool save() override;
    void discard() override;
    [[nodiscard]] bool concerns(const core::Touched& touched) const override { return touched.settings; }
    void onWritableChanged(bool canWrite) override;

  private:
    void showExample();
    QLineEdit* m_pattern;
    QLabel* m_example;
};

} // namespace gridwarden::app
