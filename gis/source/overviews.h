// SPDX-License-Identifier: GPL-3.0-or-later
// Smaller sizes of an image, made once, so that it is quick from afar: beside the image as other programs have them, or in the user's
// cache where its folder cannot be written.
#pragma once

#include "core/base/result.h"
#include "gis/process/go_on.h"

#include <filesystem>
#include <functional>

namespace gridwarden::gis {

/// XDG_CACHE_HOME/gridwarden, or ~/.cache/gridwarden.
[[nodiscard]] std::filesystem::path cacheFolder();

/// The overviews in the cache that were made of this image as it is now (path, size and time of change); empty: none.
[[nodiscard]] std::filesystem::path cachedOverviews(const std::filesystem::path& image);

enum class OverviewsPlace { BesideIfPossible, Cache };

/// Makes them, in a reader of its own; nothing stays of what was not finished. Returns the file: `<image>.ovr`, or one in the cache.
/// Errors: as ReaderProcess::start and receive; Io "overviews-not-made" {path}.
[[nodiscard]] core::Result<std::filesystem::path> buildOverviews(const std::filesystem::path& image, const GoOn& goOn = {},
                                                                 const std::function<void(double)>& progress = {},
                                                                 OverviewsPlace place = OverviewsPlace::BesideIfPossible);

} // namespace gridwarden::gis
