// SPDX-License-Identifier: GPL-3.0-or-later
// Places of the map with a name, kept with the district (setting "bookmarks").
#pragma once

#include "app/map/bookmark_text.h"
#include "app/workspace/workspace.h"

#include <vector>

namespace gridwarden::app {

/// In the order they were made. \pre a district is open
[[nodiscard]] std::vector<MapBookmark> bookmarks(const core::District& district);
/// A known name is given the new place.
bool addBookmark(Workspace& workspace, const MapBookmark& bookmark);
bool removeBookmark(Workspace& workspace, const QString& name);

} // namespace gridwarden::app
