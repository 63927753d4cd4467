// SPDX-License-Identifier: GPL-3.0-or-later
// Patrols by verbs: roads and tracks come in, coverage is told, missed roads are listed.
#include "tests/app/cli/program.h"

using namespace gridwarden::test;
using Json = nlohmann::json;

namespace {

/// Two roads that cross, a grid around them, and somebody who walks one of them from west to east.
void fill(Program& program) {
    program.done("new D.gpkg --name 测试区");
    program.write(
        "grid.geojson",
        R"({"type": "FeatureCollection", "features": [{"type": "Feature", "properties": {"code": "01"}, "geometry":
        {"type": "Polygon", "coordinates": [[[120.64, 28.0], [120.66, 28.0], [120.66, 28.01], [120.64, 28.01], [120.64, 28.0]]]}}]})");
    program.write("roads.geojson", R"({"type": "FeatureCollection", "features": [
        {"type": "Feature", "properties": {"code": "EW", "name": "人民路", "grade": "主干道严管"}, "geometry": {"type": "LineString", "coordinates": [[120.645, 28.005], [120.65, 28.005], [120.655, 28.005]]}},
        {"type": "Feature", "properties": {"code": "NS", "name": "解放路", "grade": "步行街"}, "geometry": {"type": "LineString", "coordinates": [[120.65, 28.0], [120.65, 28.005], [120.65, 28.01]]}}]})");
    program.done("import areas D.gpkg grid.geojson --kind grid --code code");
    program.done("import areas D.gpkg roads.geojson --kind road --code code --name name --grade grade");
    std::string log = "time,lon,lat\n";
    for (int i = 0; i <= 160; ++i) {
        const int second = i * 5;
        char line[96];
        std::snprintf(line, sizeof line, "2026-11-23 08:%02d:%02d,%.6f,28.005010\n", second / 60, second % 60,
                      120.645 + 0.01 * i / 160);
        log += line;
    }
    program.write("walk.csv", log);
}

} // namespace

TEST_CASE("tracks of a table are matched and counted", "[cli]") {
    Program program;
    fill(program);
    const Json imported = program.done("import tracks D.gpkg walk.csv --json").json()["files"][0];
    CHECK(imported["read"] == 161);
    CHECK(imported["accepted"] == 161);
    CHECK(imported["tracks"] == 1);
    CHECK(imported["metres"].get<double>() ==
          Approx(983).epsilon(0.02)); // 0.01° at 28.005° north: geod -I +ellps=GRS80
    CHECK(imported["from"] == "2026-11-23T08:00:00+08:00");
    CHECK(program.done("import tracks D.gpkg walk.csv --json").json()["files"][0]["known"] == 1);

    const std::string onDay = " D.gpkg --from 2026-11-23 --to 2026-11-23 --json";
    const Json grids = program.done("patrol coverage" + onDay).json();
    CHECK(grids["tracks"] == 1);
    REQUIRE(grids["rows"].size() == 1);
    CHECK(grids["rows"][0]["grid"] == "01");
    CHECK(grids["rows"][0]["covered_metres"].get<double>() == Approx(983).epsilon(0.02));
    CHECK(grids["rows"][0]["minutes_of_hour"][8].get<double>() == Approx(13.3).epsilon(0.02));
    const Json roads = program.done("patrol coverage --by road" + onDay).json()["rows"];
    REQUIRE(roads.size() == 2);
    CHECK(roads[0]["grade"] == "arterial"); // by its name
    CHECK(roads[0]["passes"] == 1);
    CHECK(roads[0]["required_each_day"] == 4);
    CHECK(roads[1]["grade"] == "步行街");
    CHECK(roads[1]["required_each_day"] == 0);

    program.done("patrol rules D.gpkg --passes 步行街=1 --passes arterial=1");
    const Json missed = program.done("patrol missed D.gpkg --day 2026-11-23 --json").json()["rows"];
    REQUIRE(missed.size() == 1);
    CHECK(missed[0]["name"] == "解放路");
    CHECK(missed[0]["passes"] == 0);
    for (const char* const name : {"missed.pdf", "missed.odt", "missed.xlsx"}) {
        program.done(std::string("patrol missed D.gpkg --day 2026-11-23 --out ") + name);
        CHECK(program.run(std::string("patrol missed D.gpkg --day 2026-11-23 --out ") + name).exitCode ==
              1); // not written over
    }
    program.done("patrol coverage D.gpkg --from 2026-11-23 --to 2026-11-29 --out week.pdf --language en");
    program.done("undo D.gpkg");
    CHECK(program.done("patrol rules D.gpkg --json").json()["passes"]["arterial"] == 4);
}

TEST_CASE("what is wrong about patrols is said", "[cli]") {
    Program program;
    program.done("new empty.gpkg --name 测试区");
    program.write("walk.csv",
                  "time,lon,lat\n2026-11-23 08:00:00,120.645,28.005\n2026-11-23 08:00:05,120.6451,28.005\n");
    const Run without = program.run("import tracks empty.gpkg walk.csv");
    CHECK(without.exitCode == 1);
    CHECK(without.err.find("no roads") != std::string::npos);
    program.write("nothing.csv", "a,b\n1,2\n");
    fill(program);
    const Run mixed = program.run("import tracks D.gpkg nothing.csv walk.csv --json");
    CHECK(mixed.exitCode == 1);
    CHECK(mixed.json()["files"].size() == 1); // the good one came in
    CHECK(program.run("import tracks D.gpkg walk.csv --squad 没有这个单位").exitCode == 1);
    CHECK(program.run("patrol rules D.gpkg --passes arterial").exitCode == 2);
    CHECK(program.run("patrol rules D.gpkg --share 1.5").exitCode == 2);
    CHECK(program.run("patrol coverage D.gpkg --from 2026-11-24 --to 2026-11-23").exitCode == 2);
    CHECK(program.run("patrol missed D.gpkg --day 2026-11-23 --out list.doc").exitCode == 2);
}
