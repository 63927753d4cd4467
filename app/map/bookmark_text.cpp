// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/map/bookmark_text.h"

#include <algorithm>
#include <nlohmann/json.hpp>

namespace gridwarden::app {

using nlohmann::json;

namespace {

constexpr core::GeoBox Earth{-180, -90, 180, 90};

} // namespace

std::string bookmarksToText(const std::vector<MapBookmark>& bookmarks) {
    json document = json::array();
    for (const MapBookmark& each : bookmarks)
        document.push_back({{"name", each.name.toStdString()},
                            {"box", {each.box.minLongitude, each.box.minLatitude, each.box.maxLongitude, each.box.maxLatitude}}});
    return document.dump();
}

std::vector<MapBookmark> bookmarksFromText(std::string_view text) {
    const json document = json::parse(text, nullptr, /*allow_exceptions=*/false);
    std::vector<MapBookmark> all;
    if (!document.is_array())
        return all;
    for (const json& each : document) {
        const auto name = each.find("name");
        const auto box = each.find("box");
        if (name == each.end() || !name->is_string() || box == each.end() || !box->is_array() || box->size() != 4)
            continue;
        if (!std::all_of(box->begin(), box->end(), [](const json& number) { return number.is_number(); }))
            continue;
        const core::GeoBox place{(*box)[0].get<double>(), (*box)[1].get<double>(), (*box)[2].get<double>(), (*box)[3].get<double>()};
        if (place.minLongitude <= place.maxLongitude && place.minLatitude <= place.maxLatitude && Earth.contains({place.minLongitude, place.minLatitude}) &&
            Earth.contains({place.maxLongitude, place.maxLatitude}))
            all.push_back({QString::fromStdString(name->get<std::string>()), place});
    }
    return all;
}

} // namespace gridwarden::app
