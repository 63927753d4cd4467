// SPDX-License-Identifier: GPL-3.0-or-later
// A polygon of a million vertices, with its inside known beforehand; ten million are measured by
// tests/bench/bench_vast.
#include "gis/draw/map_layer.h"

#include "draw_data.h"
#include "tests/support/scratch_folder.h"
#include "tests/support/vast_polygon.h"

#include <sys/resource.h>

using namespace drawtest;

TEST_CASE("a polygon of a million vertices is drawn and found from far and near", "[gis][draw]") {
    const auto [driver, name] =
        GENERATE(table<const char*, const char*>({{"GPKG", "coast.gpkg"}, {"ESRI Shapefile", "coast.shp"}}));
    const test::ScratchFolder folder;
    const test::VastPolygon coast;
    REQUIRE(coast.write(folder / name, driver));
    LayerSource source;
    source.path = folder / name;
    const auto layer = VectorLayer::load(source, mapCrs());
    REQUIRE(layer);
    CHECK((*layer)->notes().empty());
    CHECK((*layer)->shapes().vertexCount() == coast.vertices + 5); // with the square in its middle
    const ShapeStore& seenFromAfar = *(*layer)->seenAt(100).shapes;
    CHECK(seenFromAfar.vertexCount() < 100'000);

    auto content = std::make_shared<GroundContent>();
    content->theme = MapTheme::load(ThemeVariant::Light).value();
    LayerStyle style;
    style.other.fill = Qt::red;
    content->layers.push_back({*layer, style, true});
    MapView view = smallView();
    for (const double unitsPerPixel : {400.0, 20.0, 1.0, 0.1})
        for (std::size_t vertex = 1'000; vertex < coast.vertices; vertex += 142'857) {
            CAPTURE(name, unitsPerPixel, vertex);
            const OGRRawPoint shore = coast.at(vertex);
            const double away = std::hypot(shore.x - coast.x, shore.y - coast.y);
            // Towards the middle and away from it, beyond the bays that are no larger than a few pixels.
            const double step = 5 * unitsPerPixel + (unitsPerPixel > 1 ? 1'400 : 150);
            const MapPoint sea{coast.x + (shore.x - coast.x) * (1 + step / away),
                               coast.y + (shore.y - coast.y) * (1 + step / away)};
            const MapPoint land{coast.x + (shore.x - coast.x) * (1 - step / away),
                                coast.y + (shore.y - coast.y) * (1 - step / away)};
            for (const MapPoint place : {sea, land}) {
                const bool isLand = place == land;
                view.centre = place;
                view.unitsPerPixel = unitsPerPixel;
                const Ground ground = renderGround(content, view);
                FrameContent frame;
                frame.ground = content;
                QImage picture;
                composeFrame(picture, &ground, frame, view);
                CHECK(isNear(picture.pixel(100, 100), Qt::red) == isLand);
                CHECK((*layer)->at(place, 0).size() == (isLand ? 1 : 0));
            }
        }
    CHECK((*layer)->at({coast.x, coast.y}, 0) == std::vector<std::uint32_t>{1, 0}); // the smaller first
    const auto attributes = (*layer)->attributes(0);
    REQUIRE(attributes);
    CHECK(attributes->front().value == "coast");
    rusage readers{};
    getrusage(RUSAGE_CHILDREN, &readers);
    CHECK(readers.ru_maxrss < 300'000); // kilobytes
}

TEST_CASE("a shape too large to be kept whole is thinned, and it is said", "[gis][draw]") {
    const test::ScratchFolder folder;
    test::VastPolygon coast;
    coast.vertices = 3'200'000;
    REQUIRE(coast.write(folder / "coast.fgb", "FlatGeobuf"));
    LayerSource source;
    source.path = folder / "coast.fgb";
    const auto layer = VectorLayer::load(source, mapCrs());
    REQUIRE(layer);
    CHECK((*layer)->notes() == std::vector<core::Message>{{"layer-shapes-thinned", {"coast", "1"}}});
    CHECK((*layer)->shapes().vertexCount() < 3'000'010);
    CHECK((*layer)->shapes().vertexCount() > 1'000'000);
    // What was left out lies within centimetres.
    double east = 0;
    for (std::size_t vertex = 0; vertex < coast.vertices; ++vertex)
        east = std::max(east, coast.at(vertex).x);
    CHECK((*layer)->extent().maxX == Approx(east).margin(0.2));
    for (std::size_t vertex = 0; vertex < coast.vertices; vertex += 123'457) {
        const OGRRawPoint shore = coast.at(vertex);
        const auto at = [&](double share) {
            return MapPoint{coast.x + (shore.x - coast.x) * share, coast.y + (shore.y - coast.y) * share};
        };
        CHECK((*layer)->at(at(1), 0.2).size() == 1);
        CHECK((*layer)->at(at(0.99), 0).size() == 1);
        CHECK((*layer)->at(at(1.01), 0).empty());
    }
}
