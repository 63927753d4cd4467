// SPDX-License-Identifier: GPL-3.0-or-later
// Places of the map with a name, kept with the district (setting "bookmarks").
#pragma once

#include "app/workspace/workspace.h"

#include <vector>

namespace gridwarden::app {

struct MapBookmark {
    QString name;
    core::GeoBox box; ///< degrees, CGCS2000
    bool operator==(const MapBookmark&) const = default;
};

/// In the order they were made. \pre a district is open
[[nodiscard]] std::vector<MapBookmark> bookmarks(const core::District& district);
/// A known name is given the new place.
bool addBookmark(Workspace& workspace, const MapBookmark& bookmark);
bool removeBookmark(Workspace& workspace, const QString& name);

} // namespace gridwarden::app
