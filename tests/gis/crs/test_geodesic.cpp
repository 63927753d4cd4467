// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/crs/geodesic.h"

#include <catch2/catch.hpp>

#include <vector>

using namespace gridwarden;
using core::GeoPoint;

TEST_CASE("a degree along the equator and along a meridian have the lengths of the ellipsoid", "[gis][geodesic]") {
    const std::vector<GeoPoint> equator = {{120, 0}, {121, 0}};
    CHECK(gis::lengthMetres(equator) == Approx(111319.491).epsilon(0).margin(0.001)); // a·π/180
    const std::vector<GeoPoint> quadrant = {{120, 0}, {120, 45}, {120, 90}};
    CHECK(gis::lengthMetres(quadrant) == Approx(10001965.729).epsilon(0).margin(0.01)); // the meridian quadrant
}

TEST_CASE("the area of a ring does not depend on its direction or its closing point", "[gis][geodesic]") {
    const std::vector<GeoPoint> open = {{120, 30}, {120.01, 30}, {120.01, 30.01}, {120, 30.01}};
    std::vector<GeoPoint> closed = open;
    closed.push_back(open.front());
    const std::vector<GeoPoint> backwards(closed.rbegin(), closed.rend());
    const double area = gis::areaSquareMetres(std::span(open));
    // 964.5 m of parallel by 1108.6 m of meridian at 30.005° N
    CHECK(area == Approx(1069200).epsilon(0.001));
    CHECK(gis::areaSquareMetres(std::span(closed)) == Approx(area).epsilon(1e-12));
    CHECK(gis::areaSquareMetres(std::span(backwards)) == Approx(area).epsilon(1e-12));
}

TEST_CASE("holes are taken off the area of a shape", "[gis][geodesic]") {
    const auto square = [](double x, double y, double size) {
        return core::Line{{x, y}, {x + size, y}, {x + size, y + size}, {x, y + size}, {x, y}};
    };
    core::Shape shape;
    shape.polygons.push_back({square(120, 30, 0.02), square(120.005, 30.005, 0.01)});
    const double whole = gis::areaSquareMetres(std::span(shape.polygons[0][0]));
    const double hole = gis::areaSquareMetres(std::span(shape.polygons[0][1]));
    CHECK(gis::ellipsoidAreaSquareMetres(shape) == Approx(whole - hole).epsilon(1e-12));
}

TEST_CASE("nothing has no length and no area", "[gis][geodesic]") {
    const std::vector<GeoPoint> none;
    const std::vector<GeoPoint> two = {{120, 30}, {121, 30}};
    CHECK(gis::lengthMetres(none) == 0);
    CHECK(gis::areaSquareMetres(std::span(none)) == 0);
    CHECK(gis::areaSquareMetres(std::span(two)) == 0);
    CHECK(gis::ellipsoidAreaSquareMetres({}) == 0);
}
