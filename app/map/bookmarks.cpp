// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/map/bookmarks.h"

#include <algorithm>

namespace gridwarden::app {

namespace {

bool store(Workspace& workspace, const std::vector<MapBookmark>& all, const core::Message& label) {
    return workspace.change(label, [&](core::Change& change) { return core::saveSetting(change, "bookmarks", bookmarksToText(all)); });
}

} // namespace

std::vector<MapBookmark> bookmarks(const core::District& district) {
    return bookmarksFromText(district.setting("bookmarks", "[]"));
}

bool addBookmark(Workspace& workspace, const MapBookmark& bookmark) {
    std::vector<MapBookmark> all = bookmarks(*workspace.district());
    const auto known = std::find_if(all.begin(), all.end(), [&](const MapBookmark& each) { return each.name == bookmark.name; });
    if (known != all.end())
        *known = bookmark;
    else
        all.push_back(bookmark);
    return store(workspace, all, {"bookmark-added", {bookmark.name.toStdString()}});
}

bool removeBookmark(Workspace& workspace, const QString& name) {
    std::vector<MapBookmark> all = bookmarks(*workspace.district());
    std::erase_if(all, [&](const MapBookmark& each) { return each.name == name; });
    return store(workspace, all, {"bookmark-removed", {name.toStdString()}});
}

} // namespace gridwarden::app
