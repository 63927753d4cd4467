// SPDX-License-Identifier: GPL-3.0-or-later
// What a WMTS says of itself (OGC 07-057r7, and as Chinese services say it): its layers, its grids, and the address of a tile.
#pragma once

#include "gis/draw/tile_service.h"

#include <QByteArray>
#include <string>
#include <vector>

namespace gridwarden::gis {

struct WmtsGrid {
    std::string name;
    std::string crs; ///< what Crs::parse reads
    std::vector<TileLevel> levels; ///< from afar to near
};

struct WmtsLayer {
    std::string name;
    std::string title;
    std::string style;
    std::string format;     ///< the best of what can be read: PNG, JPEG …
    std::string resource;   ///< address with {TileMatrix}, {TileRow}, {TileCol}; empty: asked by keys
    std::vector<std::string> grids;
};

struct WmtsCapabilities {
    std::string title;
    std::string provider;
    std::string tileAddress; ///< where tiles are asked for by keys
    std::vector<WmtsLayer> layers;
    std::vector<WmtsGrid> grids;

    /// Errors: BadInput "wmts-unreadable" {reason}, "wmts-without-layers".
    [[nodiscard]] static core::Result<WmtsCapabilities> parse(const QByteArray& xml);
    /// One layer in one of its grids. `asked`: the address of the capabilities, whose other keys (a token) belong to each tile. Errors:
    /// BadInput "wmts-layer-unusable" {layer}; as Crs::parse.
    [[nodiscard]] core::Result<TileService> service(std::size_t layer, const std::string& grid, const std::string& asked) const;
};

} // namespace gridwarden::gis
