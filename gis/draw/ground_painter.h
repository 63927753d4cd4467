// SPDX-License-Identifier: GPL-3.0-or-later
// Painting the parts of a ground and of what lies above it; frame.h puts them together. One painter unit is one screen pixel.
#pragma once

#include "gis/draw/frame.h"
#include "gis/draw/label.h"
#include "gis/draw/shape_painter.h"

namespace gridwarden::gis {

/// A content with what is found out once for all its tiles.
struct GroundPlan {
    /// Takes over what `former` found out about the same layers and styles.
    explicit GroundPlan(std::shared_ptr<const GroundContent> content, const GroundPlan* former = nullptr);
    std::shared_ptr<const GroundContent> content;
    std::vector<std::shared_ptr<const LayerLooks>> looks; ///< of each layer; null for images
};

struct PlacedLabels {
    std::vector<PlacedLabel> ofLayers;
    std::vector<PlacedLabel> ofAreas; ///< placed first: they matter more
};
[[nodiscard]] PlacedLabels placeLabels(const GroundPlan& plan, const MapView& view, const std::stop_token& stop);
/// The same as pictures.
[[nodiscard]] std::shared_ptr<const GroundLabels> paintLabels(const GroundPlan& plan, const MapView& view, const std::stop_token& stop);

/// Images and shapes, bottom to top; appends what could not be read to `notes`.
void paintLayers(QPainter& painter, const GroundPlan& plan, const MapView& view, const std::stop_token& stop,
                 std::vector<LayerNote>& notes, const ShapePaper& paper = {});
void paintAreas(QPainter& painter, const GroundContent& content, const MapView& view, const std::stop_token& stop, bool isPaper = false);
/// Of layers and of areas; null when stopped, the latter also where there are no areas.
[[nodiscard]] QImage paintBase(const GroundPlan& plan, const MapView& view, const std::stop_token& stop,
                               std::vector<LayerNote>& notes);
[[nodiscard]] QImage paintAreaPicture(const GroundContent& content, const MapView& view, const std::stop_token& stop);
/// Selected areas and incidents, and markers.
void paintFront(QPainter& painter, const FrameContent& content, const MapView& view);

} // namespace gridwarden::gis
