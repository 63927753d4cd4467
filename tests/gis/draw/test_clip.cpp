// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/draw/clip.h"

#include <catch2/catch.hpp>
#include <numbers>
#include <random>

using namespace gridwarden::gis;

namespace {

MapView view() {
    MapView value;
    value.size = {100, 80};
    return value;
}

std::vector<MapPoint> star(std::mt19937& random) {
    std::uniform_real_distribution<double> centre(-80, 80);
    std::uniform_real_distribution<double> radius(5, 250);
    const MapPoint middle{centre(random), centre(random)};
    std::vector<MapPoint> ring;
    for (int i = 0; i < 24; ++i) {
        const double angle = i * std::numbers::pi / 12;
        const double r = radius(random);
        ring.push_back({middle.x + r * std::cos(angle), middle.y + r * std::sin(angle)});
    }
    ring.push_back(ring.front());
    return ring;
}

} // namespace

TEST_CASE("a clipped ring covers the same pixels of the window", "[gis][draw]") {
    std::mt19937 random(11);
    const ScreenMapper mapper(view(), 10);
    std::uniform_real_distribution<double> x(-8, 108);
    std::uniform_real_distribution<double> y(-8, 88);
    for (int i = 0; i < 60; ++i) {
        const auto ring = star(random);
        QPolygonF whole;
        for (const MapPoint point : ring)
            whole.push_back(mapper.map(point));
        const QPolygonF clipped = mapper.ring(ring);
        for (const QPointF& point : clipped)
            REQUIRE(mapper.window().adjusted(-1e-6, -1e-6, 1e-6, 1e-6).contains(point));
        int differing = 0;
        for (int probe = 0; probe < 200; ++probe) {
            const QPointF point(x(random), y(random));
            if (whole.containsPoint(point, Qt::OddEvenFill) != clipped.containsPoint(point, Qt::OddEvenFill))
                ++differing;
        }
        REQUIRE(differing <= 3); // vertices nearer than a pixel are left out
    }
}

TEST_CASE("a line is cut into the pieces that are seen", "[gis][draw]") {
    const ScreenMapper mapper(view(), 0);
    // In and out through the right side, twice.
    const std::vector<MapPoint> line{{0, 30}, {300, 30}, {300, -30}, {0, -30}};
    const auto pieces = mapper.line(line);
    REQUIRE(pieces.size() == 2);
    CHECK(pieces[0].front() == QPointF(50, 10));
    CHECK(pieces[0].back() == QPointF(100, 10));
    CHECK(pieces[1].front() == QPointF(100, 70));
    CHECK(mapper.line(std::vector<MapPoint>{{500, 500}, {600, 500}}).empty());
}

TEST_CASE("vertices that a pixel cannot tell apart are left out", "[gis][draw]") {
    std::vector<MapPoint> line;
    for (int i = 0; i <= 1000; ++i)
        line.push_back({i * 0.04 - 20, 0});
    const auto pieces = ScreenMapper(view()).line(line);
    REQUIRE(pieces.size() == 1);
    CHECK(pieces[0].size() < 70);
    CHECK(pieces[0].front() == QPointF(30, 40));
    CHECK(pieces[0].back() == QPointF(70, 40));
}

TEST_CASE("a ring around the window fills it", "[gis][draw]") {
    const ScreenMapper mapper(view(), 10);
    const QPolygonF ring =
        mapper.ring(std::vector<MapPoint>{{-1e7, -1e7}, {1e7, -1e7}, {1e7, 1e7}, {-1e7, 1e7}, {-1e7, -1e7}});
    CHECK(ring.boundingRect() == mapper.window());
    CHECK(mapper.ring(std::vector<MapPoint>{{1e6, 1e6}, {2e6, 1e6}, {2e6, 2e6}, {1e6, 1e6}}).isEmpty());
}
