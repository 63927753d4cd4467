// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/draw/area_layer.h"
#include "gis/draw/shape_store.h"

#include "draw_data.h"

#include <limits>
#include <random>

using namespace drawtest;

namespace {

/// A ring that wanders over itself, around and through a square of 2000 units.
std::vector<MapPoint> wanderingRing(std::size_t count, std::uint32_t seed) {
    std::mt19937 random(seed);
    std::normal_distribution<double> step(0, 1);
    std::vector<MapPoint> ring;
    double direction = 0;
    MapPoint at{0, 0};
    while (ring.size() + 1 < count) {
        direction += 0.2 * step(random);
        at = {at.x + 8 * std::cos(direction) - at.x / 500, at.y + 8 * std::sin(direction) - at.y / 500};
        ring.push_back(at);
    }
    ring.push_back(MapPoint(ring.front()));
    return ring;
}

/// Even-odd, straight after its definition: how many edges a ray to the east meets.
bool isInside(const std::vector<MapPoint>& ring, MapPoint point) {
    std::size_t met = 0;
    for (std::size_t i = 1; i < ring.size(); ++i)
        if ((ring[i - 1].y > point.y) != (ring[i].y > point.y) &&
            ring[i - 1].x + (point.y - ring[i - 1].y) * (ring[i].x - ring[i - 1].x) / (ring[i].y - ring[i - 1].y) >
                point.x)
            ++met;
    return met % 2 == 1;
}

ShapeStore storeOf(ShapeKind kind, const std::vector<MapPoint>& vertices) {
    ShapeStore shapes;
    for (const double beside : {20'000.0, 0.0}) { // the runs of the second do not begin with it
        shapes.begin(beside > 0 ? ShapeKind::Line : kind);
        shapes.addPart(beside > 0 ? std::vector<MapPoint>{{beside, 0}, {beside, 9}, {beside, 20}} : vertices);
        shapes.end();
    }
    shapes.finish();
    return shapes;
}

} // namespace

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

TEST_CASE("a long ring seen from within a window keeps what lies in it and little else", "[gis][draw]") {
    const std::vector<MapPoint> ring = wanderingRing(30'000, 7);
    const ShapeStore shapes = storeOf(ShapeKind::Polygon, ring);
    REQUIRE(shapes.part(1, 0).size() == ring.size());
    std::mt19937 random(11);
    std::uniform_real_distribution<double> anywhere(-400, 400);
    std::uniform_real_distribution<double> share(0, 1);
    std::vector<MapPoint> room;
    for (int i = 0; i < 60; ++i) {
        const MapPoint middle{anywhere(random), anywhere(random)};
        const double half = 5 + 60 * share(random);
        const Box window{middle.x - half, middle.y - half, middle.x + half, middle.y + half};
        const auto seen = shapes.partSeenFrom(window, 1, 0, room);
        const std::vector<MapPoint> reduced(seen.begin(), seen.end());
        CHECK(reduced.size() < ring.size() / 2);
        CHECK(reduced.front() == ring.front());
        CHECK(reduced.back() == ring.back());
        for (int each = 0; each < 20; ++each) {
            const MapPoint point{middle.x + half * (2 * share(random) - 1), middle.y + half * (2 * share(random) - 1)};
            CHECK(isInside(reduced, point) == isInside(ring, point));
            CHECK(shapes.isNear(1, point, 0) == isInside(ring, point));
        }
        const auto edgesIn = [&window](const std::vector<MapPoint>& line) {
            std::vector<std::pair<double, double>> ends;
            for (std::size_t v = 1; v < line.size(); ++v)
                if (window.contains(line[v - 1].x, line[v - 1].y) || window.contains(line[v].x, line[v].y))
                    ends.emplace_back(line[v - 1].x, line[v].y);
            return ends;
        };
        CHECK(edgesIn(reduced) == edgesIn(ring));
    }
    CHECK(shapes.partSeenFrom({-1e9, -1e9, 1e9, 1e9}, 1, 0, room).size() == ring.size());
    CHECK(shapes.partSeenFrom({1e6, 1e6, 2e6, 2e6}, 1, 0, room).size() <
          600); // runs at its ends, which are not whole, and a few edges
    CHECK(shapes.partSeenFrom({1e6, 1e6, 2e6, 2e6}, 0, 0, room).size() == 3); // a short one is not worth it
}

TEST_CASE("a long line is near where one of its vertices is", "[gis][draw]") {
    const std::vector<MapPoint> line = wanderingRing(20'000, 3);
    const ShapeStore shapes = storeOf(ShapeKind::Line, line);
    std::mt19937 random(5);
    std::uniform_real_distribution<double> anywhere(-500, 500);
    int near = 0;
    for (int i = 0; i < 400; ++i) {
        const MapPoint point{anywhere(random), anywhere(random)};
        double least = 1e9;
        for (std::size_t v = 1; v < line.size(); ++v) { // the foot on each edge
            const MapPoint a = line[v - 1], b = line[v];
            const double squared = (b.x - a.x) * (b.x - a.x) + (b.y - a.y) * (b.y - a.y);
            const double along =
                std::clamp(((point.x - a.x) * (b.x - a.x) + (point.y - a.y) * (b.y - a.y)) / squared, 0.0, 1.0);
            least =
                std::min(least, std::hypot(a.x + along * (b.x - a.x) - point.x, a.y + along * (b.y - a.y) - point.y));
        }
        CHECK(shapes.isNear(1, point, least * 1.001));
        CHECK(!shapes.isNear(1, point, least * 0.999));
        near += least < 5 ? 1 : 0;
    }
    CHECK(near > 20);
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
