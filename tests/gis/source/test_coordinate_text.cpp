// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/source/coordinate_text.h"

#include <catch2/catch.hpp>

#include <cmath>
#include <string>

using namespace gridwarden;
using gis::Axis;
using gis::parseCoordinate;
using gis::parseWktPoint;

namespace {

constexpr double Tolerance = 1e-12; // degrees

std::string reasonFor(std::string_view text, Axis axis, bool isGeographic = true) {
    const auto value = parseCoordinate(text, axis, isGeographic);
    REQUIRE_FALSE(value);
    CHECK(value.error().what.arguments == std::vector<std::string>{std::string(text)});
    return value.error().what.key;
}

} // namespace

TEST_CASE("degrees are read from numbers and from degrees with minutes and seconds", "[gis][coordinates]") {
    const double seconds = 120 + 39 / 60.0 + 12.5 / 3600;
    struct Sample {
        const char* text;
        Axis axis;
        double expected;
    };
    const auto sample = GENERATE_COPY(values<Sample>({
        {"120.6543", Axis::X, 120.6543},
        {" 40.7746340834586100 ", Axis::Y, 40.77463408345861},
        {"-73.96336792724692", Axis::X, -73.96336792724692},
        {"+28", Axis::Y, 28},
        {"120°39'12.5\"E", Axis::X, seconds},
        {"120°39′12.5″E", Axis::X, seconds},
        {"120° 39' 12.5\" E", Axis::X, seconds},
        {"E120°39'12.5\"", Axis::X, seconds},
        {"东经120度39分12.5秒", Axis::X, seconds},
        {"120 39 12.5", Axis::X, seconds},
        {"120°39’12.5”", Axis::X, seconds},
        {"120°39'12.5''E", Axis::X, seconds},
        {"N28 00 12", Axis::Y, 28 + 12 / 3600.0},
        {"28 0.2 N", Axis::Y, 28 + 0.2 / 60},
        {"28°0.2′", Axis::Y, 28 + 0.2 / 60},
        {"28.5°N", Axis::Y, 28.5},
        {"28度", Axis::Y, 28},
        {"33°52'10\"S", Axis::Y, -(33 + 52 / 60.0 + 10 / 3600.0)},
        {"-33°52'10\"", Axis::Y, -(33 + 52 / 60.0 + 10 / 3600.0)},
        {"73°59'W", Axis::X, -(73 + 59 / 60.0)},
    }));
    CAPTURE(sample.text);
    const auto value = parseCoordinate(sample.text, sample.axis, /*isGeographic=*/true);
    REQUIRE(value);
    CHECK(std::abs(*value - sample.expected) < Tolerance);
}

TEST_CASE("what is no coordinate is refused with its reason", "[gis][coordinates]") {
    CHECK(reasonFor("", Axis::X) == "coordinate-unreadable");
    CHECK(reasonFor("N/A", Axis::X) == "coordinate-unreadable");
    CHECK(reasonFor("nan", Axis::X) == "coordinate-unreadable");
    CHECK(reasonFor("inf", Axis::X) == "coordinate-unreadable");
    CHECK(reasonFor("120,6543", Axis::X) == "coordinate-unreadable");
    CHECK(reasonFor("120°61'", Axis::X) == "coordinate-unreadable");
    CHECK(reasonFor("120°39'12\" 5", Axis::X) == "coordinate-unreadable");
    CHECK(reasonFor("120.5°39'", Axis::X) == "coordinate-unreadable");
    CHECK(reasonFor("-120°39'E", Axis::X) == "coordinate-unreadable");
    CHECK(reasonFor("180.0001", Axis::X) == "coordinate-out-of-range");
    CHECK(reasonFor("90°00'01\"N", Axis::Y) == "coordinate-out-of-range");
    CHECK(reasonFor("1e400", Axis::Y) == "coordinate-unreadable");
}

TEST_CASE("axes are never swapped", "[gis][coordinates]") {
    CHECK(reasonFor("120.65", Axis::Y) == "coordinate-out-of-range");
    CHECK(reasonFor("28°0'12\"N", Axis::X) == "coordinate-wrong-axis");
    CHECK(reasonFor("120°39'E", Axis::Y) == "coordinate-wrong-axis");
}

TEST_CASE("coordinates of a plane are plain numbers of any size", "[gis][coordinates]") {
    CHECK(parseCoordinate("1042027", Axis::X, false).value() == 1042027.0);
    CHECK(parseCoordinate("3431081.638", Axis::Y, false).value() == 3431081.638);
    CHECK(reasonFor("120°39'", Axis::X, false) == "coordinate-unreadable");
}

TEST_CASE("points are read from WKT with x first", "[gis][coordinates]") {
    const auto point = [](std::string_view text) { return parseWktPoint(text, true).value().value(); };
    CHECK(point("POINT (-73.88182509318824 40.65651333701598)") ==
          gis::MapPoint{-73.88182509318824, 40.65651333701598});
    CHECK(point("point(120.65 28.01)") == gis::MapPoint{120.65, 28.01});
    CHECK(point("POINT Z (120.65 28.01 5)") == gis::MapPoint{120.65, 28.01});
    CHECK(point("SRID=4326;POINT(120.65 28.01)") == gis::MapPoint{120.65, 28.01});
    CHECK(parseWktPoint("POINT (1042027 197389)", false).value() == gis::MapPoint{1042027, 197389});
    const auto empty = parseWktPoint("POINT EMPTY", true);
    REQUIRE(empty);
    CHECK_FALSE(empty->has_value());
}

TEST_CASE("what is no point in WKT is refused with its reason", "[gis][coordinates]") {
    const auto reason = [](std::string_view text) { return parseWktPoint(text, true).error().what.key; };
    CHECK(reason("(40.66, -73.99)") == "point-unreadable");
    CHECK(reason("LINESTRING (1 2, 3 4)") == "point-unreadable");
    CHECK(reason("POINT (1)") == "point-unreadable");
    CHECK(reason("POINT (1 2") == "point-unreadable");
    CHECK(reason("POINT (1 2) and more") == "point-unreadable");
    CHECK(reason("POINT (28.01 120.65)") == "coordinate-out-of-range");
}
