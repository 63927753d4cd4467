// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/index/packed_rtree.h"

#include <vector>

namespace gridwarden::gis {

/// A part of the map, and how many pixels to make of it.
struct RasterWindow {
    double left = 0; ///< map units
    double top = 0;
    double width = 0;
    double height = 0;
    int columns = 0;
    int rows = 0;
};

/// An image that can be asked for windows.
struct ImageHead {
    core::Box extent; ///< in the map CRS
    std::vector<core::Message> notes;
};

} // namespace gridwarden::gis
