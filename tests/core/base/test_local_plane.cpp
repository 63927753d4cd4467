// SPDX-License-Identifier: GPL-3.0-or-later
// Expectations: distances on the ellipsoid of CGCS2000 by PROJ's geodesic routines (geod_inverse, 9.1).
#include "core/base/local_plane.h"

#include <catch2/catch.hpp>

using namespace gridwarden::core;

TEST_CASE("metres of a local plane are those on the ellipsoid", "[core][base]") {
    struct Sample {
        GeoPoint middle;
        double east, north; ///< metres to 0.01° east and north of the middle
        double farNorth;    ///< to 0.27° north
        double rim;         ///< from there to 0.01° east of there
    };
    for (const Sample& sample : {Sample{{120.65, 28.0}, 983.6187, 1108.1953, 29921.8407, 981.1561},
                                 Sample{{116.4, 39.9}, 855.1829, 1110.3281, 29979.5325, 851.8172},
                                 Sample{{-73.98, 40.7}, 845.1551, 1110.4821, 29983.6945, 841.7332}}) {
        const LocalPlane plane(sample.middle);
        const auto at = [&](double east, double north) {
            return plane.toPlane({sample.middle.longitude + east, sample.middle.latitude + north});
        };
        CHECK(at(0, 0).x == Approx(0).margin(1e-9));
        CHECK(at(0.01, 0).x == Approx(sample.east).epsilon(0).margin(0.001)); // metres
        CHECK(at(0.01, 0).y == Approx(0).margin(1e-9));
        CHECK(at(0, 0.01).y == Approx(sample.north).epsilon(0).margin(0.02));
        CHECK(at(0, 0.27).y == Approx(sample.farNorth).epsilon(0.0001));
        // As wrong as the header says, and no more.
        CHECK(at(0.01, 0.27).x == Approx(sample.rim).epsilon(0.0047));
        CHECK(at(0.01, 0.27).x > sample.rim * 1.002);
    }
}

TEST_CASE("a local plane leads back to degrees", "[core][base]") {
    const LocalPlane plane({121.5, 31.2});
    const GeoPoint place{121.7345678, 31.0123456};
    const GeoPoint back = plane.toGeo(plane.toPlane(place));
    CHECK(back.longitude == Approx(place.longitude).epsilon(0).margin(1e-12));
    CHECK(back.latitude == Approx(place.latitude).epsilon(0).margin(1e-12));
    CHECK(plane.middle() == GeoPoint{121.5, 31.2});
}

// Expectations: `echo "28 120.65 28.001 120.651" | geod +ellps=GRS80 -I -F %.6f` and so on, PROJ 9.1.
TEST_CASE("the length between two places is that on the ellipsoid", "[core][base]") {
    struct Sample {
        GeoPoint a, b;
        double metres, share;
    };
    for (const Sample& sample :
         {Sample{{121.4737, 31.2304}, {121.4736, 31.2305}, 14.618488, 1e-7},
          Sample{{120.65, 28.0}, {120.651, 28.001}, 148.175302, 1e-8},
          Sample{{179.99, 0}, {-179.98, 0.02}, 4005.433044, 1e-7}, Sample{{25, 60}, {25.04, 60.04}, 4983.597801, 1e-7},
          Sample{{25, 60}, {25.4, 60.1}, 24915.974706, 3e-6}, Sample{{-70, -59.8}, {-70.3, -60.0}, 27900.002177, 3e-6},
          Sample{{120.65, 28.0}, {120.9549, 28.0}, 29990.525746, 3e-6},
          Sample{{121.47, 31.2}, {121.69, 31.39}, 29707.176174, 3e-6},
          Sample{{10, 45}, {10.25, 45.2}, 29685.452077, 3e-6}}) {
        CAPTURE(sample.metres);
        CHECK(groundMetres(sample.a, sample.b) == Approx(sample.metres).epsilon(sample.share));
        CHECK(groundMetres(sample.b, sample.a) == Approx(sample.metres).epsilon(sample.share));
    }
    CHECK(groundMetres({121.5, 31.2}, {121.5, 31.2}) == 0);
}
