// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <array>
#include <vector>

namespace gridwarden::gis {

/// A part of an image in its own pixels, and how many pixels to make of it.
struct RasterWindow {
    double left = 0;
    double top = 0;
    double width = 0;
    double height = 0;
    int columns = 0;
    int rows = 0;
};

/// An image as it will be read: north up, in the map CRS.
struct ImageHead {
    std::array<double, 6> place{}; ///< GDAL's geotransform
    int columns = 0;
    int rows = 0;
    std::vector<core::Message> notes;
};

} // namespace gridwarden::gis
