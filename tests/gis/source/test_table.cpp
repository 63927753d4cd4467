// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/crs/gcj02.h"
#include "gis/source/table.h"
#include "tests/support/scratch_folder.h"

#include <catch2/catch.hpp>

#include <fstream>

using namespace gridwarden;
using gis::Row;
using gis::Table;

namespace {

const std::filesystem::path Data = GRIDWARDEN_TEST_DATA;
using Texts = std::vector<std::string>;

std::vector<Row> rowsOf(Table& table) {
    std::vector<Row> rows;
    while (auto row = table.next().value())
        rows.push_back(std::move(*row));
    return rows;
}

Table openText(const test::ScratchFolder& folder, const char* name, const std::string& text,
               const gis::TableOptions& options = {}) {
    std::ofstream(folder / name, std::ios::binary) << text;
    auto table = Table::open(folder / name, options);
    REQUIRE(table);
    return std::move(*table);
}

} // namespace

TEST_CASE("spreadsheets give codes and numbers and dates as text", "[gis][table]") {
    auto table = Table::open(Data / GENERATE("areas/grids.xlsx", "areas/grids.ods"));
    REQUIRE(table);
    CHECK(table->fields() == Texts{"编号", "名称", "数量", "金额", "日期"});
    CHECK_FALSE(table->hasGeometry());
    const auto rows = rowsOf(*table);
    REQUIRE(rows.size() == 2);
    CHECK(rows[0].values == Texts{"007", "五马街道", "1234", "0.1", "2026-01-05"});
    CHECK(rows[1].values == Texts{"012", "南汇街道", "20", "12.5", "2026-02-06"});
}

TEST_CASE("an unmarked GBK shapefile gives Chinese names and shapes", "[gis][table]") {
    auto table = Table::open(Data / "areas/hangzhou_gbk_unmarked.shp");
    REQUIRE(table);
    CHECK(table->fields() == Texts{"编号", "名称", "类别"});
    CHECK(table->encodingUsed() == "GB18030");
    CHECK(table->crsName() == "EPSG:4326");
    CHECK(table->rowCount() == 8);
    CHECK_FALSE(table->isBallpark());
    const auto rows = rowsOf(*table);
    REQUIRE(rows.size() == 8);
    CHECK(rows[0].values == Texts{"1", "小瀛洲", "forest"});
    CHECK(rows[6].values[1] == "朝晖公园");
    for (const Row& row : rows) {
        REQUIRE(row.shape);
        CHECK(row.shape->polygons.size() == 1);
        CHECK(core::GeoBox{119, 29, 121, 31}.contains(row.shape->polygons[0][0][0]));
    }
}

TEST_CASE("fields are found by name without regard to case", "[gis][table]") {
    const test::ScratchFolder folder;
    const Table table = openText(folder, "t.csv", "Code,code,NAME\n1,2,3\n");
    CHECK(table.fieldIndex("code") == 1);
    CHECK(table.fieldIndex("Code") == 0);
    CHECK(table.fieldIndex("name") == 2);
    CHECK_FALSE(table.fieldIndex("other"));
}

TEST_CASE("a JSON array of objects is a table", "[gis][table]") {
    const test::ScratchFolder folder;
    Table table =
        openText(folder, "t.json",
                 R"( [{"id":"007","n":12,"x":1.5,"ok":true,"at":{"lat":"28.0","lng":{"v":120}},"tags":["a",1]},
                               {"id":"008","extra":null,"more":"是"}, 5, {"id":"009"}])");
    CHECK(table.rowCount() == 4);
    const auto value = [&table](const Row& row, const char* field) {
        return row.values[table.fieldIndex(field).value()];
    };
    const auto rows = rowsOf(table);
    REQUIRE(rows.size() == 4);
    CHECK(value(rows[0], "id") == "007");
    CHECK(value(rows[0], "n") == "12");
    CHECK(value(rows[0], "x") == "1.5");
    CHECK(value(rows[0], "ok") == "true");
    CHECK(value(rows[0], "at.lat") == "28.0");
    CHECK(value(rows[0], "at.lng.v") == "120");
    CHECK(value(rows[0], "tags") == "[\"a\",1]");
    CHECK(value(rows[1], "more") == "是");
    CHECK(rows[1].isNull[table.fieldIndex("extra").value()]);
    CHECK(rows[1].isNull[table.fieldIndex("n").value()]);
    CHECK(rows[2].problem == "row-not-object");
    CHECK(rows[3].number == 4);
}

TEST_CASE("JSON that is broken says where", "[gis][table]") {
    const test::ScratchFolder folder;
    const std::string text =
        GENERATE("[{\"a\":1},", "[{\"a\":1}]x", "[{\"a\":1,}]", "[", "[1 true]", "[{\"a\":\"\xff\"}]");
    std::ofstream(folder / "t.json") << text;
    const auto table = Table::open(folder / "t.json");
    REQUIRE_FALSE(table);
    CHECK(table.error().what.key == "json-unreadable");
    CHECK(table.error().what.arguments.size() == 2);
}

TEST_CASE("a JSON number beyond any size is an error at its place", "[gis][table]") {
    test::ScratchFolder folder;
    std::ofstream(folder / "t.json") << R"([{"a": 1e999}])";
    const auto table = Table::open(folder / "t.json");
    REQUIRE_FALSE(table);
    CHECK(table.error().what.key == "json-unreadable");
    CHECK(table.error().what.arguments.at(1) == "8");
}

