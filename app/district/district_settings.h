// SPDX-License-Identifier: GPL-3.0-or-later
// Settings of the open district: its name, the coordinate system of its map, the five labels of duties, what counts as a duplicate.
#pragma once

#include "app/workspace/workspace.h"

namespace gridwarden::app {

/// Opens the window, or raises it when it is open. Nothing without a district.
void openDistrictSettings(Workspace& workspace, QWidget* parent);

} // namespace gridwarden::app
