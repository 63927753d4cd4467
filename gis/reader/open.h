// SPDX-License-Identifier: GPL-3.0-or-later
// Opening GDAL sources: only formats of a fixed list (gis/source/source_formats.h). In the reader alone.
#pragma once

#include "core/base/result.h"

#include <filesystem>
#include <memory>
#include <string>
#include <vector>

class GDALDataset;

namespace gridwarden::gis {

struct DatasetCloser {
    void operator()(GDALDataset* dataset) const;
};
/// Belongs to one thread at a time.
using Dataset = std::unique_ptr<GDALDataset, DatasetCloser>;

enum class SourceContent { Vector, Raster, Any };

/// Tells GDAL of these formats and no others, once.
void registerDrivers();

/// Opens a file or folder for reading. A path into an archive ("/vsizip/…", "/vsigzip/…") works, other virtual paths
/// are refused. `options` are GDAL open options, "NAME=VALUE". Errors: Io "file-unreadable" {path}; Unsupported
/// "format-unknown" {path}; BadInput "source-unreadable" {path} when a known format is broken, "source-too-large" {path}
/// when there was no memory for it; as openVirtualRaster. GDAL's words are in Error::detail.
[[nodiscard]] core::Result<Dataset> openSource(const std::filesystem::path& path, SourceContent content,
                                               const std::vector<std::string>& options = {});

} // namespace gridwarden::gis
