// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/map/map_tool.h"
#include "core/base/geometry.h"

#include <optional>

namespace gridwarden::app {

class AreaEditing;

struct SnappedPlace {
    enum class Kind { Free, Vertex, Edge, Street };
    core::GeoPoint place;
    Kind kind = Kind::Free;
};

/// Where a click belongs: the nearest vertex of a border or of a visible line layer within some pixels of the pointer, else the nearest
/// place on an edge of one of them, else where the pointer is. None where the map has no coordinates.
[[nodiscard]] std::optional<SnappedPlace> snapped(MapWidget& map, const AreaEditing& editing, const MapPointer& pointer);
/// Metres of the pixels within which it snaps.
[[nodiscard]] double snapMetres(const MapWidget& map);
/// A square for a vertex, a cross for an edge, a ring for a street line.
void paintSnap(QPainter& painter, QPointF screen, SnappedPlace::Kind kind, const QColor& halo);

} // namespace gridwarden::app
