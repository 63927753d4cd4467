// SPDX-License-Identifier: GPL-3.0-or-later
// In the status bar: how many cases turn red within the hour; a click selects them. Not there while there are none.
#pragma once

#include "app/cases/deadline_watch.h"

#include <QToolButton>

namespace gridwarden::app {

class DeadlineBadge : public QToolButton {
    Q_OBJECT
  public:
    explicit DeadlineBadge(Workspace& workspace, QWidget* parent = nullptr);
    [[nodiscard]] DeadlineWatch& watch() { return *m_watch; }

  private:
    void follow();
    DeadlineWatch* m_watch;
};

} // namespace gridwarden::app
