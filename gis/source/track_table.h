// SPDX-License-Identifier: GPL-3.0-or-later
// Tracks from the rows of spreadsheets, delimited text and JSON, and from the points and lines of layers.
#pragma once

#include "gis/source/track_reading.h"

namespace gridwarden::gis {

/// Errors and refusals: see readTracks.
[[nodiscard]] core::Result<ReadTracks> readTrackTable(const std::filesystem::path& path, const TrackOptions& options,
                                                      const Progress& progress);

} // namespace gridwarden::gis
