// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/workspace/workspace.h"

#include <functional>

namespace gridwarden::app {

/// Opens a window of a kind over a parent, or raises the one that is open. Nothing without a district. `made` is told
/// of a new one.
template <class Window>
void openSingle(Workspace& workspace, QWidget* parent, const std::function<void(Window&)>& made = {}) {
    if (workspace.district() == nullptr)
        return;
    auto* window = parent->findChild<Window*>(QString(), Qt::FindDirectChildrenOnly);
    if (window == nullptr) {
        window = new Window(workspace, parent);
        window->setAttribute(Qt::WA_DeleteOnClose);
        if (made)
            made(*window);
    }
    window->show();
    window->raise();
    window->activateWindow();
}

} // namespace gridwarden::app
