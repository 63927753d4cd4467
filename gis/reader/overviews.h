// SPDX-License-Identifier: GPL-3.0-or-later
// Overviews: an image in smaller and smaller sizes, in one file beside it or in the user's cache.
#pragma once

#include <filesystem>

namespace gridwarden::gis {

/// Those of the source of this reader that are not beside it; empty: none.
void useOverviews(const std::filesystem::path& overviews);

/// The name by which GDAL finds an image together with its overviews: itself, or a link in the reader's folder with all side files.
[[nodiscard]] std::filesystem::path besideOverviews(const std::filesystem::path& source);

} // namespace gridwarden::gis
