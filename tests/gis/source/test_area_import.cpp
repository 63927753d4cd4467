// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/text.h"
#include "gis/source/area_import.h"
#include "tests/support/small_district.h"

#include <catch2/catch.hpp>

#include <algorithm>
#include <fmt/format.h>
#include <fstream>

using namespace gridwarden;
using core::AreaKind;
using gis::AreaImportOptions;

namespace {

const std::filesystem::path Data = GRIDWARDEN_TEST_DATA;

/// A feature whose square begins at (west, south) degrees.
std::string feature(const std::string& properties, double west, double south, double size = 0.001) {
    return fmt::format(
        R"({{"type":"Feature","properties":{{{}}},"geometry":{{"type":"Polygon","coordinates":[[[{},{}],[{},{}],[{},{}],[{},{}],[{},{}]]]}}}})",
        properties, west, south, west + size, south, west + size, south + size, west, south + size, west, south);
}

struct Import : test::SmallDistrict {
    std::filesystem::path write(const std::vector<std::string>& features) {
        const auto path = folder / "areas.geojson";
        std::ofstream(path) << R"({"type":"FeatureCollection","features":[)" << core::joined(features, ",") << "]}";
        return path;
    }
    gis::AreaImportReport run(const std::filesystem::path& path, const AreaImportOptions& options) {
        auto report = gis::importAreas(*district, actor, path, options);
        REQUIRE(report);
        return *report;
    }
    static AreaImportOptions cells() {
        AreaImportOptions options;
        options.kind = AreaKind::Cell;
        options.codeField = "code";
        return options;
    }
};

} // namespace

TEST_CASE("areas are imported with their vertices as they are", "[gis][areas]") {
    Import import;
    AreaImportOptions options = Import::cells();
    options.nameField = "name";
    options.from = "start";
    options.to = "2030-12-31";
    const auto report = import.run(
        import.write({feature(R"("code":"007","name":"甲","start":"2026/01/05")", 120.1234567891, 28.1234567891),
                      feature(R"("code":"008","name":"乙","start":null)", 120.2, 28.2)}),
        options);
    CHECK(report.read == 2);
    CHECK(report.accepted == 2);
    CHECK(report.rejected == 0);
    CHECK(report.problems.empty());
    CHECK(report.crs == "EPSG:4326");
    const core::Area* area = import.district->areas().find(AreaKind::Cell, "007");
    REQUIRE(area);
    CHECK(area->name == "甲");
    CHECK(area->from == core::parseDay("2026-01-05").value());
    CHECK(area->to == core::parseDay("2030-12-31").value());
    CHECK(area->shape.polygons[0][0][0] == core::GeoPoint{120.1234567891, 28.1234567891});
    CHECK_FALSE(import.district->areas().find(AreaKind::Cell, "008")->from);
}

TEST_CASE("an import of areas is one entry of the journal and is undone as one", "[gis][areas]") {
    Import import;
    const auto before = import.district->areas().all().size();
    import.run(import.write({feature(R"("code":"1")", 120, 28), feature(R"("code":"2")", 121, 28)}), Import::cells());
    CHECK(import.district->areas().all().size() == before + 2);
    CHECK(import.district->store().undoable()->label == core::Message{"import-areas", {"2", "areas.geojson"}});
    REQUIRE(import.district->undo(import.actor));
    CHECK(import.district->areas().all().size() == before);
}

