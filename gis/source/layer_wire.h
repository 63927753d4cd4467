// SPDX-License-Identifier: GPL-3.0-or-later
// Layers of the map as bytes; see gis/process/wire.h. What is read must be checked with WireReader::isGood.
#pragma once

#include "gis/process/wire.h"
#include "gis/source/layer_source.h"
#include "gis/source/raster_window.h"
#include "gis/source/shape_batch.h"

namespace gridwarden::gis {

void write(WireWriter& wire, const LayerSource& source);
void write(WireWriter& wire, const LayerHead& head);
void write(WireWriter& wire, const ShapeBatch& batch);
void write(WireWriter& wire, const LayerTail& tail);
void write(WireWriter& wire, const ImageHead& head);
void write(WireWriter& wire, const RasterWindow& window);

[[nodiscard]] LayerSource readLayerSource(WireReader& wire);
[[nodiscard]] LayerHead readLayerHead(WireReader& wire);
/// Counts may disagree: see ShapeBatch::isConsistent.
[[nodiscard]] ShapeBatch readShapeBatch(WireReader& wire);
[[nodiscard]] LayerTail readLayerTail(WireReader& wire);
[[nodiscard]] ImageHead readImageHead(WireReader& wire);
[[nodiscard]] RasterWindow readRasterWindow(WireReader& wire);

} // namespace gridwarden::gis
