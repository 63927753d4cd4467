// SPDX-License-Identifier: GPL-3.0-or-later
// What a map service says of itself, and services as they are kept with a district.
#include "gis/draw/wmts_capabilities.h"
#include "tests/fuzz/fuzz.h"

#include <cmath>
#include <nlohmann/json.hpp>

using namespace gridwarden;
using fuzz::isGood;
using fuzz::require;

namespace {

void requireUsable(const gis::TileService& service) {
    require(service.isUsable(), "a service that is read can be used");
    require(service.url.starts_with("http://") || service.url.starts_with("https://"), "a service is on the web");
    for (std::size_t i = 0; i < service.levels.size(); ++i) {
        const gis::TileLevel& level = service.levels[i];
        require(std::isfinite(level.unitsPerPixel) && level.unitsPerPixel > 0, "a level has a resolution");
        require(level.tileWidth > 0 && level.tileWidth <= 1024 && level.columns > 0, "a level has tiles");
        (void)service.urlOf({static_cast<int>(i), level.columns - 1, level.rows - 1});
    }
    (void)service.extent();
    const auto again = gis::tileServiceFromJson(gis::toJson(service));
    require(again && *again == service, "a service that is kept reads as the same");
}

void capabilities(std::string_view xml) {
    const auto found = gis::WmtsCapabilities::parse(QByteArray(xml.data(), static_cast<qsizetype>(xml.size())));
    if (!isGood(found))
        return;
    constexpr std::size_t Enough = 20;
    for (std::size_t layer = 0; layer < std::min(found->layers.size(), Enough); ++layer)
        for (std::size_t grid = 0; grid < std::min(found->layers[layer].grids.size(), Enough); ++grid)
            if (const auto service = found->service(layer, found->layers[layer].grids[grid], "http://a/b?tk=1"); isGood(service))
                requireUsable(*service);
}

void kept(std::string_view text) {
    const auto document = nlohmann::json::parse(text, nullptr, /*allow_exceptions=*/false);
    if (document.is_discarded())
        return;
    if (const auto service = gis::tileServiceFromJson(document))
        requireUsable(*service);
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    fuzz::Input input(data, size);
    if (input.choice(2) == 0)
        capabilities(input.rest());
    else
        kept(input.rest());
    return 0;
}