TEST_CASE("rows that cannot be areas are refused with their reason", "[gis][areas]") {
    Import import;
    AreaImportOptions options = Import::cells();
    options.from = "start";
    options.to = "end";
    const std::string noShape = R"({"type":"Feature","properties":{"code":"5"},"geometry":null})";
    const std::string point =
        R"({"type":"Feature","properties":{"code":"6"},"geometry":{"type":"Point","coordinates":[120,28]}})";
    const auto report =
        import.run(import.write({feature(R"("code":"1","start":"2026-01-01","end":null)", 120, 28),
                                 feature(R"("code":" ")", 120.1, 28), feature(R"("code":"1")", 120.2, 28),
                                 feature(R"("code":"4","start":"2026-02-30")", 120.3, 28), noShape, point,
                                 feature(R"("code":"7","start":"2026-02-03","end":"2026-02-01")", 120.4, 28),
                                 feature(R"("code":"1","start":"2020-01-01","end":"2025-12-31")", 120.5, 28)}),
                   options);
    CHECK(report.read == 8);
    CHECK(report.accepted == 2); // the last one ends before the first begins
    CHECK(report.rejected == 6);
    REQUIRE(report.problems.size() == 6);
    const auto check = [&](std::size_t at, std::size_t row, const std::string& field, const core::Message& reason) {
        CHECK(report.problems[at].row == row);
        CHECK(report.problems[at].field == field);
        CHECK(report.problems[at].reason == reason);
        CHECK(report.problems[at].isRefused);
    };
    check(0, 2, "code", {"area-code-missing", {}});
    check(1, 3, "code", {"area-code-taken", {"cell", "1"}});
    check(2, 4, "start", {"day-unreadable", {"2026-02-30"}});
    check(3, 5, "", {"row-no-shape", {}});
    check(4, 6, "", {"row-no-shape", {}});
    check(5, 7, "end", {"area-ends-before-start", {"7"}});
}

TEST_CASE("a code that the district already has is refused", "[gis][areas]") {
    Import import;
    AreaImportOptions options = Import::cells();
    options.kind = AreaKind::Grid;
    const auto report =
        import.run(import.write({feature(R"("code":"01")", 120, 28), feature(R"("code":"99")", 121, 28)}), options);
    CHECK(report.accepted == 1);
    CHECK(report.problems.at(0).reason == core::Message{"area-code-taken", {"grid", "01"}});
}

TEST_CASE("the code of the parent makes a membership", "[gis][areas]") {
    Import import;
    AreaImportOptions options = Import::cells();
    options.parentField = "grid";
    const auto report = import.run(import.write({feature(R"("code":"1","grid":"01")", 120.641, 28.001),
                                                 feature(R"("code":"2","grid":"77")", 120.65, 28),
                                                 feature(R"("code":"3","grid":null)", 120.66, 28)}),
                                   options);
    CHECK(report.accepted == 3);
    REQUIRE(report.problems.size() == 1);
    CHECK(report.problems[0].row == 2);
    CHECK(report.problems[0].reason == core::Message{"parent-unknown", {"77"}});
    CHECK_FALSE(report.problems[0].isRefused);
    const auto& areas = import.district->areas();
    const auto parents = areas.parents(areas.find(AreaKind::Cell, "1")->id);
    REQUIRE(parents.size() == 1);
    CHECK(parents[0]->id == import.grids[0]);
    CHECK(areas.parents(areas.find(AreaKind::Cell, "2")->id).empty());
}

TEST_CASE("a ring that crosses itself is accepted and its place is named", "[gis][areas]") {
    Import import;
    const auto report = import.run(
        import.write(
            {R"({"type":"Feature","properties":{"code":"8"},"geometry":{"type":"Polygon","coordinates":[[[120,28],[120.002,28.002],[120.002,28],[120,28.002],[120,28]]]}})"}),
        Import::cells());
    CHECK(report.accepted == 1);
    REQUIRE(report.problems.size() == 1);
    CHECK(report.problems[0].reason == core::Message{"ring-invalid", {"8", "120.0010000", "28.0010000"}});
    CHECK_FALSE(report.problems[0].isRefused);
}

TEST_CASE("lines are taken for roads only", "[gis][areas]") {
    Import import;
    const auto path = import.write(
        {R"({"type":"Feature","properties":{"code":"R1"},"geometry":{"type":"LineString","coordinates":[[120,28],[120.01,28]]}})"});
    CHECK(import.run(path, Import::cells()).accepted == 0);
    AreaImportOptions options = Import::cells();
    options.kind = AreaKind::Road;
    CHECK(import.run(path, options).accepted == 1);
    CHECK(import.district->areas().find(AreaKind::Road, "R1")->shape.lines.size() == 1);
}

