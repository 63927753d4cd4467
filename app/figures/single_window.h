// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/workspace/workspace.h"

namespace gridwarden::app {

/// Opens a window of a kind over a parent, or raises the one that is open. Nothing without a district.
template <class Window> void openSingle(Workspace& workspace, QWidget* parent) {
    if (workspace.district() == nullptr)
        return;
    auto* window = parent->findChild<Window*>(QString(), Qt::FindDirectChildrenOnly);
    if (window == nullptr) {
        window = new Window(workspace, parent);
        window->setAttribute(Qt::WA_DeleteOnClose);
    }
    window->show();
    window->raise();
    window->activateWindow();
}

} // namespace gridwarden::app
