// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/map/layer_entry.h"
#include "gis/draw/incident_symbols.h"

#include <QPixmap>

namespace gridwarden::app {

/// A small picture of how a layer is drawn, for lists. `style` is the one in use, `symbols` those of the incidents.
[[nodiscard]] QPixmap layerSample(const LayerEntry& entry, const gis::LayerStyle& style, const gis::IncidentSymbols& symbols);

} // namespace gridwarden::app
