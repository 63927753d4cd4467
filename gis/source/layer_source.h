// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <string>
#include <vector>

namespace gridwarden::gis {

/// Where a layer comes from; kept with the district.
struct LayerSource {
    std::filesystem::path path;
    std::string layer;               ///< empty: the first with geometry
    std::string encoding;            ///< of a shapefile's text; empty: found out
    std::string crs;                 ///< what Crs::parse reads, in place of the source's own; empty: the source's own
    std::vector<std::string> fields; ///< to keep in memory beside those a default style uses (classes, labels)
    bool operator==(const LayerSource&) const = default;
};

} // namespace gridwarden::gis
