// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/draw/shape_levels.h"

#include "gis/draw/clip.h"

#include <catch2/catch.hpp>
#include <cmath>
#include <random>

using namespace gridwarden::gis;

namespace {

double distance(MapPoint point, MapPoint a, MapPoint b) {
    const double length = std::hypot(b.x - a.x, b.y - a.y);
    if (length == 0)
        return std::hypot(point.x - a.x, point.y - a.y);
    const double along = std::clamp(((point.x - a.x) * (b.x - a.x) + (point.y - a.y) * (b.y - a.y)) / (length * length), 0.0, 1.0);
    return std::hypot(a.x + along * (b.x - a.x) - point.x, a.y + along * (b.y - a.y) - point.y);
}

double distance(MapPoint point, const std::vector<MapPoint>& line) {
    double least = 1e300;
    for (std::size_t i = 1; i < line.size(); ++i)
        least = std::min(least, distance(point, line[i - 1], line[i]));
    return least;
}

std::vector<MapPoint> wander(std::size_t count, std::uint32_t seed) {
    std::mt19937 random(seed);
    std::normal_distribution<double> step(0, 1);
    std::vector<MapPoint> line{{0, 0}};
    double direction = 0;
    while (line.size() < count) {
        direction += 0.3 * step(random);
        line.push_back({line.back().x + std::cos(direction), line.back().y + std::sin(direction)});
    }
    return line;
}

} // namespace

TEST_CASE("a simplified line stays within its tolerance", "[gis][draw]") {
    for (const double tolerance : {0.5, 2.0, 10.0}) {
        const std::vector<MapPoint> line = wander(3'000, 5);
        const std::vector<MapPoint> simple = simplified(line, tolerance);
        CHECK(simple.front() == line.front());
        CHECK(simple.back() == line.back());
        CHECK(simple.size() < line.size() / 2);
        double farthest = 0;
        for (const MapPoint vertex : line)
            farthest = std::max(farthest, distance(vertex, simple));
        CHECK(farthest <= tolerance * 1.25);
    }
    const std::vector<MapPoint> corner{{0, 0}, {100, 0}, {100, 100}};
    CHECK(simplified(corner, 5) == corner);
    CHECK(simplified(std::vector<MapPoint>{{1, 2}}, 5).size() == 1);
}

TEST_CASE("coarser copies keep what can be seen", "[gis][draw]") {
    ShapeStore store;
    for (std::uint32_t i = 0; i < 600; ++i) {
        store.begin(i % 2 == 0 ? ShapeKind::Line : ShapeKind::Polygon);
        std::vector<MapPoint> line = wander(1'000, i);
        for (MapPoint& vertex : line)
            vertex = {vertex.x + i * 300.0, vertex.y};
        store.addPart(line);
        REQUIRE(store.end());
    }
    store.begin(ShapeKind::Polygon); // a yard that no small scale shows
    store.addPart(std::vector<MapPoint>{{0, 0}, {1, 0}, {1, 1}, {0, 0}});
    REQUIRE(store.end());
    store.finish();
    const ShapeLevels levels = ShapeLevels::build(store);
    REQUIRE(levels.size() >= 1);
    CHECK(levels.vertexCount() < store.vertexCount());
    CHECK(levels.at(store, 0.1).shapes == &store);
    std::size_t before = store.vertexCount();
    for (const double pixel : {8.0, 64.0, 512.0}) {
        const SeenShapes seen = levels.at(store, pixel);
        REQUIRE(seen.shapes != &store);
        CHECK(seen.shapes->vertexCount() <= before);
        before = seen.shapes->vertexCount();
        std::vector<bool> isThere(store.size(), false);
        for (std::uint32_t i = 0; i < seen.shapes->size(); ++i) {
            const std::uint32_t original = seen.original(i);
            isThere[original] = true;
            CHECK(seen.shapes->kind(i) == store.kind(original));
            // No corner of the box moves by more than a pixel.
            CHECK(std::abs(seen.shapes->box(i).minX - store.box(original).minX) <= pixel);
            CHECK(std::abs(seen.shapes->box(i).maxY - store.box(original).maxY) <= pixel);
        }
        for (std::uint32_t i = 0; i < store.size(); ++i)
            if (std::max(store.box(i).width(), store.box(i).height()) > pixel)
                CHECK(isThere[i]);
    }
    ShapeStore few;
    few.begin(ShapeKind::Point);
    few.addPart(std::vector<MapPoint>{{1, 1}});
    few.end();
    few.finish();
    CHECK(ShapeLevels::build(few).size() == 0);
}

TEST_CASE("points of one pixel are one point in a coarse copy, and far ones stay", "[gis][draw]") {
    std::mt19937 random(1);
    std::uniform_real_distribution<double> near(0, 1000);
    ShapeStore store;
    for (int i = 0; i < 200'000; ++i) {
        store.begin(ShapeKind::Point);
        store.addPart(std::vector<MapPoint>{i == 0 ? MapPoint{9e5, 9e5} : MapPoint{near(random), near(random)}});
        store.end();
    }
    store.finish();
    const ShapeLevels levels = ShapeLevels::build(store);
    const SeenShapes coarse = levels.at(store, 8'000);
    CHECK(coarse.shapes->size() < 1'000);
    CHECK(coarse.shapes->extent().maxX == 9e5);
}

TEST_CASE("absurd coordinates stay numbers on the screen", "[gis][draw]") {
    MapView view;
    view.size = {200, 200};
    const ScreenMapper mapper(view);
    const std::vector<MapPoint> line{{0, 0}, {1e300, -1e300}, {-1.7e308, 1.7e308}, {10, 10}};
    for (const QPolygonF& piece : mapper.line(line))
        for (const QPointF& point : piece)
            CHECK((std::isfinite(point.x()) && std::isfinite(point.y()) && std::abs(point.x()) < 1000));
    for (const QPointF& point : mapper.ring(line))
        CHECK((std::isfinite(point.x()) && std::isfinite(point.y()) && std::abs(point.x()) < 1000));
}
