// SPDX-License-Identifier: GPL-3.0-or-later
// Counting work by verbs: what is added is listed, added up, imported, taken out and undone.
#include "tests/app/cli/program.h"

using namespace gridwarden::test;
using Json = nlohmann::json;
using Names = std::set<std::string>;

TEST_CASE("activity add answers with what was counted, filled in", "[cli]") {
    Program program;
    makeDistrict(program);
    const Json added = program
                           .done("activity add D.gpkg --kind 宣传单 --quantity 400 --at 120.655,28.015 --place "
                                 "人民广场 --day 2026-03-02 --people 120 --json")
                           .json();
    CHECK(members(added) == Names{"id", "kind", "name", "quantity", "unit", "people", "day", "first", "last", "place",
                                  "at", "area", "organisation", "person", "description", "note", "source"});
    CHECK(added["kind"] == "leaflets");
    CHECK(added["unit"] == "份");
    CHECK(added["quantity"] == 400);
    CHECK(added["people"] == 120);
    CHECK(added["first"] == "2026-03-02");
    CHECK(added["area"] == "01");
    CHECK(added["person"].is_null());
    const Json timed =
        program
            .done(
                "activity add D.gpkg --kind training --quantity 1 --time 2026-03-02T14:00 --to 2026-03-02T16:30 --json")
            .json();
    CHECK(timed["first"] == "2026-03-02T14:00:00+08:00");
    CHECK(timed["last"] == "2026-03-02T16:30:00+08:00");
    CHECK(timed["area"].is_null());
}

TEST_CASE("what is wrong about an activity says why, with exit code 1 or 2", "[cli]") {
    Program program;
    program.done("new D.gpkg --name 测试区");
    for (const char* wrong :
         {"--kind nothing --quantity 1", "--kind leaflets --quantity -1",
          "--kind leaflets --quantity 1 --person 没有这个人", "--kind leaflets --quantity 1 --day 2199-01-01",
          "--kind leaflets --quantity 1 --day 2026-03-02 --to 2026-03-01",
          "--kind leaflets --quantity 1 --at 200,28"}) {
        INFO(wrong);
        const Run run = program.run(std::string("activity add D.gpkg ") + wrong);
        CHECK(run.exitCode == 1);
        CHECK(run.out.empty());
        CHECK_FALSE(run.err.empty());
    }
    CHECK(program.run("activity add D.gpkg --kind leaflets").exitCode == 2);
    CHECK(program.run("activity figures D.gpkg --by colour").exitCode == 2);
    CHECK(program.done("activity list D.gpkg --json").json()["activities"].empty());
    CHECK(program.done("journal D.gpkg --json").json().dump().find("add-activity") == std::string::npos);
}

TEST_CASE("activities are listed and added up with the same conditions", "[cli]") {
    Program program;
    makeDistrict(program);
    program.done("activity add D.gpkg --kind leaflets --quantity 400 --day 2026-02-27");
    program.done("activity add D.gpkg --kind leaflets --quantity 100 --day 2026-03-02 --at 120.655,28.015");
    program.done("activity add D.gpkg --kind leaflets --quantity 2 --unit 本 --day 2026-03-31");
    program.done("activity add D.gpkg --kind street_stalls --quantity 5 --day 2026-03-31");
    const Json rows = program.done("activity figures D.gpkg --by kind,month --json").json()["rows"];
    REQUIRE(rows.size() == 3);
    CHECK(rows[0]["kind"] == "leaflets");
    CHECK(rows[0]["month"] == "2026-02");
    CHECK(rows[0]["quantities"] == Json::parse(R"([{"unit":"份","sum":400.0}])"));
    CHECK(rows[1]["entries"] == 2);
    CHECK(rows[1]["quantities"] == Json::parse(R"([{"unit":"份","sum":100.0},{"unit":"本","sum":2.0}])"));
    CHECK(rows[1]["ids"].size() == 2);
    const Json march = program.done("activity list D.gpkg --from 2026-03-01 --to 2026-03-31 --kind leaflets --json")
                           .json()["activities"];
    REQUIRE(march.size() == 2);
    CHECK(march[0]["id"] == rows[1]["ids"][0]);
    CHECK(program.done("activity list D.gpkg --area 01 --json").json()["activities"].size() == 1);
    CHECK(program.done("activity list D.gpkg --chapter market_order --json").json()["activities"].size() == 1);
    CHECK(program.done("activity figures D.gpkg --by kind").out.find("500 份, 2 本") != std::string::npos);
    program.done("activity remove D.gpkg " + march[0]["id"].dump());
    CHECK(program.done("activity list D.gpkg --json").json()["activities"].size() == 3);
    program.done("undo D.gpkg");
    CHECK(program.done("activity list D.gpkg --json").json()["activities"].size() == 4);
    CHECK(program.done("activity kinds D.gpkg --json").json()["kinds"][0]["key"] == "road_trading");
    CHECK(program.done("check D.gpkg --json").json()["faults"].empty());
}

TEST_CASE("activities come in from a spreadsheet", "[cli]") {
    Program program;
    program.done("new D.gpkg --name 测试区");
    program.write("week.csv", "日期,占道经营,发放宣传单\n2026-03-02,32,400\n2026-03-03,8,\n合计,40,400\n");
    REQUIRE(std::system(
                ("cd '" + program.file("").string() +
                 "' && ogr2ogr -f XLSX week.xlsx week.csv -oo HEADERS=YES -oo AUTODETECT_TYPE=YES > ogr2ogr.log 2>&1")
                    .c_str()) == 0);
    const Json trial = program.done("import activities D.gpkg week.xlsx --dry-run --json").json();
    CHECK(trial["activities"] == 3);
    CHECK(program.done("activity list D.gpkg --json").json()["activities"].empty());
    const Json report = program.done("import activities D.gpkg week.xlsx --json").json();
    CHECK(members(report) == Names{"read", "accepted", "rejected", "left_out", "totals", "activities", "problems",
                                   "mapping", "encoding", "time_format"});
    CHECK(report["read"] == 3);
    CHECK(report["accepted"] == 2);
    CHECK(report["totals"] == 1);
    CHECK(report["activities"] == 3);
    const Json rows = program.done("activity figures D.gpkg --by kind --json").json()["rows"];
    REQUIRE(rows.size() == 2);
    CHECK(rows[0]["quantities"][0]["sum"] == 400.0);
    CHECK(rows[1]["quantities"][0]["sum"] == 40.0);
    program.done("undo D.gpkg");
    CHECK(program.done("activity list D.gpkg --json").json()["activities"].empty());
}
