// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/source/border_snapper.h"

#include <catch2/catch.hpp>

#include <set>

using namespace gridwarden;
using gis::MapPoint;
using gis::PlanarLine;
using gis::PlanarShape;

namespace {

PlanarShape polygon(PlanarLine ring) {
    ring.push_back(ring.front());
    PlanarShape shape;
    shape.polygons.push_back({std::move(ring)});
    return shape;
}

const PlanarLine& ringOf(const PlanarShape& shape) {
    return shape.polygons.at(0).at(0);
}

} // namespace

TEST_CASE("vertices that almost meet become one", "[gis][snap]") {
    std::vector<PlanarShape> shapes = {polygon({{0, 0}, {10, 0}, {10, 10}, {0, 10}}),
                                       polygon({{10.3, 0.1}, {20, 0}, {20, 10}, {9.8, 10.2}})};
    const auto count = gis::snapBorders(shapes, 0.5, {1, 1});
    CHECK(count.moved == 2);
    CHECK(ringOf(shapes[0]) == PlanarLine{{0, 0}, {10, 0}, {10, 10}, {0, 10}, {0, 0}});
    CHECK(ringOf(shapes[1]) == PlanarLine{{10, 0}, {20, 0}, {20, 10}, {10, 10}, {10, 0}});
}

TEST_CASE("a border gets the vertices of its neighbour", "[gis][snap]") {
    // The right neighbours of the first square are two halves, whose common corner lies 0.2 off its border.
    std::vector<PlanarShape> shapes = {polygon({{0, 0}, {10, 0}, {10, 10}, {0, 10}}),
                                       polygon({{10, 0}, {20, 0}, {20, 5}, {10.2, 5}}),
                                       polygon({{10.2, 5}, {20, 5}, {20, 10}, {10, 10}})};
    const auto count = gis::snapBorders(shapes, 0.5, {1, 1});
    CHECK(count.moved == 0);
    CHECK(count.added == 1);
    CHECK(ringOf(shapes[0]) == PlanarLine{{0, 0}, {10, 0}, {10.2, 5}, {10, 10}, {0, 10}, {0, 0}});
    CHECK(ringOf(shapes[1]).size() == 5);
}

TEST_CASE("what is farther than the tolerance stays", "[gis][snap]") {
    const std::vector<PlanarShape> before = {polygon({{0, 0}, {10, 0}, {10, 10}, {0, 10}}),
                                             polygon({{11, 0}, {20, 0}, {20, 10}, {11, 10}})};
    std::vector<PlanarShape> shapes = before;
    const auto count = gis::snapBorders(shapes, 0.5, {1, 1});
    CHECK(count.moved == 0);
    CHECK(count.added == 0);
    CHECK(ringOf(shapes[0]) == ringOf(before[0]));
    CHECK(ringOf(shapes[1]) == ringOf(before[1]));
}

TEST_CASE("the tolerance is in metres whatever the unit", "[gis][snap]") {
    std::vector<PlanarShape> feet = {polygon({{0, 0}, {100, 0}, {100, 100}}),
                                     polygon({{101, 0}, {200, 0}, {100, 100}})};
    CHECK(gis::snapBorders(feet, 0.25, {0.3048, 0.3048}).moved == 0); // one foot is 0.3 m
    CHECK(gis::snapBorders(feet, 0.35, {0.3048, 0.3048}).moved == 1);
}

TEST_CASE("a narrow passage of one ring stays open", "[gis][snap]") {
    const PlanarLine ring = {{0, 0}, {10, 0}, {10, 10}, {5.2, 10}, {5.2, 5}, {4.8, 5}, {4.8, 10}, {0, 10}};
    std::vector<PlanarShape> shapes = {polygon(ring)};
    gis::snapBorders(shapes, 0.5, {1, 1});
    const std::set<double> eastings = [&] {
        std::set<double> all;
        for (const MapPoint p : ringOf(shapes[0]))
            all.insert(p.x);
        return all;
    }();
    CHECK(eastings == std::set<double>{0, 4.8, 5.2, 10});
    CHECK(ringOf(shapes[0]).size() == ring.size() + 1);
}

TEST_CASE("a ring without ground is dropped", "[gis][snap]") {
    std::vector<PlanarShape> shapes = {polygon({{0, 0}, {10, 0}, {10, 10}, {0, 10}}),
                                       polygon({{20, 0}, {30, 0}, {20, 0}})};
    shapes[0].polygons[0].push_back({{5, 5}, {6, 6}, {5, 5}});
    gis::snapBorders(shapes, 0.5, {1, 1});
    CHECK(shapes[0].polygons.at(0).size() == 1);
    CHECK(shapes[1].isEmpty());
}

TEST_CASE("without a tolerance nothing happens", "[gis][snap]") {
    std::vector<PlanarShape> shapes = {polygon({{0, 0}, {1e-9, 0}, {1, 1}})};
    const auto count = gis::snapBorders(shapes, 0, {1, 1});
    CHECK(count.moved + count.added == 0);
    CHECK(ringOf(shapes[0]).size() == 4);
}
