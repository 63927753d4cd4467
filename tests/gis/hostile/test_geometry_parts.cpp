// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/reader/geometry_parts.h"

#include <catch2/catch.hpp>
#include <cmath>
#include <numbers>
#include <ogr_geometry.h>

using namespace gridwarden::gis;

TEST_CASE("a shape with too many vertices is thinned and keeps its form", "[gis][reader]") {
    constexpr int Count = 200'000;
    constexpr double Radius = 1'000;
    OGRLinearRing ring;
    for (int i = 0; i <= Count; ++i) {
        const double angle = 2 * std::numbers::pi * i / Count;
        ring.addPoint(Radius * std::cos(angle), Radius * std::sin(angle));
    }
    OGRPolygon polygon;
    polygon.addRing(&ring);
    GeometryParts parts(false);
    parts.take(polygon, Count + 1);
    CHECK(!parts.isThinned());
    REQUIRE(parts.of(ShapeKind::Polygon)[0][0].size() == Count + 1);
    const MapPoint first = parts.of(ShapeKind::Polygon)[0][0].front();
    parts.take(polygon, 5'000);
    CHECK(parts.isThinned());
    REQUIRE(parts.of(ShapeKind::Polygon).size() == 1);
    const std::vector<MapPoint>& kept = parts.of(ShapeKind::Polygon)[0][0];
    CHECK(kept.size() <= 5'000);
    CHECK(kept.size() > 3'000);
    CHECK(kept.front() == first);
    double area = 0;
    for (std::size_t i = 1; i < kept.size(); ++i) {
        area += (kept[i - 1].x * kept[i].y - kept[i].x * kept[i - 1].y) / 2;
        CHECK(std::hypot(kept[i].x, kept[i].y) == Approx(Radius));
    }
    CHECK(area == Approx(std::numbers::pi * Radius * Radius).epsilon(1e-5));
}
