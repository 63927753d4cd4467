// SPDX-License-Identifier: GPL-3.0-or-later
// Watches which cases turn red within the hour: looks each minute and after every change, and says once of each case when it comes near.
#pragma once

#include "app/workspace/workspace.h"

#include <QObject>
#include <set>

namespace gridwarden::app {

class DeadlineWatch : public QObject {
    Q_OBJECT
  public:
    static constexpr std::chrono::seconds Ahead = std::chrono::hours(1);
    DeadlineWatch(Workspace& workspace, QObject* parent);
    /// By their deadlines.
    [[nodiscard]] const std::vector<core::CaseId>& cases() const { return m_cases; }
    /// Looks as if it were then.
    void look(core::Moment now);
    /// Selects them, and lets the map show them.
    void select() const;

  signals:
    void changed(); ///< others than before

  private:
    void tell(int fresh);
    Workspace& m_workspace;
    std::vector<core::CaseId> m_cases;
    std::set<core::CaseId> m_told; ///< of these nothing is said again
    bool m_isOpening = false;      ///< what is near when a district is opened is shown and not told
};

} // namespace gridwarden::app
