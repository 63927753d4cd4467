// SPDX-License-Identifier: GPL-3.0-or-later
// Opening GDAL sources: only formats of a fixed list, so that no file makes the program reach a network or run code.
#pragma once

#include "core/base/result.h"

#include <filesystem>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

class GDALDataset;

namespace gridwarden::gis {

struct DatasetCloser {
    void operator()(GDALDataset* dataset) const;
};
/// Belongs to one thread at a time.
using Dataset = std::unique_ptr<GDALDataset, DatasetCloser>;

enum class SourceContent { Vector, Raster, Any };

struct SourceDriver {
    std::string_view name; ///< GDAL's short name
    bool isVector = false;
    bool isRaster = false;
    std::string_view suffixes; ///< file name endings for a picker, "shp shz"
};

/// The formats that are opened, in the order of a file picker.
[[nodiscard]] std::span<const SourceDriver> sourceDrivers();

/// Registers GDAL's drivers once; every function here that needs them calls it.
void registerDrivers();

/// Opens a file or folder for reading. A path into an archive ("/vsizip/…", "/vsigzip/…") works, other virtual paths
/// are refused. `options` are GDAL open options, "NAME=VALUE". Errors: Io "file-unreadable" {path}; Unsupported
/// "format-unknown" {path}; BadInput "source-unreadable" {path} when a known format is broken. GDAL's words are in
/// Error::detail.
[[nodiscard]] core::Result<Dataset> openSource(const std::filesystem::path& path, SourceContent content,
                                               const std::vector<std::string>& options = {});

} // namespace gridwarden::gis
