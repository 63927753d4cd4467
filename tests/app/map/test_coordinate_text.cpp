// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/map/coordinate_text.h"

#include <catch2/catch.hpp>

using namespace gridwarden;

namespace {

const gis::Crs& plane() {
    static const gis::Crs crs = gis::Crs::parse("EPSG:4549").value();
    return crs;
}

} // namespace

TEST_CASE("coordinates are written east first in degrees and in metres", "[app][map]") {
    CHECK(app::coordinateText({120.5, 31.0}, gis::Crs::cgcs2000()).toStdString() == "120.500000, 31.000000");
    CHECK(app::coordinateText({120.5, 31.0}, plane()).toStdString() == "547752.42, 3431081.64");
}

TEST_CASE("typed coordinates are understood in degrees and in the plane of the map", "[app][map]") {
    CHECK(app::parseCoordinate(QStringLiteral("120.5, 31.0"), plane()) == core::GeoPoint{120.5, 31.0});
    CHECK(app::parseCoordinate(QStringLiteral("31.0 120.5"), plane()) == core::GeoPoint{120.5, 31.0}); // unmistakable
    const auto fromPlane = app::parseCoordinate(QStringLiteral("547752.418，3431081.638"), plane());
    REQUIRE(fromPlane);
    CHECK(fromPlane->longitude == Approx(120.5).epsilon(0).margin(1e-7));
    CHECK(fromPlane->latitude == Approx(31.0).epsilon(0).margin(1e-7));
    CHECK_FALSE(app::parseCoordinate(QStringLiteral("2026-00012"), plane()));
    CHECK_FALSE(app::parseCoordinate(QStringLiteral("one, two"), plane()));
}
