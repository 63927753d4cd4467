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
