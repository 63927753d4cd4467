// SPDX-License-Identifier: GPL-3.0-or-later
// Places of the map with a name, kept with the district (setting "bookmarks").
#pragma once

#include "app/workspace/workspace.h"

#include <vector>

namespace gridwarden::app {

struct Bookmark {
    QString name;
    core::GeoBox box; ///< degrees, CGCS2000
    bool operator==(const Bookmark&) const = default;
};

/// In the order they were made. \pre a district is open
[[nodiscard]] std::vector<Bookmark> bookmarks(const core::District& district);
/// A known name is given the new place.
bool addBookmark(Workspace& workspace, const Bookmark& bookmark);
bool removeBookmark(Workspace& workspace, const QString& name);

} // namespace gridwarden::app
