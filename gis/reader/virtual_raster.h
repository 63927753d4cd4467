// SPDX-License-Identifier: GPL-3.0-or-later
// GDAL's virtual rasters (VRT): an XML file that puts images of its folder together. GDAL would follow any name and run code out of
// them, so the XML is looked through first and only a plain mosaic is opened.
#pragma once

#include "gis/reader/open.h"

namespace gridwarden::gis {

/// Whether the file begins like one.
[[nodiscard]] bool isVirtualRaster(const std::filesystem::path& path);

/// Errors: Unsupported "vrt-refused" {path, what}: anything but bands made of files that lie in the folder of the VRT and are no VRT
/// themselves; BadInput "source-unreadable" {path}.
[[nodiscard]] core::Result<Dataset> openVirtualRaster(const std::filesystem::path& path);

} // namespace gridwarden::gis
