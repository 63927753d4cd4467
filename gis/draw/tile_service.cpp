// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/draw/tile_service.h"

#include <array>
#include <cmath>
#include <nlohmann/json.hpp>

namespace gridwarden::gis {

using nlohmann::json;

namespace {

constexpr double MercatorHalf = 20037508.342789244; // metres
constexpr int LargestTile = 1024;
constexpr std::size_t LongestUrl = 4000;

std::string textOf(const json& object, const char* member) {
    const auto found = object.find(member);
    return found != object.end() && found->is_string() ? found->get<std::string>() : std::string();
}

bool replace(std::string& text, std::string_view from, const std::string& to) {
    bool isFound = false;
    for (std::size_t at = text.find(from); at != std::string::npos; at = text.find(from, at + to.size())) {
        text.replace(at, from.size(), to);
        isFound = true;
    }
    return isFound;
}

bool isUsableLevel(const TileLevel& level) {
    return std::isfinite(level.unitsPerPixel) && level.unitsPerPixel > 0 && std::isfinite(level.corner.x) && std::isfinite(level.corner.y) &&
           level.tileWidth > 0 && level.tileWidth <= LargestTile && level.tileHeight > 0 && level.tileHeight <= LargestTile && level.columns > 0 &&
           level.rows > 0;
}

template <class T> bool readPair(const json& object, const char* member, T& first, T& second) {
    const auto found = object.find(member);
    if (found == object.end() || !found->is_array() || found->size() != 2 || !(*found)[0].is_number() || !(*found)[1].is_number())
        return false;
    const double a = (*found)[0].get<double>();
    const double b = (*found)[1].get<double>();
    constexpr double Most = 1 << 30;
    if (std::is_integral_v<T> && !(std::abs(a) < Most && std::abs(b) < Most))
        return false;
    first = static_cast<T>(a);
    second = static_cast<T>(b);
    return true;
}

std::optional<TileLevel> levelFromJson(const json& line) {
    TileLevel level;
    if (!line.is_object() || !readPair(line, "corner", level.corner.x, level.corner.y) || !readPair(line, "tile", level.tileWidth, level.tileHeight) ||
        !readPair(line, "size", level.columns, level.rows))
        return std::nullopt;
    const auto units = line.find("units");
    if (units == line.end() || !units->is_number())
        return std::nullopt;
    level.name = textOf(line, "name");
    level.unitsPerPixel = units->get<double>();
    return isUsableLevel(level) ? std::optional(level) : std::nullopt;
}

} // namespace

bool TileService::isUsable() const {
    const bool isWeb = url.starts_with("http://") || url.starts_with("https://");
    const auto has = [this](std::string_view part) { return url.find(part) != std::string::npos; };
    bool isGood = isWeb && url.size() < LongestUrl && has("{x}") && (has("{y}") || has("{-y}")) && has("{z}") && !levels.empty() && levels.size() <= MostLevels;
    for (const TileLevel& level : levels)
        isGood = isGood && isUsableLevel(level);
    return isGood;
}

std::string TileService::urlOf(const TileAddress& tile) const {
    const TileLevel& level = levels[static_cast<std::size_t>(tile.level)];
    std::string text = url;
    replace(text, "{x}", std::to_string(tile.column));
    replace(text, "{y}", std::to_string(tile.row));
    replace(text, "{-y}", std::to_string(level.rows - 1 - tile.row));
    if (!servers.empty())
        replace(text, "{s}", std::string(1, servers[static_cast<std::size_t>(tile.column + tile.row) % servers.size()]));
    replace(text, "{z}", level.name); // last: it may hold anything
    return text;
}

core::Box TileService::extent() const {
    core::Box box;
    for (const TileLevel& level : levels) {
        const MapPoint end = level.cornerOf(level.columns, level.rows);
        box.include(core::Box{level.corner.x, end.y, end.x, level.corner.y});
    }
    return box;
}

std::vector<TileLevel> mercatorLevels(int first, int last) {
    std::vector<TileLevel> levels;
    for (int z = std::max(0, first); z <= std::min(last, LastMercatorLevel); ++z) {
        const int tiles = 1 << z;
        levels.push_back({std::to_string(z), 2 * MercatorHalf / 256 / tiles, {-MercatorHalf, MercatorHalf}, 256, 256, tiles, tiles});
    }
    return levels;
}

json toJson(const TileService& service) {
    json document = {{"url", service.url}, {"crs", service.crs}};
    if (!service.servers.empty())
        document["servers"] = service.servers;
    if (!service.attribution.empty())
        document["attribution"] = service.attribution;
    const auto zoomOf = [](const TileLevel& level) { return static_cast<int>(std::lround(std::log2(2 * MercatorHalf / 256 / level.unitsPerPixel))); };
    if (!service.levels.empty()) {
        const int first = zoomOf(service.levels.front());
        const int last = zoomOf(service.levels.back());
        if (mercatorLevels(first, last) == service.levels) {
            document["zoom"] = {first, last};
            return document;
        }
    }
    json levels = json::array();
    for (const TileLevel& level : service.levels)
        levels.push_back({{"name", level.name},
                          {"units", level.unitsPerPixel},
                          {"corner", {level.corner.x, level.corner.y}},
                          {"tile", {level.tileWidth, level.tileHeight}},
                          {"size", {level.columns, level.rows}}});
    document["levels"] = std::move(levels);
    return document;
}

std::optional<TileService> tileServiceFromJson(const json& document) {
    if (!document.is_object())
        return std::nullopt;
    TileService service;
    service.url = textOf(document, "url");
    service.servers = textOf(document, "servers");
    service.crs = textOf(document, "crs");
    service.attribution = textOf(document, "attribution");
    if (std::array zoom{0, 0}; readPair(document, "zoom", zoom[0], zoom[1])) {
        service.levels = mercatorLevels(zoom[0], zoom[1]);
    } else if (const auto levels = document.find("levels"); levels != document.end() && levels->is_array() && levels->size() <= TileService::MostLevels) {
        for (const json& line : *levels)
            if (auto level = levelFromJson(line))
                service.levels.push_back(std::move(*level));
    }
    return service.isUsable() ? std::optional(std::move(service)) : std::nullopt;
}

} // namespace gridwarden::gis
