// SPDX-License-Identifier: GPL-3.0-or-later
// Painting the parts of a ground and of what lies above it; frame.h puts them together. One painter unit is one screen pixel.
#pragma once

#include "gis/draw/frame.h"
#include "gis/draw/label.h"

namespace gridwarden::gis {

struct GroundLabels {
    std::vector<PlacedLabel> ofLayers;
    std::vector<PlacedLabel> ofAreas; ///< placed first: they matter more
};
[[nodiscard]] GroundLabels placeLabels(const GroundContent& content, const MapView& view, const std::stop_token& stop);

/// Images and shapes, bottom to top; appends what could not be read to `notes`.
void paintLayers(QPainter& painter, const GroundContent& content, const MapView& view, const std::stop_token& stop,
                 std::vector<core::Message>& notes);
void paintAreas(QPainter& painter, const GroundContent& content, const MapView& view, const std::stop_token& stop);
/// Selected areas and incidents, and markers.
void paintFront(QPainter& painter, const FrameContent& content, const MapView& view);

} // namespace gridwarden::gis
