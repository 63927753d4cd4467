// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/map/bookmarks.h"

#include <algorithm>
#include <nlohmann/json.hpp>

namespace gridwarden::app {

using nlohmann::json;

namespace {

bool store(Workspace& workspace, const std::vector<MapBookmark>& all, const core::Message& label) {
    json document = json::array();
    for (const MapBookmark& each : all)
        document.push_back({{"name", each.name.toStdString()},
                            {"box", {each.box.minLongitude, each.box.minLatitude, each.box.maxLongitude, each.box.maxLatitude}}});
    return workspace.change(label, [&](core::Change& change) { return core::saveSetting(change, "bookmarks", document.dump()); });
}

} // namespace

std::vector<MapBookmark> bookmarks(const core::District& district) {
    const json document = json::parse(district.setting("bookmarks", "[]"), nullptr, /*allow_exceptions=*/false);
    std::vector<MapBookmark> all;
    if (!document.is_array())
        return all;
    for (const json& each : document) {
        if (!each.is_object() || !each.contains("name") || !each["name"].is_string() || !each.contains("box") || each["box"].size() != 4)
            continue;
        const json& box = each["box"];
        if (!std::all_of(box.begin(), box.end(), [](const json& number) { return number.is_number(); }))
            continue;
        all.push_back({QString::fromStdString(each["name"].get<std::string>()),
                       {box[0].get<double>(), box[1].get<double>(), box[2].get<double>(), box[3].get<double>()}});
    }
    return all;
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
