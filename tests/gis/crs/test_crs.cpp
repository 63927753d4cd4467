// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/crs/crs.h"

#include <catch2/catch.hpp>

#include <algorithm>
#include <filesystem>
#include <fstream>

using namespace gridwarden;
using gis::Crs;

TEST_CASE("the words of the command line name systems", "[gis][crs]") {
    CHECK(Crs::parse("wgs84")->text() == "EPSG:4326");
    CHECK(Crs::parse("CGCS2000")->text() == "EPSG:4490");
    CHECK(*Crs::parse("EPSG:4490") == Crs::cgcs2000());
    CHECK(Crs::parse("EPSG:4490")->name() == Crs::cgcs2000().name());
    CHECK(Crs::parse("gcj02")->datumShift() == gis::DatumShift::Gcj02);
    CHECK(Crs::parse(" BD09 ")->datumShift() == gis::DatumShift::Bd09);
    CHECK(Crs::parse("bd09")->isGeographic());
    const Crs plane = Crs::parse("epsg:2263").value();
    CHECK(plane.text() == "EPSG:2263");
    CHECK_FALSE(plane.isGeographic());
    CHECK(plane.unit() == "US survey foot");
    CHECK(plane.metresPerUnit() == Approx(1200.0 / 3937));
}

TEST_CASE("the text of a system reads as the same system", "[gis][crs]") {
    const char* const text =
        GENERATE("wgs84", "gcj02", "EPSG:4549",
                 "+proj=tmerc +lat_0=0 +lon_0=120.6 +x_0=50000 +y_0=-3400000 +ellps=GRS80 +units=m");
    const Crs crs = Crs::parse(text).value();
    CHECK(*Crs::parse(crs.text()) == crs);
}

TEST_CASE("a WKT in the words of another program is recognised", "[gis][crs]") {
    const Crs crs =
        Crs::parse(
            R"(PROJCS["CGCS2000_3_Degree_GK_CM_120E",GEOGCS["GCS_China_Geodetic_Coordinate_System_2000",)"
            R"(DATUM["D_China_2000",SPHEROID["CGCS2000",6378137.0,298.257222101]],PRIMEM["Greenwich",0.0],)"
            R"(UNIT["Degree",0.0174532925199433]],PROJECTION["Gauss_Kruger"],PARAMETER["False_Easting",500000.0],)"
            R"(PARAMETER["False_Northing",0.0],PARAMETER["Central_Meridian",120.0],PARAMETER["Scale_Factor",1.0],)"
            R"(PARAMETER["Latitude_Of_Origin",0.0],UNIT["Meter",1.0]])")
            .value();
    CHECK(crs.text() == "EPSG:4549");
    CHECK(crs.geographicBase() == "EPSG:4490");
}

TEST_CASE("a system is read from a file", "[gis][crs]") {
    const auto path = std::filesystem::temp_directory_path() / "gridwarden_test_crs.prj";
    std::ofstream(path) << "  EPSG:4549\n";
    CHECK(Crs::parse(path.string())->text() == "EPSG:4549");
    std::filesystem::remove(path);
}

TEST_CASE("what is no system is refused with its text", "[gis][crs]") {
    const std::string text = GENERATE("", "mars", "EPSG:", "EPSG:999999", "EPSG:abc", "china", "+proj=nothing",
                                      "GEOGCS[\"broken\"", "/no/such/file.prj", "/tmp");
    const auto crs = Crs::parse(text);
    REQUIRE_FALSE(crs);
    CHECK(crs.error().code == core::ErrorCode::BadInput);
    CHECK(crs.error().what == core::Message{"crs-unknown", {text}});
}

TEST_CASE("a system without two horizontal axes is refused", "[gis][crs]") {
    const auto crs = Crs::parse("EPSG:5773"); // EGM96 height
    REQUIRE_FALSE(crs);
    CHECK(crs.error().what.key == "crs-not-horizontal");
}

TEST_CASE("descriptions name zones and meridians", "[gis][crs]") {
    const auto describe = [](const char* text) { return Crs::parse(text)->description(); };
    CHECK(describe("cgcs2000") == core::Message{"crs-cgcs2000", {}});
    CHECK(describe("gcj02") == core::Message{"crs-gcj02", {}});
    CHECK(describe("EPSG:4549") == core::Message{"crs-gauss-kruger", {"3", "120"}});
    CHECK(describe("EPSG:4545") == core::Message{"crs-gauss-kruger", {"3", "108"}});
    CHECK(describe("EPSG:4528") == core::Message{"crs-gauss-kruger-zone", {"3", "40"}});
    CHECK(describe("EPSG:4491") == core::Message{"crs-gauss-kruger-zone", {"6", "13"}});
    CHECK(describe("EPSG:32618") == core::Message{"crs-utm", {"18N"}});
    CHECK(describe("EPSG:2263") == core::Message{"crs-named", {"NAD83 / New York Long Island (ftUS)", "EPSG:2263"}});
}

TEST_CASE("the codes behind the descriptions are the systems they claim to be", "[gis][crs]") {
    CHECK(Crs::parse("EPSG:4549")->name() == "CGCS2000 / 3-degree Gauss-Kruger CM 120E");
    CHECK(Crs::parse("EPSG:4528")->name() == "CGCS2000 / 3-degree Gauss-Kruger zone 40");
    CHECK(Crs::parse("EPSG:4491")->name() == "CGCS2000 / Gauss-Kruger zone 13");
    CHECK(Crs::parse("EPSG:4502")->name() == "CGCS2000 / Gauss-Kruger CM 75E");
}

TEST_CASE("the map around a place is drawn in its zone", "[gis][crs]") {
    CHECK(gis::mapCrsFor({120.7, 28.0}).text() == "EPSG:4549");   // Wenzhou
    CHECK(gis::mapCrsFor({116.4, 39.9}).text() == "EPSG:4548");   // Beijing: 117° E
    CHECK(gis::mapCrsFor({121.49, 31.24}).text() == "EPSG:4549"); // Shanghai: nearer to 120° than to 123°
    CHECK(gis::mapCrsFor({75.9, 39.5}).text() == "EPSG:4534");    // Kashgar
    CHECK(gis::mapCrsFor({134.5, 48.3}).text() == "EPSG:4554");
    CHECK(gis::mapCrsFor({-73.98, 40.75}).text() == "EPSG:32618"); // New York
    CHECK(gis::mapCrsFor({151.2, -33.9}).text() == "EPSG:32756");  // Sydney
    CHECK(gis::mapCrsFor({180, 10}).text() == "EPSG:32660");
}

TEST_CASE("the list of usual systems begins with the likeliest and names each once", "[gis][crs]") {
    const auto systems = gis::usualCrs({120.7, 28.0});
    REQUIRE(systems.size() > 60);
    CHECK(systems[0] == Crs::cgcs2000());
    CHECK(systems[4].text() == "EPSG:4549");
    CHECK(systems[5].text() == "EPSG:4528");
    std::vector<std::string> texts;
    for (const auto& crs : systems)
        texts.push_back(crs.text());
    std::sort(texts.begin(), texts.end());
    CHECK(std::adjacent_find(texts.begin(), texts.end()) == texts.end());
}
