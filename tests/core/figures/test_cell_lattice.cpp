// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/figures/cell_lattice.h"
#include "tests/core/figures/figures_sample.h"

#include <random>

using namespace gridwarden::core;
using namespace gridwarden::test;

TEST_CASE("a place is in the square whose box holds it", "[core][figures]") {
    const CellLattice lattice(LocalPlane({120.65, 28.0}), 120);
    std::mt19937 random(4);
    std::uniform_real_distribution<double> within(-0.3, 0.3);
    for (int i = 0; i < 2000; ++i) {
        const GeoPoint place{120.65 + within(random), 28.0 + within(random)};
        const std::uint32_t cell = lattice.at(place);
        REQUIRE(cell != NoPlace);
        REQUIRE(lattice.box(cell).contains(place));
        REQUIRE(lattice.at(lattice.plane().toGeo(lattice.centre(cell))) == cell);
        const GeoBox box = lattice.box(cell);
        REQUIRE(distanceMetres({box.minLongitude, box.minLatitude}, {box.minLongitude, box.maxLatitude}) ==
                Approx(120).epsilon(0.006)); // on a sphere
        REQUIRE(distanceMetres({box.minLongitude, box.minLatitude}, {box.maxLongitude, box.minLatitude}) ==
                Approx(120).epsilon(0.006));
    }
}

TEST_CASE("squares meet without gap or overlap and number on from west to east", "[core][figures]") {
    const CellLattice lattice(LocalPlane({0, 0}), 1000);
    const std::uint32_t middle = lattice.at({0, 0}); // a corner belongs to the square in the north-east
    CHECK(lattice.centre(middle) == PlanePoint{500, 500});
    CHECK(lattice.at({-1e-12, 0}) == middle - 1);
    CHECK(lattice.box(middle).minLongitude == Approx(lattice.box(middle - 1).maxLongitude).margin(1e-12));
    CHECK(lattice.centre(lattice.at({0, -1e-12})) == PlanePoint{500, -500});
}

TEST_CASE("what is no place on the lattice has no square", "[core][figures]") {
    const CellLattice lattice(LocalPlane({120, 30}), 1);
    const double nan = std::numeric_limits<double>::quiet_NaN(), infinite = std::numeric_limits<double>::infinity();
    for (const GeoPoint place : {GeoPoint{nan, nan},
                                 {nan, 30},
                                 {infinite, 30},
                                 {120, -infinite},
                                 {0, 0},
                                 {120.4, 30},
                                 {119.6, 30},
                                 {120, 30.4}})
        CHECK(lattice.at(place) == NoPlace);
    CHECK(lattice.at({120.3, 30}) != NoPlace);
}

TEST_CASE("the squares of cases are about the middle of the areas or else of the cases", "[core][figures]") {
    CaseFact first = reportedCase(1), second = reportedCase(2), nowhere = reportedCase(3);
    first.longitude = 120.6;
    first.latitude = 28.0;
    second.longitude = 120.8;
    second.latitude = 28.1;
    FiguresSample sample({first, second, nowhere});
    CHECK(districtPlane(sample.context()).middle().longitude == Approx(120.7));
    CHECK(districtPlane(sample.context()).middle().latitude == Approx(28.05));
    Area area;
    area.id = AreaId(1);
    area.shape.polygons = {{{{120, 28}, {121, 28}, {121, 29}, {120, 29}, {120, 28}}}};
    sample.areas = AreaRegister({area}, {});
    CHECK(districtPlane(sample.context()).middle() == GeoPoint{120.5, 28.5});
    const CellLattice lattice(districtPlane(sample.context()), 200);
    const std::vector<std::uint32_t> cells = cellsOf(*sample.facts, sample.all(), lattice);
    CHECK(cells == std::vector<std::uint32_t>{lattice.at({120.6, 28.0}), lattice.at({120.8, 28.1}), NoPlace});
}
