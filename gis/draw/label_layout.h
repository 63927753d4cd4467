// SPDX-License-Identifier: GPL-3.0-or-later
// Which names of a map's layers are shown, and where: one placement for a whole view.
#pragma once

#include "gis/draw/label.h"
#include "gis/draw/layer_looks.h"
#include "gis/draw/view.h"

#include <span>
#include <stop_token>

namespace gridwarden::gis {

/// Labels of all layers together: by their looks' priority, then larger texts, upper layers, and larger shapes first; what
/// does not fit is left out. Pieces of a line with one name are taken together, and the name stands again every few hundred
/// pixels. Texts of drawings stand where they were drawn.
/// \param layers bottom to top; null for what has no shapes
[[nodiscard]] std::vector<PlacedLabel> placeLayerLabels(std::span<const std::shared_ptr<const LayerLooks>> layers, const MapView& view,
                                                        const QString& fontFamily, LabelPlacer& placer, const std::stop_token& stop);

/// Pieces that meet at their ends as few long lines, going on straight where several meet.
[[nodiscard]] std::vector<std::vector<MapPoint>> joined(std::vector<std::span<const MapPoint>> pieces);

} // namespace gridwarden::gis
