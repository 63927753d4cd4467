// SPDX-License-Identifier: GPL-3.0-or-later
// How the places of the map with a name are kept (setting "bookmarks").
#pragma once

#include "core/base/geometry.h"

#include <QString>
#include <string>
#include <string_view>
#include <vector>

namespace gridwarden::app {

struct MapBookmark {
    QString name;
    core::GeoBox box; ///< degrees, CGCS2000
    bool operator==(const MapBookmark&) const = default;
};

/// [{"name": "Market", "box": [west, south, east, north]}, …]
[[nodiscard]] std::string bookmarksToText(const std::vector<MapBookmark>& bookmarks);
/// Entries that cannot be read are left out.
[[nodiscard]] std::vector<MapBookmark> bookmarksFromText(std::string_view text);

} // namespace gridwarden::app
