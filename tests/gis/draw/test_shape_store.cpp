// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/draw/area_layer.h"
#include "gis/draw/shape_store.h"

#include "draw_data.h"

#include <limits>

using namespace drawtest;

TEST_CASE("degenerate parts are left out of a store", "[gis][draw]") {
    const double nan = std::numeric_limits<double>::quiet_NaN();
    ShapeStore shapes;
    shapes.begin(ShapeKind::Line);
    shapes.addPart(std::vector<MapPoint>{{1, 1}, {1, 1}, {1, 1}});
    CHECK(!shapes.end());
    shapes.begin(ShapeKind::Polygon);
    shapes.addPart(std::vector<MapPoint>{{0, 0}, {nan, 3}, {4, 0}, {4, 4}});
    CHECK(shapes.end());
    shapes.finish();
    REQUIRE(shapes.size() == 1);
    const auto ring = shapes.part(0, 0);
    CHECK(std::vector<MapPoint>(ring.begin(), ring.end()) == std::vector<MapPoint>{{0, 0}, {4, 0}, {4, 4}, {0, 0}});
}

TEST_CASE("a point in a hole is not in the polygon", "[gis][draw]") {
    ShapeStore shapes;
    shapes.begin(ShapeKind::Polygon);
    shapes.addPart(std::vector<MapPoint>{{0, 0}, {10, 0}, {10, 10}, {0, 10}, {0, 0}});
    shapes.addPart(std::vector<MapPoint>{{4, 4}, {6, 4}, {6, 6}, {4, 6}, {4, 4}});
    shapes.end();
    shapes.finish();
    CHECK(shapes.isNear(0, {2, 2}, 0));
    CHECK(!shapes.isNear(0, {5, 5}, 0.5));
    CHECK(shapes.isNear(0, {5, 5}, 1.1)); // as near as the hole's edge
    CHECK(shapes.isNear(0, {11, 5}, 1.1));
    CHECK(!shapes.isNear(0, {12, 5}, 1.1));
}

TEST_CASE("areas come to the map with codes and are found by point and id", "[gis][draw]") {
    const auto square = [](std::int64_t id, const char* code, double west, double size) {
        core::Area area;
        area.id = core::AreaId(id);
        area.code = code;
        area.shape.polygons = {
            {{{west, 31}, {west + size, 31}, {west + size, 31 + size}, {west, 31 + size}, {west, 31}}}};
        return area;
    };
    core::Area empty;
    empty.id = core::AreaId(9);
    const std::vector<core::Area> areas{square(1, "01", 121.0, 0.1), empty, square(2, "02", 121.02, 0.01)};
    const auto toMap = Transform::between(Crs::cgcs2000(), mapCrs());
    const auto layer = AreaLayer::build(core::AreaKind::Grid, areas, *toMap);
    REQUIRE(layer->size() == 2);
    CHECK(!layer->shapeOf(core::AreaId(9)));
    REQUIRE(layer->shapeOf(core::AreaId(2)) == 1u);
    const auto found = layer->at(onMap(121.025, 31.005));
    REQUIRE(found == std::vector<std::uint32_t>{1, 0}); // the smaller first
    CHECK(layer->item(found[0]).code == "02");
    CHECK(layer->at(onMap(122, 31)).empty());
    CHECK(layer->shapes().isNear(1, layer->item(1).labelPlace, 0));
}
