// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/text.h"
#include "gis/crs/gcj02.h"

#include <catch2/catch.hpp>

#include <cstdlib>
#include <fstream>
#include <random>

using namespace gridwarden;
using core::GeoPoint;

namespace {

Approx degrees(double value, double margin) {
    return Approx(value).epsilon(0).margin(margin);
}

} // namespace

TEST_CASE("GCJ-02 and BD-09 agree with the published vectors", "[gis][gcj02]") {
    struct Vector {
        GeoPoint cgcs2000, gcj02, bd09;
    };
    const Vector v = GENERATE(
        values<Vector>({{{121.5272106, 31.1774276}, {121.531541859, 31.175303984}, {121.538015686, 31.181328607}},
                        {{116.42079, 39.90105}, {116.427022076, 39.902446308}, {116.433501070, 39.908499720}},
                        {{113.912316, 22.543847}, {113.917176481, 22.540796132}, {113.923684729, 22.546667438}},
                        {{120.7, 28.0}, {120.704059752, 27.996718006}, {120.710521646, 28.002965390}}}));
    const GeoPoint gcj02 = gis::toGcj02(v.cgcs2000);
    CHECK(gcj02.longitude == degrees(v.gcj02.longitude, 1e-9));
    CHECK(gcj02.latitude == degrees(v.gcj02.latitude, 1e-9));
    const GeoPoint bd09 = gis::toBd09(v.cgcs2000);
    CHECK(bd09.longitude == degrees(v.bd09.longitude, 1e-9));
    CHECK(bd09.latitude == degrees(v.bd09.latitude, 1e-9));
}

TEST_CASE("points of interest come back from GCJ-02 and BD-09 to where they are", "[gis][gcj02]") {
    std::ifstream file(GRIDWARDEN_TEST_DATA "/areas/shanghai_poi_three_datums.csv");
    std::string line;
    REQUIRE(std::getline(file, line));
    int rows = 0;
    while (std::getline(file, line)) {
        const auto cells = core::split(line, ',');
        REQUIRE(cells.size() == 10);
        const auto at = [&cells](std::size_t column) {
            return GeoPoint{std::atof(cells[column].c_str()), std::atof(cells[column + 1].c_str())};
        };
        const GeoPoint truth = at(4);
        const GeoPoint fromGcj02 = gis::fromGcj02(at(6));
        const GeoPoint fromBd09 = gis::fromBd09(at(8));
        CHECK(core::distanceMetres(truth, fromGcj02) < 0.003); // the table has 8 decimals
        CHECK(core::distanceMetres(truth, fromBd09) < 0.003);
        ++rows;
    }
    CHECK(rows == 40);
}

TEST_CASE("converting there and back stays within a millimetre all over China", "[gis][gcj02]") {
    std::mt19937 random(20260101);
    std::uniform_real_distribution<double> longitude(74, 134);
    std::uniform_real_distribution<double> latitude(18, 53);
    double worstGcj02 = 0;
    double worstBd09 = 0;
    for (int i = 0; i < 20000; ++i) {
        const GeoPoint p{longitude(random), latitude(random)};
        worstGcj02 = std::max(worstGcj02, core::distanceMetres(p, gis::fromGcj02(gis::toGcj02(p))));
        worstBd09 = std::max(worstBd09, core::distanceMetres(p, gis::fromBd09(gis::toBd09(p))));
    }
    CHECK(worstGcj02 < 0.001);
    CHECK(worstBd09 < 0.001);
}

TEST_CASE("places far from China are not shifted", "[gis][gcj02]") {
    const GeoPoint p =
        GENERATE(GeoPoint{-73.98, 40.75}, GeoPoint{151.2, -33.9}, GeoPoint{72.0, 30.0}, GeoPoint{105, 56});
    CHECK(gis::toGcj02(p) == p);
    CHECK(gis::fromGcj02(p) == p);
    CHECK(gis::toBd09(p) == p);
    CHECK(gis::fromBd09(p) == p);
}
