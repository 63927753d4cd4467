// SPDX-License-Identifier: GPL-3.0-or-later
// What several tools share: selecting what lies under the pointer, and drawing a box.
#pragma once

#include "app/map/map_tool.h"

#include <QPalette>
#include <QRectF>

namespace gridwarden::app {

/// What lies over the map is asked first. Else it selects the case at the pointer (several at one place are offered in a list), else the smallest visible area there.
/// A circle that counts several cases is zoomed into, or its cases are offered where all are at one place.
/// With Ctrl a case is added to the selection or taken out of it.
void selectAt(MapWidget& map, const MapPointer& pointer);

/// The rubber band of zooming and selecting.
void paintBox(QPainter& painter, const QRectF& box, const QPalette& palette);

} // namespace gridwarden::app
