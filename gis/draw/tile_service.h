// SPDX-License-Identifier: GPL-3.0-or-later
// A map service that hands out square pictures by level, column and row (XYZ, WMTS), as it is kept with a district. Nothing here
// reaches a network.
#pragma once

#include "core/base/result.h"
#include "core/index/packed_rtree.h"
#include "gis/crs/map_point.h"

#include <nlohmann/json_fwd.hpp>
#include <optional>
#include <string>
#include <vector>

namespace gridwarden::gis {

/// One scale of a service: a grid of tiles from its upper left corner, in the plane of the service.
struct TileLevel {
    std::string name; ///< what stands in the address: a number, or the identifier of a tile matrix
    double unitsPerPixel = 0;
    MapPoint corner; ///< upper left
    int tileWidth = 256;
    int tileHeight = 256;
    int columns = 1;
    int rows = 1;
    bool operator==(const TileLevel&) const = default;

    /// A corner of a tile; also of those that would lie beyond the last one.
    [[nodiscard]] MapPoint cornerOf(int column, int row) const {
        return {corner.x + column * unitsPerPixel * tileWidth, corner.y - row * unitsPerPixel * tileHeight};
    }
};

struct TileAddress {
    int level = 0; ///< position in TileService::levels
    int column = 0;
    int row = 0;
    auto operator<=>(const TileAddress&) const = default;
};

struct TileService {
    std::string url;         ///< "https://…/{z}/{x}/{y}.png"; also {-y} counted from below, and {s} for one of `servers`
    std::string servers;     ///< one letter or digit each; empty: no {s}
    std::string crs;         ///< plane of the tiles, with its datum: "EPSG:3857", "gcj02:EPSG:3857", "EPSG:4490"
    std::string attribution; ///< whom the pictures belong to
    std::vector<TileLevel> levels; ///< from afar to near
    bool operator==(const TileService&) const = default;

    static constexpr std::size_t MostLevels = 60;
    /// An http or https address with a place for level, column and row; usable levels.
    [[nodiscard]] bool isUsable() const;
    [[nodiscard]] std::string urlOf(const TileAddress& tile) const;
    /// The extent of all levels together.
    [[nodiscard]] core::Box extent() const;
};

/// The usual levels of the web's Mercator maps: level 0 is the world in one tile.
[[nodiscard]] std::vector<TileLevel> mercatorLevels(int first, int last);
constexpr int LastMercatorLevel = 24;

/// {"url", "servers", "crs", "attribution"} and "zoom": [first, last] or "levels": [{"name", "units", "corner": [x, y], "tile": [w, h], "size":
/// [columns, rows]}].
[[nodiscard]] nlohmann::json toJson(const TileService& service);
/// None for what is no service.
[[nodiscard]] std::optional<TileService> tileServiceFromJson(const nlohmann::json& json);

} // namespace gridwarden::gis
