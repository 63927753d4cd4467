// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/map/map_commands.h"
#include "app/shell/actions.h"
#include "app/shell/district_files.h"
#include "app/shell/window_layout.h"

#include <QCoreApplication>

namespace gridwarden::app {

/// Fills the menu bar; all of it outlives the window's menus.
void buildMenus(QMainWindow& window, const Actions& actions, const WindowLayout& layout, DistrictFiles& files, MapCommands& map);

} // namespace gridwarden::app
