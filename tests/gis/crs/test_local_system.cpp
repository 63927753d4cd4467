// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/geometry.h"
#include "gis/crs/local_system.h"
#include "gis/crs/transform.h"

#include <catch2/catch.hpp>

#include <cmath>
#include <limits>
#include <numbers>
#include <random>

using namespace gridwarden;
using namespace gridwarden::gis;

namespace {

Approx within(double value, double margin) {
    return Approx(value).epsilon(0).margin(margin);
}

/// The formula of the textbook, with the rotation in seconds.
MapPoint byHand(MapPoint p, double shiftX, double shiftY, double seconds, double scale) {
    const double angle = seconds / 3600 * std::numbers::pi / 180;
    return {shiftX + scale * (p.x * std::cos(angle) - p.y * std::sin(angle)),
            shiftY + scale * (p.x * std::sin(angle) + p.y * std::cos(angle))};
}

LocalSystem fourParameters() {
    LocalSystem system;
    system.base = "EPSG:4549";
    system.similarity = Similarity::from(432'000, 3'020'000, 4321.5, 1.00012);
    return system;
}

} // namespace

TEST_CASE("four parameters move a plane as the textbook says, and back", "[gis][crs]") {
    const LocalSystem system = fourParameters();
    std::mt19937 random(7);
    std::uniform_real_distribution<double> coordinate(-80'000, 80'000);
    for (int i = 0; i < 1000; ++i) {
        const MapPoint p{coordinate(random), coordinate(random)};
        const MapPoint moved = system.similarity.forward(p);
        const MapPoint expected = byHand(p, 432'000, 3'020'000, 4321.5, 1.00012);
        CHECK(moved.x == within(expected.x, 1e-6));
        CHECK(moved.y == within(expected.y, 1e-6));
        const MapPoint back = system.similarity.inverse(moved);
        CHECK(back.x == within(p.x, 1e-6));
        CHECK(back.y == within(p.y, 1e-6));
    }
    CHECK(system.similarity.rotationSeconds() == within(4321.5, 1e-6));
    CHECK(system.similarity.scale() == within(1.00012, 1e-12));
}

TEST_CASE("a local plane is read, kept and used like any system", "[gis][crs]") {
    const auto crs = Crs::parse(textOf(fourParameters()));
    REQUIRE(crs);
    CHECK_FALSE(crs->isGeographic());
    CHECK(crs->description() == core::Message{"crs-local-plane", {"CGCS2000 / 3-degree Gauss-Kruger CM 120E"}});
    CHECK(Crs::parse(crs->text())->text() == crs->text());
    const MapPoint local{67'000, 55'000};
    const auto onPlane = Transform::between(*crs, Crs::parse("EPSG:4549").value());
    REQUIRE(onPlane);
    CHECK_FALSE(onPlane->isIdentity());
    const MapPoint expected = byHand(local, 432'000, 3'020'000, 4321.5, 1.00012);
    CHECK(onPlane->forward(local)->x == within(expected.x, 1e-6));
    CHECK(onPlane->forward(local)->y == within(expected.y, 1e-6));
    const auto toDegrees = Transform::between(*crs, Crs::cgcs2000());
    REQUIRE(toDegrees);
    const auto direct = Transform::between(Crs::parse("EPSG:4549").value(), Crs::cgcs2000())->forward(expected);
    const auto degrees = toDegrees->forward(local);
    REQUIRE(degrees);
    CHECK(degrees->x == within(direct->x, 1e-11));
    CHECK(degrees->y == within(direct->y, 1e-11));
    const auto back = toDegrees->inverse(*degrees);
    CHECK(back->x == within(local.x, 1e-5));
    CHECK(back->y == within(local.y, 1e-5));
    CHECK_FALSE(toDegrees->isBallpark());
}

TEST_CASE("seven parameters agree with the published example of the position vector method", "[gis][crs]") {
    // EPSG Guidance Note 7-2: WGS 72 55°00′00″ N 4°00′00″ E is WGS 84 55°00′00.090″ N 4°00′00.554″ E.
    LocalSystem system;
    system.kind = LocalSystemKind::SevenParameters;
    system.base = "EPSG:4322";
    system.seven = {{0, 0, 4.5}, {0, 0, 0.554}, 0.219};
    const auto crs = Crs::parse(textOf(system));
    REQUIRE(crs);
    CHECK(crs->description().key == "crs-local-datum");
    const auto transform = Transform::between(*crs, Crs::cgcs2000());
    REQUIRE(transform);
    CHECK_FALSE(transform->isBallpark());
    const auto moved = transform->forward(MapPoint{4, 55});
    REQUIRE(moved);
    CHECK(moved->x == within(4 + 0.554 / 3600, 0.0006 / 3600));
    CHECK(moved->y == within(55 + 0.090 / 3600, 0.0006 / 3600));
}

TEST_CASE("seven parameters agree with the geocentric formulas for an older Chinese datum", "[gis][crs]") {
    struct Geocentric {
        double x, y, z;
    };
    constexpr double Radian = std::numbers::pi / 180;
    const auto toGeocentric = [](double longitude, double latitude, double a, double f) {
        const double e2 = f * (2 - f);
        const double n = a / std::sqrt(1 - e2 * std::pow(std::sin(latitude * Radian), 2));
        return Geocentric{n * std::cos(latitude * Radian) * std::cos(longitude * Radian),
                          n * std::cos(latitude * Radian) * std::sin(longitude * Radian), n * (1 - e2) * std::sin(latitude * Radian)};
    };
    LocalSystem system;
    system.kind = LocalSystemKind::SevenParameters;
    system.base = "EPSG:4610"; // Xian 1980
    system.seven = {{-112.4, 41.7, 18.9}, {1.2, -0.8, 2.1}, -3.4};
    const auto transform = Transform::between(Crs::parse(textOf(system)).value(), Crs::cgcs2000());
    REQUIRE(transform);
    CHECK_FALSE(transform->isBallpark());
    const auto moved = transform->forward(MapPoint{120.65, 28.01});
    REQUIRE(moved);
    const Geocentric g = toGeocentric(120.65, 28.01, 6378140, 1 / 298.257);
    constexpr double Second = Radian / 3600;
    const double m = 1 - 3.4e-6;
    const Geocentric expected{-112.4 + m * (g.x - 2.1 * Second * g.y - 0.8 * Second * g.z),
                              41.7 + m * (2.1 * Second * g.x + g.y - 1.2 * Second * g.z),
                              18.9 + m * (0.8 * Second * g.x + 1.2 * Second * g.y + g.z)};
    // Latitude by iteration on the WGS 84 ellipsoid.
    constexpr double A = 6378137;
    constexpr double F = 1 / 298.257223563;
    const double p = std::hypot(expected.x, expected.y);
    double latitude = std::atan2(expected.z, p);
    for (int round = 0; round < 20; ++round) {
        const double n = A / std::sqrt(1 - F * (2 - F) * std::pow(std::sin(latitude), 2));
        latitude = std::atan2(expected.z + F * (2 - F) * n * std::sin(latitude), p);
    }
    CHECK(moved->x == within(std::atan2(expected.y, expected.x) / Radian, 1e-8));
    CHECK(moved->y == within(latitude / Radian, 1e-8));
    CHECK(Transform::between(Crs::parse("EPSG:4610").value(), Crs::cgcs2000())->isBallpark()); // without them
}

TEST_CASE("control points give back the parameters that made them, with residuals and RMS", "[gis][crs]") {
    const Similarity truth = Similarity::from(500'123.4, 3'211'000.5, -187'000, 0.99987);
    std::mt19937 random(3);
    std::uniform_real_distribution<double> coordinate(0, 20'000);
    std::vector<ControlPoint> points;
    for (int i = 0; i < 9; ++i) {
        const MapPoint source{coordinate(random), coordinate(random)};
        points.push_back({source, truth.forward(source), true});
    }
    const auto exact = fitControlPoints(points);
    REQUIRE(exact);
    CHECK(exact->similarity.scale() == within(truth.scale(), 1e-12));
    CHECK(exact->similarity.rotationSeconds() == within(truth.rotationSeconds(), 1e-5));
    CHECK(exact->rms < 1e-6);

    points[4].target.x += 3; // a mistyped coordinate
    const auto spoilt = fitControlPoints(points);
    REQUIRE(spoilt);
    double sum = 0;
    for (std::size_t i = 0; i < points.size(); ++i) {
        const MapPoint there = spoilt->similarity.forward(points[i].source);
        CHECK(spoilt->residuals[i].x == within(there.x - points[i].target.x, 1e-5));
        CHECK(spoilt->residuals[i].y == within(there.y - points[i].target.y, 1e-5));
        sum += std::pow(there.x - points[i].target.x, 2) + std::pow(there.y - points[i].target.y, 2);
    }
    CHECK(spoilt->rms == within(std::sqrt(sum / 9), 1e-5));
    const auto squares = [&](const Similarity& similarity) {
        double all = 0;
        for (const ControlPoint& point : points) {
            const MapPoint there = similarity.forward(point.source);
            all += std::pow(there.x - point.target.x, 2) + std::pow(there.y - point.target.y, 2);
        }
        return all;
    };
    const Similarity& best = spoilt->similarity; // no neighbour is better
    for (const Similarity& other :
         {Similarity{best.shiftX + 0.01, best.shiftY, best.a, best.b}, Similarity{best.shiftX, best.shiftY - 0.01, best.a, best.b},
          Similarity{best.shiftX, best.shiftY, best.a + 1e-7, best.b}, Similarity{best.shiftX, best.shiftY, best.a, best.b - 1e-7}})
        CHECK(squares(other) > squares(best));

    points[4].isUsed = false;
    const auto without = fitControlPoints(points);
    REQUIRE(without);
    CHECK(without->rms < 1e-6);
    CHECK(without->residuals[4].x == within(-3, 1e-6)); // still shown
}

TEST_CASE("a system by control points keeps its points", "[gis][crs]") {
    LocalSystem system;
    system.kind = LocalSystemKind::ControlPoints;
    system.base = "EPSG:4549";
    system.points = {{{0, 0}, {500'000, 3'400'000}, true}, {{100, 0}, {500'100, 3'400'000}, true}, {{7, 7}, {0, 0}, false}};
    const std::string text = textOf(system);
    CHECK(parseLocalSystem(text).value() == system);
    const auto transform = Transform::between(Crs::parse(text).value(), Crs::parse("EPSG:4549").value());
    CHECK(transform->forward(MapPoint{50, 10})->x == within(500'050, 1e-6));
    CHECK(transform->forward(MapPoint{50, 10})->y == within(3'400'010, 1e-6));
}

TEST_CASE("control points that tell nothing are refused", "[gis][crs]") {
    using Points = std::vector<ControlPoint>;
    const auto keyOf = [](const Points& points) { return fitControlPoints(points).error().what.key; };
    CHECK(keyOf({}) == "control-points-too-few");
    CHECK(keyOf({{{1, 1}, {2, 2}, true}, {{5, 5}, {9, 9}, false}}) == "control-points-too-few");
    CHECK(keyOf({{{1, 1}, {2, 2}, true}, {{1, 1}, {9, 9}, true}}) == "control-points-unusable");
    CHECK(keyOf({{{1, 1}, {2, 2}, true}, {{5, 5}, {2, 2}, true}}) == "control-points-unusable");
    const double nan = std::numeric_limits<double>::quiet_NaN();
    CHECK(keyOf({{{1, 1}, {2, 2}, true}, {{5, nan}, {9, 9}, true}}) == "control-points-unusable");
}

TEST_CASE("local systems that cannot be are refused", "[gis][crs]") {
    const std::string text = GENERATE(
        as<std::string>{}, "local:", "local:{", "local:[]", R"(local:{"plane":7,"shift":[0,0],"rotation":0,"scale":1})",
        R"(local:{"plane":"EPSG:4549","shift":[0],"rotation":0,"scale":1})", R"(local:{"plane":"EPSG:4549","shift":[0,0],"rotation":0,"scale":0})",
        R"(local:{"plane":"EPSG:4549","shift":[0,1e999],"rotation":0,"scale":1})", R"(local:{"datum":"EPSG:4610","shift":[0,0,0],"scale":0})",
        R"(local:{"plane":"EPSG:4549","points":[[1,2,3]]})");
    CHECK(Crs::parse(text).error().what.key == "local-system-unreadable");
}

TEST_CASE("a local system needs a plane or a system below it", "[gis][crs]") {
    CHECK(Crs::parse(R"(local:{"plane":"EPSG:4490","shift":[0,0],"rotation":0,"scale":1})").error().what.key == "local-system-needs-plane");
    CHECK(Crs::parse(R"(local:{"plane":"mars","shift":[0,0],"rotation":0,"scale":1})").error().what.key == "crs-unknown");
    CHECK(Crs::parse(R"(local:{"datum":"local:{}","shift":[0,0,0],"rotation":[0,0,0],"scale":0})").error().what.key == "crs-unknown");
}

TEST_CASE("a plane of a map service is undone on its degrees", "[gis][crs]") {
    const core::GeoPoint place{121.4737, 31.2304};
    const auto mercator = Crs::parse("gcj02:EPSG:3857");
    REQUIRE(mercator);
    CHECK(mercator->text() == "gcj02:EPSG:3857");
    CHECK(mercator->description().key == "crs-gcj02-plane");
    // Spherical Mercator of the GCJ-02 degrees, by its own formula.
    const auto shifted = Transform::between(Crs::cgcs2000(), Crs::parse("gcj02").value())->forward(toMapPoint(place)).value();
    constexpr double R = 6378137;
    const MapPoint tile{R * shifted.x * std::numbers::pi / 180, R * std::log(std::tan(std::numbers::pi / 4 + shifted.y * std::numbers::pi / 360))};
    const auto back = Transform::between(*mercator, Crs::cgcs2000())->forward(tile);
    REQUIRE(back);
    CHECK(back->x == within(place.longitude, 1e-8));
    CHECK(back->y == within(place.latitude, 1e-8));
    CHECK(Crs::parse("GCJ02:EPSG:4326")->text() == "gcj02");
    CHECK(Crs::parse("bd09:EPSG:4549")->datumShift() == DatumShift::Bd09);
    CHECK_FALSE(Crs::parse("gcj02:EPSG:2385")); // on another datum
    CHECK_FALSE(Crs::parse("gcj02:gcj02"));
}
