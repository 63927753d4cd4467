// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/source/layer_info.h"
#include "tests/support/scratch_folder.h"

#include <catch2/catch.hpp>

#include <algorithm>
#include <fstream>

using namespace gridwarden;

namespace {

const std::filesystem::path Data = GRIDWARDEN_TEST_DATA;

bool has(const std::vector<core::Message>& problems, const core::Message& problem) {
    return std::find(problems.begin(), problems.end(), problem) != problems.end();
}

} // namespace

TEST_CASE("a shapefile is described with its extent in both systems", "[gis][layers]") {
    const auto info = gis::describe(Data / "nyc/census_tracts_2010/nyct2010.shp").value();
    CHECK(info.driver == "ESRI Shapefile");
    CHECK(info.problems.empty());
    REQUIRE(info.layers.size() == 1);
    const gis::LayerInfo& layer = info.layers[0];
    CHECK(layer.name == "nyct2010");
    CHECK(layer.kind == gis::LayerKind::Vector);
    CHECK(layer.geometryType == "Polygon");
    CHECK(layer.featureCount == 2165);
    CHECK(layer.crs == "EPSG:2263");
    REQUIRE(layer.extent);
    CHECK(layer.extent->minX == Approx(913175).margin(1)); // feet
    REQUIRE(layer.geoExtent);
    CHECK(layer.geoExtent->minLongitude == Approx(-74.257).epsilon(0).margin(0.001));
    CHECK(layer.geoExtent->maxLatitude == Approx(40.9156).epsilon(0).margin(0.001));
    CHECK(std::any_of(layer.fields.begin(), layer.fields.end(),
                      [](const gis::LayerField& field) { return field.name == "BoroCT2010" && field.type == "text"; }));
}

TEST_CASE("a guessed encoding is said", "[gis][layers]") {
    const auto info = gis::describe(Data / "areas/hangzhou_gbk_unmarked.shp").value();
    CHECK(info.encoding == "GB18030");
    CHECK(has(info.problems, {"encoding-guessed", {"GB18030"}}));
    CHECK(info.layers.at(0).fields.at(1).name == "名称");
}

TEST_CASE("a table without coordinates is described with its unusable rows", "[gis][layers]") {
    const test::ScratchFolder folder;
    std::ofstream(folder / "t.csv") << "id,name\n1,a\n2\n3\n";
    const auto info = gis::describe(folder / "t.csv").value();
    CHECK(info.driver == "CSV");
    REQUIRE(info.layers.size() == 1);
    CHECK(info.layers[0].kind == gis::LayerKind::Table);
    CHECK(info.layers[0].featureCount == 3);
    CHECK(info.layers[0].fields.size() == 2);
    CHECK(has(info.problems, {"rows-unusable", {"row-too-few-fields", "2"}}));
}

TEST_CASE("a layer without a CRS is said", "[gis][layers]") {
    const test::ScratchFolder folder;
    for (const char* part : {"shp", "shx", "dbf"})
        std::filesystem::copy(Data / (std::string("areas/hangzhou_gbk_unmarked.") + part),
                              folder / (std::string("a.") + part));
    const auto info = gis::describe(folder / "a.shp").value();
    CHECK(info.layers.at(0).crs.empty());
    CHECK_FALSE(info.layers.at(0).geoExtent);
    CHECK(has(info.problems, {"layer-no-crs", {"a"}}));
}

TEST_CASE("a picture with a world file has a size and a place", "[gis][layers]") {
    const test::ScratchFolder folder;
    std::ofstream(folder / "a.asc")
        << "ncols 3\nnrows 2\nxllcorner 500000\nyllcorner 3100000\ncellsize 10\n1 2 3\n4 5 6\n";
    std::ofstream(folder / "a.prj")
        << R"(PROJCS["CGCS2000_3_Degree_GK_CM_120E",GEOGCS["GCS_China_Geodetic_Coordinate_System_2000",)"
        << R"(DATUM["D_China_2000",SPHEROID["CGCS2000",6378137.0,298.257222101]],PRIMEM["Greenwich",0.0],)"
        << R"(UNIT["Degree",0.0174532925199433]],PROJECTION["Gauss_Kruger"],PARAMETER["False_Easting",500000.0],)"
        << R"(PARAMETER["False_Northing",0.0],PARAMETER["Central_Meridian",120.0],PARAMETER["Scale_Factor",1.0],)"
        << R"(PARAMETER["Latitude_Of_Origin",0.0],UNIT["Meter",1.0]])";
    const auto info = gis::describe(folder / "a.asc").value();
    CHECK(info.driver == "AAIGrid");
    REQUIRE(info.layers.size() == 1);
    CHECK(info.layers[0].kind == gis::LayerKind::Raster);
    CHECK(info.layers[0].width == 3);
    CHECK(info.layers[0].height == 2);
    CHECK(info.layers[0].bands == 1);
    CHECK(info.layers[0].crs == "EPSG:4549");
    REQUIRE(info.layers[0].extent);
    CHECK(info.layers[0].extent->maxX == 500030);
    REQUIRE(info.layers[0].geoExtent);
    CHECK(info.layers[0].geoExtent->minLongitude == Approx(120).epsilon(0).margin(1e-9));
}

TEST_CASE("what is no source is refused with the library's words", "[gis][layers]") {
    const test::ScratchFolder folder;
    std::ofstream(folder / "a.geojson") << "{\"type\":\"FeatureCollection\",\"features\":[{";
    const auto info = gis::describe(folder / "a.geojson");
    REQUIRE_FALSE(info);
    CHECK(info.error().code == core::ErrorCode::BadInput);
    CHECK_FALSE(info.error().detail.empty());
    CHECK(gis::describe(folder / "none.shp").error().code == core::ErrorCode::Io);
}
