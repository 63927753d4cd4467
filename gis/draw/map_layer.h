// SPDX-License-Identifier: GPL-3.0-or-later
// A layer of the map: shapes, an image or the tiles of a service. Immutable snapshots, shared with the threads that draw.
#pragma once

#include "gis/draw/map_theme.h"
#include "gis/draw/raster_layer.h"
#include "gis/draw/tile_layer.h"
#include "gis/draw/vector_layer.h"

#include <variant>

namespace gridwarden::gis {

using MapLayer = std::variant<std::shared_ptr<const VectorLayer>, std::shared_ptr<const RasterLayer>, std::shared_ptr<const TileLayer>>;

/// Loads the layer as shapes where the source has some, else as an image. Errors: as VectorLayer::load and RasterLayer::open.
[[nodiscard]] core::Result<MapLayer> loadLayer(const LayerSource& source, const Crs& mapCrs, std::stop_token stop = {},
                                               const LoadProgress& progress = {});

[[nodiscard]] Box extentOf(const MapLayer& layer);
[[nodiscard]] Box usualExtentOf(const MapLayer& layer); ///< for somebody who wants to see it: usual_extent.h
[[nodiscard]] const std::string& nameOf(const MapLayer& layer);
[[nodiscard]] const std::vector<core::Message>& notesOf(const MapLayer& layer);
/// What MapTheme::styleFor goes by.
[[nodiscard]] LayerTraits traitsOf(const MapLayer& layer, int position = 0);

} // namespace gridwarden::gis
