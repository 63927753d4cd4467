// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/disclosure/place_lattice.h"

#include <algorithm>
#include <catch2/catch.hpp>
#include <random>
#include <vector>

using namespace gridwarden::core;

TEST_CASE("a place becomes the middle of its square and no more can be told from it", "[core][disclosure]") {
    std::mt19937 random(3);
    std::uniform_real_distribution<double> east(73, 135), north(3, 54);
    for (const double metres : {50.0, 500.0, 10'000.0}) {
        const PlaceLattice lattice(metres);
        for (int round = 0; round < 3000; ++round) {
            const GeoPoint place{east(random), north(random)};
            const GeoPoint middle = lattice.centre(place);
            // Not further than a half diagonal, and itself in the square whose middle it is.
            CHECK(distanceMetres(place, middle) <= metres * 0.7072 * 1.01 + 0.2);
            CHECK(lattice.centre(middle) == middle);
            // All that lies a little beside the place, within the square, gives the same bits.
            const double toMiddle = 0.3;
            const GeoPoint nearer{place.longitude + toMiddle * (middle.longitude - place.longitude),
                                  place.latitude + toMiddle * (middle.latitude - place.latitude)};
            CHECK(lattice.centre(nearer) == middle);
        }
    }
}

TEST_CASE("few middles stand for many places", "[core][disclosure]") {
    const PlaceLattice lattice(500);
    std::vector<GeoPoint> middles;
    for (int i = 0; i < 100; ++i)
        for (int j = 0; j < 100; ++j) { // 10,000 places over some 500 m × 500 m
            const GeoPoint middle = lattice.centre({120.15 + 0.00005 * i, 30.25 + 0.000045 * j});
            if (std::find(middles.begin(), middles.end(), middle) == middles.end())
                middles.push_back(middle);
        }
    CHECK(middles.size() <= 6); // in two rows, whose squares need not stand one upon the other
}

TEST_CASE("the poles and the date line have middles", "[core][disclosure]") {
    const PlaceLattice lattice(1000);
    for (const GeoPoint place : {GeoPoint{0, 90}, GeoPoint{180, -90}, GeoPoint{-180, 0}, GeoPoint{179.9999, 89.9999}}) {
        const GeoPoint middle = lattice.centre(place);
        CHECK(std::abs(middle.latitude) <= 90.01);
        CHECK(middle.longitude == middle.longitude);
    }
}
