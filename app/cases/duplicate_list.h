// SPDX-License-Identifier: GPL-3.0-or-later
// Open cases that a new incident may be the same as: each can be looked at, and the new one linked to one of them.
#pragma once

#include "app/workspace/workspace.h"

#include <QWidget>

class QVBoxLayout;

namespace gridwarden::app {

class DuplicateList : public QWidget {
    Q_OBJECT
  public:
    DuplicateList(Workspace& workspace, QWidget* parent);
    /// Shows the nearest few of them; hidden without any. `place` is that of the new incident.
    void setCases(const std::vector<core::CaseId>& cases, core::GeoPoint place);
    /// The one it is the same as; null for another problem.
    [[nodiscard]] core::CaseId chosen() const { return m_chosen; }

  private:
    void addCase(QVBoxLayout* column, const core::CaseText& known, const core::CaseFact& fact, core::GeoPoint place);
    Workspace& m_workspace;
    std::vector<core::CaseId> m_cases;
    core::GeoPoint m_place;
    core::CaseId m_chosen;
};

} // namespace gridwarden::app
