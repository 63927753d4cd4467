// SPDX-License-Identifier: GPL-3.0-or-later
// What a file holds, before anything is read from it.
#pragma once

#include "core/base/geometry.h"
#include "core/base/result.h"
#include "gis/process/go_on.h"

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace gridwarden::gis {

enum class LayerKind { Vector, Raster, Table };

struct LayerField {
    std::string name;
    std::string type; ///< "text", "integer", "real", "date", "datetime", "time", "binary" or "list"
};

/// A box in the CRS of its source, x east, y north.
struct SourceExtent {
    double minX = 0;
    double minY = 0;
    double maxX = 0;
    double maxY = 0;
};

struct LayerInfo {
    std::string name;
    LayerKind kind = LayerKind::Table;
    std::string geometryType;                 ///< "Point", "Multi Polygon" …; empty for tables and rasters
    std::optional<std::int64_t> featureCount; ///< rows; none for rasters
    std::string crs;                          ///< "EPSG:4549", a name where there is no code, or empty when unknown
    std::string crsDefinition;                ///< what Crs::parse reads; empty when unknown
    std::optional<SourceExtent> extent;       ///< in the source's CRS
    std::optional<core::GeoBox> geoExtent;    ///< the same in CGCS2000 degrees where the CRS is known
    std::vector<LayerField> fields;
    int width = 0;  ///< raster columns
    int height = 0; ///< raster rows
    int bands = 0;
};

struct SourceInfo {
    std::filesystem::path path;
    std::string driver;   ///< GDAL's name, or "CSV", "JSON" for what is read without it
    std::string encoding; ///< of text, where it had to be found: "GBK", "UTF-8" …; else empty
    std::vector<LayerInfo> layers;
    /// "layer-no-crs" {layer}, "datum-shift-unknown" {crs}, "raster-no-place" {layer}, "encoding-guessed" {encoding},
    /// "rows-unusable" {problem of Row, count}, "layers-left-out" {count}, "library-says" {text}
    std::vector<core::Message> problems;
};

/// Errors: Io "file-unreadable" {path}; Unsupported "format-unknown" {path}; BadInput "source-unreadable" {path} when a
/// known format is broken; as ReaderProcess::start and receive. GDAL's words are in Error::detail.
[[nodiscard]] core::Result<SourceInfo> describe(const std::filesystem::path& path, const GoOn& goOn = {});

} // namespace gridwarden::gis
