// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/workspace/workspace.h"

#include <QToolButton>

namespace gridwarden::app {

/// Over the map while a filter leaves cases out, so that it is seen also where the table is closed. A click clears it.
class FilterBadge : public QToolButton {
    Q_OBJECT
  public:
    FilterBadge(Workspace& workspace, QWidget* parent);

  private:
    void follow();
    Workspace& m_workspace;
};

} // namespace gridwarden::app