TEST_CASE("JSON nested without end is a bad row", "[gis][table]") {
    const test::ScratchFolder folder;
    Table table =
        openText(folder, "t.json", "[{\"a\":" + std::string(50000, '[') + std::string(50000, ']') + "},{\"a\":1}]");
    const auto rows = rowsOf(table);
    REQUIRE(rows.size() == 2);
    CHECK(rows[0].problem == "row-too-deep");
    CHECK(rows[1].problem.empty());
}

TEST_CASE("a portal's JSON export is read whole", "[gis][table]") {
    auto table = Table::open(Data / "nyc/nyc311_2012_socrata.json");
    REQUIRE(table);
    const auto rows = rowsOf(*table);
    CHECK(rows.size() == 1000);
    CHECK(rows[0].values[table->fieldIndex("unique_key").value()] == "24445308");
    CHECK(rows[0].values[table->fieldIndex("created_date").value()] == "2012-11-20T07:50:59.000");
}

TEST_CASE("GeoJSON keeps text that looks like a date and flattens what is nested", "[gis][table]") {
    const test::ScratchFolder folder;
    Table table = openText(
        folder, "t.geojson",
        R"({"type":"FeatureCollection","features":[{"type":"Feature","properties":{"day":"2026/01/05","big":12345678901234567,)"
        R"("r":0.1,"who":{"name":"张三"}},"geometry":{"type":"Point","coordinates":[120.65,28.01]}}]})");
    const auto rows = rowsOf(table);
    REQUIRE(rows.size() == 1);
    const auto value = [&](const char* field) { return rows[0].values[table.fieldIndex(field).value()]; };
    CHECK(value("day") == "2026/01/05");
    CHECK(value("big") == "12345678901234567");
    CHECK(value("r") == "0.1");
    CHECK(value("who.name") == "张三");
    CHECK(rows[0].point == core::GeoPoint{120.65, 28.01}); // not moved by a bit
}

TEST_CASE("places in GCJ-02 are brought back when the user says so", "[gis][table]") {
    const core::GeoPoint truth{120.7, 28.0};
    const core::GeoPoint shifted = gis::toGcj02(truth);
    const test::ScratchFolder folder;
    Table table = openText(folder, "t.geojson",
                           "{\"type\":\"Point\",\"coordinates\":[" + std::to_string(shifted.longitude) + "," +
                               std::to_string(shifted.latitude) + "]}",
                           {"", "", "gcj02"});
    CHECK(table.crsName() == "gcj02");
    const auto rows = rowsOf(table);
    REQUIRE(rows.at(0).point);
    CHECK(core::distanceMetres(*rows[0].point, truth) < 0.2); // six decimals
}

TEST_CASE("coordinates that are no place are a problem of their row", "[gis][table]") {
    const test::ScratchFolder folder;
    Table table = openText(folder, "t.geojson", R"({"type":"Point","coordinates":[28.01,120.65]})");
    const auto rows = rowsOf(table);
    REQUIRE(rows.size() == 1);
    CHECK(rows[0].problem == "coordinate-out-of-range");
    CHECK_FALSE(rows[0].point);
}

TEST_CASE("feet of New York become degrees", "[gis][table]") {
    auto table = Table::open(Data / "nyc/census_tracts_2010/nyct2010.shp");
    REQUIRE(table);
    CHECK(table->crsName() == "EPSG:2263");
    CHECK(table->rowCount() == 2165);
    const auto row = table->next().value();
    REQUIRE(row);
    REQUIRE(row->shape);
    CHECK(core::GeoBox{-74.3, 40.4, -73.6, 41.0}.contains(row->shape->polygons[0][0][0]));
    CHECK(row->values[table->fieldIndex("BoroCT2010").value()] == "5000900");
}

TEST_CASE("source coordinates are given as they are when asked for", "[gis][table]") {
    gis::TableOptions options;
    options.keepSourceShape = true;
    auto table = Table::open(Data / "nyc/census_tracts_2010/nyct2010.shp", options);
    REQUIRE(table);
    const auto row = table->next().value();
    REQUIRE(row->sourceShape);
    CHECK_FALSE(row->shape);
    CHECK(row->sourceShape->polygons[0][0][0].x > 900000);
}

TEST_CASE("an unknown layer or CRS or format is named", "[gis][table]") {
    CHECK(Table::open(Data / "areas/grids.xlsx", {"nothing", "", ""}).error().what ==
          core::Message{"layer-unknown", {"nothing"}});
    CHECK(Table::open(Data / "areas/hangzhou_gbk_unmarked.shp", {"", "", "mars"}).error().what.key == "crs-unknown");
    CHECK(Table::open(Data / "areas/hangzhou_gbk_unmarked.prj").error().what.key == "format-unknown");
    CHECK(Table::open("/no/such/file.shp").error().what.key == "file-unreadable");
}

TEST_CASE("nothing beyond local files is opened", "[gis][table]") {
    const std::string name = GENERATE("/vsicurl/example.geojson", "/vsizip//vsicurl/example.zip", "WFS:example",
                                      "PG:dbname=x", "/vsistdin/");
    const auto table = Table::open(name);
    REQUIRE_FALSE(table);
    CHECK(table.error().what.key == "file-unreadable");
}

TEST_CASE("a virtual file that names another source is not followed", "[gis][table]") {
    const test::ScratchFolder folder;
    std::ofstream(folder / "t.vrt") << "<OGRVRTDataSource><OGRVRTLayer name=\"hangzhou_gbk_unmarked\"><SrcDataSource>"
                                    << (Data / "areas/hangzhou_gbk_unmarked.shp").string()
                                    << "</SrcDataSource></OGRVRTLayer></OGRVRTDataSource>";
    CHECK(Table::open(folder / "t.vrt").error().what.key == "format-unknown");
}
