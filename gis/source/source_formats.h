// SPDX-License-Identifier: GPL-3.0-or-later
// The formats that are opened: a fixed list, so that no file makes the program reach a network or run code.
#pragma once

#include <span>
#include <string_view>

namespace gridwarden::gis {

struct SourceDriver {
    std::string_view name; ///< GDAL's short name
    bool isVector = false;
    bool isRaster = false;
    std::string_view suffixes; ///< file name endings for a picker, "shp shz"
};

/// In the order of a file picker.
[[nodiscard]] std::span<const SourceDriver> sourceDrivers();

} // namespace gridwarden::gis