TEST_CASE("a missing field or CRS stops before anything is written", "[gis][areas]") {
    Import import;
    const auto path = import.write({feature(R"("code":"1")", 120, 28)});
    AreaImportOptions options = Import::cells();
    options.nameField = "none";
    CHECK(gis::importAreas(*import.district, import.actor, path, options).error().what ==
          core::Message{"field-unknown", {"none"}});
    options = Import::cells();
    options.from = "neither field nor day";
    CHECK(gis::importAreas(*import.district, import.actor, path, options).error().what.key == "field-unknown");
    for (const char* part : {"shp", "shx", "dbf"})
        std::filesystem::copy(Data / (std::string("areas/hangzhou_gbk_unmarked.") + part),
                              import.folder / (std::string("a.") + part));
    options = Import::cells();
    options.codeField = "编号";
    CHECK(gis::importAreas(*import.district, import.actor, import.folder / "a.shp", options).error().what.key ==
          "crs-missing");
    options.crs = "wgs84";
    CHECK(import.run(import.folder / "a.shp", options).accepted == 8);
    std::ofstream(import.folder / "t.csv") << "code\n1\n";
    CHECK(gis::importAreas(*import.district, import.actor, import.folder / "t.csv", Import::cells()).error().what.key ==
          "layer-no-shapes");
}

TEST_CASE("a cancelled import writes nothing", "[gis][areas]") {
    Import import;
    const auto before = import.district->store().undoable();
    const auto report =
        gis::importAreas(*import.district, import.actor, import.write({feature(R"("code":"1")", 120, 28)}),
                         Import::cells(), [](double) { return false; });
    REQUIRE_FALSE(report);
    CHECK(report.error().code == core::ErrorCode::Cancelled);
    CHECK_FALSE(import.district->areas().find(AreaKind::Cell, "1"));
    CHECK(import.district->store().undoable()->id == before->id);
}

TEST_CASE("progress grows from nothing to one", "[gis][areas]") {
    Import import;
    std::vector<double> parts;
    REQUIRE(gis::importAreas(*import.district, import.actor, import.write({feature(R"("code":"1")", 120, 28)}),
                             Import::cells(), [&](double part) {
                                 parts.push_back(part);
                                 return true;
                             }));
    CHECK(std::is_sorted(parts.begin(), parts.end()));
    CHECK(parts.back() == 1);
}

TEST_CASE("snapping closes a narrow gap between two drawings of one border", "[gis][areas]") {
    Import import;
    AreaImportOptions options = Import::cells();
    options.snapMetres = 0.5;
    const auto report =
        import.run(import.write({feature(R"("code":"1")", 120, 28), feature(R"("code":"2")", 120.00101, 28)}), options);
    CHECK(report.accepted == 2);
    CHECK(report.snapped == 0); // 0.00001 degrees are 0.98 m here
    const auto close = import.run(
        import.write({feature(R"("code":"3")", 121, 28), feature(R"("code":"4")", 121.001003, 28, 0.001), // 0.29 m
                      feature(R"("code":"5")", 121.001, 28.001)}),
        options);
    CHECK(close.snapped > 0);
    const auto& areas = import.district->areas();
    const auto& three = areas.find(AreaKind::Cell, "3")->shape.polygons[0][0];
    const auto& four = areas.find(AreaKind::Cell, "4")->shape.polygons[0][0];
    CHECK(std::find(four.begin(), four.end(), three[1]) != four.end());
    CHECK(std::find(four.begin(), four.end(), three[2]) != four.end());
}

TEST_CASE("the census tracts of New York are imported from feet", "[gis][areas][slow]") {
    Import import;
    AreaImportOptions options;
    options.kind = AreaKind::Cell;
    options.codeField = "BoroCT2010";
    options.nameField = "NTAName";
    const auto report = import.run(Data / "nyc/census_tracts_2010/nyct2010.shp", options);
    CHECK(report.read == 2165);
    CHECK(report.accepted == 2165);
    CHECK(report.problems.empty());
    CHECK(report.crs == "EPSG:2263");
    const auto& areas = import.district->areas();
    // The Empire State Building stands in tract 76 of Manhattan.
    const core::Area* tract = areas.at({-73.985428, 40.748817}, AreaKind::Cell, core::parseDay("2026-11-21").value());
    REQUIRE(tract);
    CHECK(tract->code == "1007600");
}
