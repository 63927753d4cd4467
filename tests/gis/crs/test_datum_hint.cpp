// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/text.h"
#include "gis/crs/datum_hint.h"
#include "gis/crs/gcj02.h"

#include <catch2/catch.hpp>

#include <cmath>
#include <cstdlib>
#include <fstream>
#include <random>

using namespace gridwarden;
using namespace gridwarden::gis;
using core::GeoPoint;

namespace {

/// Points of interest of Shanghai with the same place in three datums.
struct Places {
    std::vector<GeoPoint> truth, gcj02, bd09;
    std::vector<core::Line> reference;
};

Places shanghai() {
    Places places;
    std::ifstream file(GRIDWARDEN_TEST_DATA "/areas/shanghai_poi_three_datums.csv");
    std::string line;
    REQUIRE(std::getline(file, line));
    while (std::getline(file, line)) {
        const auto cells = core::split(line, ',');
        REQUIRE(cells.size() == 10);
        const auto at = [&cells](std::size_t column) {
            return GeoPoint{std::atof(cells[column].c_str()), std::atof(cells[column + 1].c_str())};
        };
        places.truth.push_back(at(4));
        places.gcj02.push_back(at(6));
        places.bd09.push_back(at(8));
        places.reference.push_back({at(4)});
    }
    return places;
}

std::vector<GeoPoint> scattered(std::vector<GeoPoint> points, double metres) {
    std::mt19937 random(11);
    std::normal_distribution<double> error(0, metres / 111'320);
    for (GeoPoint& point : points)
        point = {point.longitude + error(random), point.latitude + error(random)};
    return points;
}

/// A net of streets every 150 m, a vertex every 30 m.
std::vector<core::Line> streets() {
    std::vector<core::Line> lines;
    std::mt19937 random(5);
    std::uniform_real_distribution<double> bend(-0.0002, 0.0002);
    for (int i = 0; i < 14; ++i) {
        core::Line east, north;
        for (int k = 0; k < 60; ++k) {
            east.push_back({120.60 + k * 0.0003, 28.00 + i * 0.0014 + bend(random) / 4});
            north.push_back({120.60 + i * 0.0016 + bend(random) / 4, 28.00 + k * 0.0003});
        }
        lines.push_back(east);
        lines.push_back(north);
    }
    return lines;
}

} // namespace

TEST_CASE("a layer in GCJ-02 or BD-09 is recognised beside the true places", "[gis][crs]") {
    const Places places = shanghai();
    const auto verdict = [&](const std::vector<GeoPoint>& layer) {
        const auto hint = hintAtDatum(layer, places.reference);
        REQUIRE(hint);
        CHECK(hint->points == places.truth.size());
        return hint->verdict;
    };
    CHECK(verdict(places.gcj02) == DatumShift::Gcj02);
    CHECK(verdict(places.bd09) == DatumShift::Bd09);
    CHECK(verdict(places.truth) == DatumShift::None);
    CHECK(verdict(scattered(places.gcj02, 3)) == DatumShift::Gcj02);
    CHECK(verdict(scattered(places.bd09, 3)) == DatumShift::Bd09);
}

TEST_CASE("the evidence is what was measured", "[gis][crs]") {
    const Places places = shanghai();
    const auto hint = hintAtDatum(places.gcj02, places.reference);
    REQUIRE(hint);
    const DatumEvidence& gcj02 = hint->evidence[1];
    CHECK(gcj02.matched == places.truth.size());
    CHECK(gcj02.medianMetres < 0.01);
    CHECK(std::hypot(gcj02.after.east, gcj02.after.north) < 0.01);
    // GCJ-02 in Shanghai lies 4.4 milliseconds of a degree east and 2 south of the truth, as the table itself says.
    CHECK(gcj02.before.east == Approx((places.truth[0].longitude - places.gcj02[0].longitude) * 111'320 * std::cos(31.24 * 3.14159 / 180)).epsilon(0.03));
    CHECK(gcj02.before.north == Approx((places.truth[0].latitude - places.gcj02[0].latitude) * 111'320).epsilon(0.03));
    CHECK(hint->evidence[0].matched < places.truth.size() / 4);
}

TEST_CASE("the verdict does not need the same points: vertices of one survey lie on the lines of another", "[gis][crs]") {
    const std::vector<core::Line> reference = streets();
    std::vector<GeoPoint> surveyed;
    for (const core::Line& line : reference)
        for (std::size_t i = 0; i + 1 < line.size(); i += 3) // between the vertices
            surveyed.push_back({(line[i].longitude + line[i + 1].longitude) / 2, (line[i].latitude + line[i + 1].latitude) / 2});
    surveyed = scattered(surveyed, 2);
    CHECK(hintAtDatum(surveyed, reference)->verdict == DatumShift::None);
    std::vector<GeoPoint> shifted;
    for (const GeoPoint& point : surveyed)
        shifted.push_back(toGcj02(point));
    const auto hint = hintAtDatum(shifted, reference);
    CHECK(hint->verdict == DatumShift::Gcj02);
    CHECK(hint->chanceMatched > 0); // streets are hit by chance as well
}

TEST_CASE("layers that have nothing to do with each other give no verdict", "[gis][crs]") {
    const std::vector<core::Line> reference = streets();
    std::mt19937 random(9);
    std::uniform_real_distribution<double> longitude(120.60, 120.618);
    std::uniform_real_distribution<double> latitude(28.00, 28.018);
    std::vector<GeoPoint> anywhere;
    for (int i = 0; i < 500; ++i)
        anywhere.push_back({longitude(random), latitude(random)});
    CHECK_FALSE(hintAtDatum(anywhere, reference)->verdict);
    CHECK_FALSE(hintAtDatum({}, reference)->verdict);
    CHECK_FALSE(hintAtDatum(anywhere, {})->verdict);
    const std::vector<GeoPoint> few(anywhere.begin(), anywhere.begin() + 3);
    CHECK_FALSE(hintAtDatum(few, std::vector<core::Line>{{few[0]}, {few[1]}, {few[2]}})->verdict);
    CHECK_FALSE(hintAtDatum(anywhere, reference, [] { return false; }));
}
