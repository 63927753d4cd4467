// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/map/map_widget.h"

namespace gridwarden::app {

/// The bar for editing areas on the map, and what is asked when an edit is confirmed.
void addBorderEditing(MapWidget& map, QWidget* window);

} // namespace gridwarden::app
