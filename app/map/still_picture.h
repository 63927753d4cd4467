// SPDX-License-Identifier: GPL-3.0-or-later
// The map of a district made at once, for pictures and paper: its layers, its areas and the cases of a selection.
#pragma once

#include "core/district.h"
#include "gis/crs/crs.h"
#include "gis/draw/frame.h"
#include "gis/draw/vector_layer.h"

#include <functional>
#include <string>
#include <vector>

namespace gridwarden::app {

/// The plane of the district's map: its setting "map_crs", else chosen from its areas, else from its cases.
[[nodiscard]] gis::Crs mapCrsOf(core::District& district);

struct StillPicture {
    gis::Crs mapCrs = gis::Crs::cgcs2000();
    gis::FrameContent content;
    std::vector<core::Message> notes; ///< layers that could not be loaded

    /// A view of a size (screen pixels) that shows a box in degrees; an empty box shows the areas, else the cases, else the layers.
    [[nodiscard]] gis::MapView viewOf(QSize size, const core::GeoBox& box) const;
};

struct StillPictureOptions {
    std::vector<gis::LayerSource> extraLayers; ///< above the district's own
    bool withOwnLayers = true;
    core::Moment asOf = core::now();           ///< for the lamps
};

/// Loads the visible layers of the setting "layers" and builds the rest; \pre `figures` and `selection` belong together.
/// Errors: those of an extra layer; one of the district's own that cannot be loaded becomes a note.
[[nodiscard]] core::Result<StillPicture> makeStillPicture(core::District& district, const core::FiguresContext& figures,
                                                          const core::Selection& selection, const StillPictureOptions& options);

} // namespace gridwarden::app
