// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/crs/gcj02.h"
#include "gis/crs/transform.h"

#include <catch2/catch.hpp>

#include <limits>
#include <vector>

using namespace gridwarden;
using gis::Crs;
using gis::MapPoint;
using gis::Transform;

namespace {

Transform between(const char* from, const char* to) {
    return Transform::between(Crs::parse(from).value(), Crs::parse(to).value()).value();
}

Approx near(double value, double margin) {
    return Approx(value).epsilon(0).margin(margin);
}

} // namespace

TEST_CASE("CGCS2000 degrees become the plane of their zone with east first", "[gis][transform]") {
    const MapPoint p = between("cgcs2000", "EPSG:4549").forward(MapPoint{120.5, 31.0}).value();
    CHECK(p.x == near(547752.418, 0.001)); // metres
    CHECK(p.y == near(3431081.638, 0.001));
}

TEST_CASE("a zone number stands before the easting where the system has one", "[gis][transform]") {
    const MapPoint plain = between("cgcs2000", "EPSG:4549").forward(MapPoint{120.5, 31.0}).value();
    const MapPoint numbered = between("cgcs2000", "EPSG:4528").forward(MapPoint{120.5, 31.0}).value();
    CHECK(numbered.x == near(plain.x + 40000000, 0.001));
    CHECK(numbered.y == near(plain.y, 0.001));
}

TEST_CASE("coordinates come back from the plane", "[gis][transform]") {
    const char* const plane = GENERATE("EPSG:4549", "EPSG:32651", "EPSG:3857", "gcj02", "bd09");
    const Transform t = between("cgcs2000", plane);
    const MapPoint there = t.forward(MapPoint{120.7, 28.0}).value();
    CHECK_FALSE(there == MapPoint{120.7, 28.0});
    const MapPoint back = t.inverse(there).value();
    CHECK(back.x == near(120.7, 1e-8));
    CHECK(back.y == near(28.0, 1e-8));
}

TEST_CASE("WGS 84 and CGCS2000 count as equal", "[gis][transform]") {
    const Transform t = between("wgs84", "cgcs2000");
    CHECK(t.isIdentity());
    CHECK_FALSE(t.isBallpark());
    CHECK(t.forward(MapPoint{120.123456789, 30.987654321}).value() == MapPoint{120.123456789, 30.987654321});
    const Transform plane = between("wgs84", "EPSG:4549");
    CHECK_FALSE(plane.isBallpark());
    CHECK(plane.forward(MapPoint{120.5, 31.0})->x == near(547752.418, 0.001));
}

TEST_CASE("older Chinese datums without known parameters are reported", "[gis][transform]") {
    CHECK(between("EPSG:4610", "cgcs2000").isBallpark()); // Xian 1980
    CHECK(between("EPSG:2385", "cgcs2000").isBallpark()); // Xian 1980, 3° CM 120E
    CHECK_FALSE(between("EPSG:4549", "EPSG:4528").isBallpark());
    CHECK_FALSE(between("EPSG:2263", "cgcs2000").isBallpark()); // NAD83
}

TEST_CASE("a system bound by parameters of its own is used with them", "[gis][transform]") {
    const Transform t = between("+proj=longlat +ellps=krass +towgs84=15.8,-154.4,-82.3,0,0,0,0", "cgcs2000");
    CHECK_FALSE(t.isBallpark());
    const MapPoint moved = t.forward(MapPoint{120.0, 30.0}).value();
    CHECK(core::distanceMetres({120, 30}, gis::toGeoPoint(moved)) > 20);
}

TEST_CASE("GCJ-02 to a plane undoes the offset first", "[gis][transform]") {
    const core::GeoPoint place{120.7, 28.0};
    const MapPoint direct = between("cgcs2000", "EPSG:4549").forward(gis::toMapPoint(place)).value();
    const MapPoint shifted = between("gcj02", "EPSG:4549").forward(gis::toMapPoint(gis::toGcj02(place))).value();
    CHECK(shifted.x == near(direct.x, 0.001));
    CHECK(shifted.y == near(direct.y, 0.001));
    const MapPoint bd09 = between("gcj02", "bd09").forward(gis::toMapPoint(gis::toGcj02(place))).value();
    CHECK(bd09.x == near(120.710521646, 1e-8));
    CHECK(bd09.y == near(28.002965390, 1e-8));
}

TEST_CASE("New York feet become degrees", "[gis][transform]") {
    // Empire State Building: 40.748817 N 73.985428 W is 988,213 E 212,097 N within a few feet of published tables.
    const MapPoint p = between("EPSG:2263", "cgcs2000").forward(MapPoint{988213, 212097}).value();
    CHECK(p.x == near(-73.9857, 0.0005));
    CHECK(p.y == near(40.7488, 0.0005));
}

TEST_CASE("coordinates that are no place are refused", "[gis][transform]") {
    const double nan = std::numeric_limits<double>::quiet_NaN();
    const double infinity = std::numeric_limits<double>::infinity();
    const MapPoint bad =
        GENERATE_COPY(MapPoint{31.0, 120.5}, MapPoint{500000, 3400000}, MapPoint{nan, 30}, MapPoint{120, nan},
                      MapPoint{infinity, 30}, MapPoint{120, -90.1}, MapPoint{-181, 0}, MapPoint{1e300, 0});
    for (const char* to : {"EPSG:4549", "cgcs2000", "wgs84", "gcj02"}) {
        const auto moved = between("cgcs2000", to).forward(bad);
        REQUIRE_FALSE(moved);
        CHECK(moved.error().code == core::ErrorCode::BadInput);
        CHECK(moved.error().what.key == "coordinate-out-of-range");
    }
}

TEST_CASE("a plane coordinate far outside is refused", "[gis][transform]") {
    const auto moved = between("EPSG:4549", "cgcs2000").forward(MapPoint{1e9, 1e9});
    REQUIRE_FALSE(moved);
    CHECK(moved.error().what.key == "coordinate-out-of-range");
}

TEST_CASE("many points are changed as each alone", "[gis][transform]") {
    const Transform t = between("gcj02", "EPSG:4549");
    std::vector<MapPoint> points;
    for (int i = 0; i < 500; ++i)
        points.push_back({119.5 + i * 0.002, 30 + i * 0.001});
    std::vector<MapPoint> moved = points;
    REQUIRE(t.forward(std::span(moved)));
    for (std::size_t i = 0; i < points.size(); i += 37)
        CHECK(moved[i] == t.forward(points[i]).value());
    CHECK(t.forward(std::span<MapPoint>()));
}

TEST_CASE("a moved transform goes on working", "[gis][transform]") {
    Transform first = between("cgcs2000", "EPSG:4549");
    const Transform second = std::move(first);
    CHECK(second.forward(MapPoint{120.5, 31.0})->x == near(547752.418, 0.001));
}
