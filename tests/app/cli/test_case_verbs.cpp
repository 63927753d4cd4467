// SPDX-License-Identifier: GPL-3.0-or-later
// The JSON documents' shape, the exit codes and the files of each verb.
#include "core/store/connection.h"
#include "tests/app/cli/program.h"

#include <fstream>
#include <sstream>

using namespace gridwarden::test;
namespace core = gridwarden::core;
using Json = nlohmann::json;
using Names = std::set<std::string>;

TEST_CASE("case add answers with id number area responsible due and duplicates", "[cli]") {
    Program program;
    makeDistrict(program);
    const Json added = program.done("case add D.gpkg --at 120.655,28.015 --category 09006 --description 摆摊 --time 2026-11-20T09:31 --json").json();
    CHECK(members(added) == Names{"id", "number", "area", "responsible", "due", "duplicates"});
    CHECK(added["id"].get<std::int64_t>() < (std::int64_t{1} << 53));
    CHECK(added["area"] == "01");
    CHECK(added["number"] == "2026-000001");
    CHECK(added["due"] == "2026-11-20T11:31:00+08:00"); // two urgent hours
    CHECK(added["responsible"].is_array());
    const Json again = program.done("case add D.gpkg --at 120.65501,28.01501 --category 2026:matter:09006 --time 2026-11-20T10:00 --json").json();
    CHECK(again["duplicates"] == Json{"2026-000001"});
    const Json outside = program.done("case add D.gpkg --at 121,29 --category 09006 --json").json();
    CHECK(outside["area"].is_null());
}

TEST_CASE("a place may be given in other coordinates", "[cli]") {
    Program program;
    program.done("new D.gpkg --name 测试区");
    program.done("case add D.gpkg --at 116.427022076,39.902446308 --crs gcj02 --category 09006");
    const Json shown = program.done("case show D.gpkg 2026-000001 --json").json();
    CHECK(shown["place"][0].get<double>() == Approx(116.42079).epsilon(0).margin(1e-6)); // published pair
    CHECK(shown["place"][1].get<double>() == Approx(39.90105).epsilon(0).margin(1e-6));
}

TEST_CASE("steps follow each other and what is not allowed says why with exit code 1", "[cli]") {
    Program program;
    makeDistrict(program);
    program.done("case add D.gpkg --at 120.655,28.015 --category 09006");
    const Run early = program.run("case step D.gpkg 2026-000001 close");
    CHECK(early.exitCode == 1);
    CHECK(early.out.empty());
    CHECK_FALSE(early.err.empty());
    CHECK(program.done("case step D.gpkg 2026-000001 file --json").json()["state"] == "filed");
    CHECK(program.run("case step D.gpkg 2026-000001 dispatch --to 没有这个人").exitCode == 1);
    CHECK(program.run("case step D.gpkg 2026-000001 dance").exitCode != 0);
    CHECK(program.done("case step D.gpkg 2026-000001 void --note 误报 --json").json()["state"] == "void");
}

TEST_CASE("cases are dispatched to one receiver, and where none can be the exit code says so", "[cli]") {
    Program program;
    program.done("demo D.gpkg");
    const Json filed = program.done("case list D.gpkg --state filed --json").json();
    const Json reported = program.done("case list D.gpkg --state reported --json").json();
    REQUIRE(filed["cases"].size() >= 2);
    REQUIRE(reported["cases"].size() >= 1);
    const std::string one = filed["cases"][0]["number"], two = filed["cases"][1]["number"], early = reported["cases"][0]["number"];
    const Json done = program.done("case dispatch D.gpkg " + one + " " + two + " " + early + " --to 浦西中队 --json").json();
    CHECK(members(done) == Names{"dispatched", "refused"});
    REQUIRE(done["dispatched"].size() == 2);
    CHECK(done["dispatched"][0] == Json{{"number", one}, {"to", "浦西中队"}});
    REQUIRE(done["refused"].size() == 1);
    CHECK(done["refused"][0]["number"] == early);
    CHECK_FALSE(done["refused"][0]["reason"].get<std::string>().empty());
    CHECK(program.done("case show D.gpkg " + two + " --json").json()["state"] == "handling");
    program.done("undo D.gpkg"); // both at once
    CHECK(program.done("case show D.gpkg " + one + " --json").json()["state"] == "filed");
    CHECK(program.done("case show D.gpkg " + two + " --json").json()["state"] == "filed");
    CHECK(program.run("case dispatch D.gpkg " + early).exitCode == 1);
    CHECK(program.run("case dispatch D.gpkg " + one + " --to 没有这个人").exitCode == 1);
    CHECK(program.run("case dispatch D.gpkg").exitCode == 2);
}

TEST_CASE("an urging and its reply are steps", "[cli]") {
    Program program;
    makeDistrict(program);
    program.done("case add D.gpkg --at 120.655,28.015 --category 09006");
    CHECK(program.run("case step D.gpkg 2026-000001 urge --reply 已安排").exitCode == 1);
    program.done("case step D.gpkg 2026-000001 urge --urging leader");
    program.done("case step D.gpkg 2026-000001 urge --reply 已安排");
    CHECK(program.run("case step D.gpkg 2026-000001 urge --urging soon").exitCode == 1);
}

TEST_CASE("a work list and a day book are written and not overwritten", "[cli]") {
    Program program;
    program.done("demo D.gpkg");
    const Json list = program.done("report worklist D.gpkg --to 浦西中队 --out list.pdf --json").json();
    CHECK(members(list) == Names{"cases", "file", "pages"});
    CHECK(list["pages"].get<int>() >= 1);
    CHECK(program.run("report worklist D.gpkg --to 浦西中队 --out list.pdf").exitCode == 1);
    CHECK(program.run("report worklist D.gpkg --to 没有这个人 --out other.pdf").exitCode == 1);
    const Json book = program.done("report daybook D.gpkg --day 2026-11-20 --out book.pdf --json").json();
    CHECK(members(book) == Names{"from", "to", "figures", "file", "pages"});
    const Json& figures = book["figures"];
    const auto count = [&](const char* key) { return figures[key].get<int>(); };
    CHECK(count("open_before") + count("came_in") + count("reopened") ==
          count("closed") + count("rejected") + count("transferred") + count("voided") + count("open_after"));
    CHECK(program.run("report daybook D.gpkg --day 2026-11-20 --shift 2 --out other.pdf").exitCode == 1);
}

TEST_CASE("figures add up and leave empty rows out", "[cli]") {
    Program program;
    makeDistrict(program);
    program.done("case add D.gpkg --at 120.655,28.015 --category 09006 --time 2026-10-31T23:59");
    program.done("case add D.gpkg --at 121,29 --category 06010 --time 2026-11-01T00:00");
    const Json figures = program.done("figures D.gpkg --by area,month --json").json();
    CHECK(members(figures) == Names{"as_of", "rows"});
    REQUIRE(figures["rows"].size() == 2);
    CHECK(members(figures["rows"][0]) == Names{"area", "month", "count", "open", "closed", "void", "overdue", "late"});
    CHECK(figures["rows"][0]["area"] == "01");
    CHECK(figures["rows"][0]["month"] == "2026-10");
    CHECK(figures["rows"][1]["area"].is_null());
    const Json filtered = program.done("figures D.gpkg --by category --from 2026-11-01 --to 2026-11-30 --json").json();
    REQUIRE(filtered["rows"].size() == 1);
    CHECK(filtered["rows"][0]["category"] == "2026:matter:06010");
    CHECK(filtered["rows"][0]["count"] == 1);
    CHECK(program.done("figures D.gpkg --by state --as-of 2026-10-30 --json").json()["rows"].empty());
    CHECK(program.run("figures D.gpkg --by colour").exitCode == 2);
}

TEST_CASE("cases are found by who handles them and by rework and by their deadline", "[cli]") {
    Program program;
    program.done("demo D.gpkg");
    const Json all = program.done("case list D.gpkg --limit 100000 --json").json();
    const auto countWhere = [&](auto isWanted) {
        return std::count_if(all["cases"].begin(), all["cases"].end(), isWanted);
    };
    const auto total = [&](const std::string& options) {
        return program.done("case list D.gpkg --limit 1 --json " + options).json()["total"].get<std::ptrdiff_t>();
    };
    const auto ofSquad =
        countWhere([](const Json& one) { return one["handler"].get<std::string>().starts_with("浦西中队"); });
    CHECK(ofSquad > 0);
    CHECK(total("--handler 浦西中队") == ofSquad);
    CHECK(program.run("case list D.gpkg --handler 没有这个人").exitCode == 1);
    std::ptrdiff_t reworked = 0;
    for (const Json& one : all["cases"]) {
        if (reworked > 2) // enough to be compared
            break;
        reworked += program.done("case show D.gpkg " + one["number"].get<std::string>() + " --json")
                                .json()["reworks"]
                                .get<int>() > 0
                        ? 1
                        : 0;
    }
    CHECK(total("--reworked") >= reworked);
    CHECK(total("--reworked") < static_cast<std::ptrdiff_t>(all["cases"].size()));
    const auto isOpen = [](const Json& one) {
        const std::string state = one["state"];
        return state == "reported" || state == "filed" || state == "handling" || state == "handled";
    };
    const auto open = std::find_if(all["cases"].begin(), all["cases"].end(), [&](const Json& one) {
        return isOpen(one) && one["due"].is_string() && one["state"] == "handling";
    });
    REQUIRE(open != all["cases"].end());
    const std::string day = (*open)["due"].get<std::string>().substr(0, 10);
    const auto dueThen = countWhere([&](const Json& one) {
        return isOpen(one) && one["due"].is_string() && one["due"].get<std::string>().starts_with(day);
    });
    CHECK(total("--due-from " + day + " --due-to " + day) == dueThen);
    CHECK(program.run("case list D.gpkg --due-from someday").exitCode == 1);
}

TEST_CASE("cases are written into files for spreadsheets, never with who reported them", "[cli]") {
    Program program;
    makeDistrict(program);
    program.done("case add D.gpkg --at 120.655,28.015 --category 09006 --description '摆摊, 三处' --reporter 王五 --phone 13800000000 --time 2026-11-20T09:31");
    program.done("case add D.gpkg --at 121,29 --category 06010 --time 2026-11-21T10:00 --quantity 3 --unit 处");
    const Json written = program.done("case list D.gpkg --out cases.csv --sort reported --json").json();
    CHECK(written["cases"] == 2);
    std::ostringstream text;
    text << std::ifstream(program.file("cases.csv")).rdbuf();
    CHECK(text.str().starts_with("\xEF\xBB\xBFLamp,Number,State,Category,Description,"));
    CHECK(text.str().find(",2026-000001,") < text.str().find(",2026-000002,"));
    CHECK(text.str().find("\"摆摊, 三处\"") != std::string::npos);
    CHECK(text.str().find("王五") == std::string::npos);
    CHECK(text.str().find("13800000000") == std::string::npos);
    CHECK(program.run("case list D.gpkg --out cases.csv").exitCode == 1);
    CHECK(program.done("case list D.gpkg --out cases.csv --force --limit 1").out == "cases.csv: 1\n");
    CHECK(program.run("case list D.gpkg --out more.csv --unseal").exitCode == 2);
    program.done("case list D.gpkg --out cases.xlsx");
    const Json layers = program.done("layers cases.xlsx --json").json();
    REQUIRE(layers["layers"].size() == 1);
    CHECK(layers["layers"][0]["count"] == 2);
    CHECK_FALSE(std::filesystem::exists(program.file("cases.xlsx.part")));
}

TEST_CASE("an import of cases counts every row and saves the refused ones", "[cli]") {
    Program program;
    makeDistrict(program);
    program.write("cases.csv", "ID,DATE,TIME,TYPE,LON,LAT\nA1,2026-11-02,09:30,店外经营,120.655,28.015\nA2,bad,09:40,店外经营,120.655,28.015\n"
                               "A1,2026-11-03,10:00,店外经营,120.655,28.015\nA3,2026-11-13,11:00,没有的类别,,\n");
    const Json report = program.done("import cases D.gpkg cases.csv --set number=ID --set reported=DATE+TIME --set category=TYPE --set longitude=LON "
                                     "--set latitude=LAT --time-format '%Y-%m-%d %H:%M' --rejected refused.csv --json")
                            .json();
    for (const char* name : {"read", "accepted", "rejected", "cases", "outside", "duplicates", "problems"})
        CHECK(report.contains(name));
    CHECK(report["read"] == 4);
    CHECK(report["accepted"] == 2);
    CHECK(report["rejected"] == 2);
    CHECK(report["cases"] == 2);
    CHECK(report["outside"] == 1);
    CHECK(report["duplicates"] == 1);
    CHECK(members(report["problems"][0]) == Names{"row", "field", "value", "reason", "refused"});
    std::ostringstream refused;
    refused << std::ifstream(program.file("refused.csv")).rdbuf();
    CHECK(refused.str().find("A2") != std::string::npos);
    CHECK(refused.str().find("A3") == std::string::npos);
    CHECK(program.run("import cases D.gpkg cases.csv --set number=ID --set reported=DATE --rejected refused.csv").exitCode == 1); // never overwritten
}

TEST_CASE("no output is overwritten without force", "[cli]") {
    Program program;
    makeDistrict(program);
    CHECK(program.run("new D.gpkg --name 另一个").exitCode == 1);
    CHECK(program.run("demo D.gpkg").exitCode == 1);
    program.done("render D.gpkg --out map.png --size 300x200");
    CHECK(program.run("render D.gpkg --out map.png --size 300x200").exitCode == 1);
    program.done("render D.gpkg --out map.png --size 300x200 --force");
    program.done("backup D.gpkg --out copy.gpkg");
    CHECK(program.run("backup D.gpkg --out copy.gpkg").exitCode == 1);
    CHECK(program.done("figures copy.gpkg --by area --json").json()["rows"].empty());
}

TEST_CASE("every layer of a source that can be drawn is drawn", "[cli]") {
    Program program;
    makeDistrict(program);
    const auto picture = [&](const std::string& name, const std::string& ways) {
        std::ofstream(program.file(name + ".osm")) << R"(<osm version="0.6"><node id="1" version="1" lat="28.012" lon="120.652"><tag k="place" v="village"/><tag k="name" v="N"/></node>
<node id="2" version="1" lat="28.011" lon="120.651"/><node id="3" version="1" lat="28.019" lon="120.659"/>)" << ways << "</osm>";
        program.done("render D.gpkg --out " + name + ".png --size 300x200 --layer " + name + ".osm");
        std::ostringstream bytes;
        bytes << std::ifstream(program.file(name + ".png"), std::ios::binary).rdbuf();
        return bytes.str();
    };
    // The points are the first layer of such a file, the lines another one.
    const std::string road = R"(<way id="4" version="1"><nd ref="2"/><nd ref="3"/><tag k="highway" v="primary"/></way>)";
    CHECK(picture("place", "") != picture("road", road));
}

TEST_CASE("undo redo journal and check speak JSON", "[cli]") {
    Program program;
    makeDistrict(program);
    program.done("case add D.gpkg --at 120.655,28.015 --category 09006");
    program.done("undo D.gpkg --json");
    CHECK(program.run("case show D.gpkg 2026-000001").exitCode == 1);
    program.done("redo D.gpkg --json");
    program.done("case show D.gpkg 2026-000001");
    const Json journal = program.done("journal D.gpkg --limit 3 --json").json();
    REQUIRE(journal["entries"].size() == 3);
    CHECK(journal["entries"][0]["kind"] == "redo");
    const Json check = program.done("check D.gpkg --json").json();
    CHECK(members(check) == Names{"faults", "head", "notes"});
    CHECK(check["faults"].empty());
    CHECK(check["head"]["hash"] == journal["entries"][0]["hash"]); // what a printed report shows the beginning of
}

TEST_CASE("check finds a damage with exit code 1 and repairs it", "[cli]") {
    Program program;
    makeDistrict(program);
    program.done("case add D.gpkg --at 120.655,28.015 --category 09006");
    {
        auto raw = core::Connection::open(program.file("D.gpkg"), core::Connection::Access::ReadWrite);
        REQUIRE(raw);
        REQUIRE(raw->script("UPDATE case_state SET state = 5; DELETE FROM counter; DROP VIEW duties"));
    }
    const Run found = program.run("check D.gpkg --json");
    CHECK(found.exitCode == 1);
    std::set<std::string> keys;
    const Json document = found.json();
    for (const Json& fault : document["faults"]) {
        keys.insert(fault["key"]);
        CHECK(fault["remedy"]["key"] == "remedy-repair");
    }
    CHECK(keys == Names{"case-state-differs", "counter-low", "schema-missing"});
    const Json repaired = program.done("check D.gpkg --repair --json").json();
    CHECK(repaired["done"].size() == 3);
    CHECK(repaired["left"]["faults"].empty());
    CHECK(repaired["left"]["head"]["kind"] == "upkeep");
    CHECK(std::filesystem::exists(program.file("").parent_path() / std::filesystem::path(repaired["backup"].get<std::string>()).filename()));
    program.done("check D.gpkg");
    const Json nothing = program.done("check D.gpkg --repair --json").json();
    CHECK(nothing["done"].empty());
    CHECK(nothing["backup"].is_null());
}

TEST_CASE("an unknown actor is a fault and a known one is recorded", "[cli]") {
    Program program;
    program.done("demo D.gpkg");
    CHECK(program.run("case add D.gpkg --at 121.4853,31.2383 --category 09006 --actor 没有这个人").exitCode == 1);
    const Json person = program.done("journal D.gpkg --json").json();
    CHECK_FALSE(person["entries"].empty());
}

TEST_CASE("wrong usage has exit code 2 and says so on stderr", "[cli]") {
    Program program;
    for (const char* arguments : {"new", "case", "case add", "figures", "render x.gpkg", "report", "import cases", "check --colour"}) {
        const Run run = program.run(arguments);
        INFO(arguments);
        CHECK(run.exitCode == 2);
        CHECK(run.out.empty());
    }
    CHECK(program.run("check nothing.gpkg").exitCode == 1);
}

TEST_CASE("a mistyped verb is wrong usage and opens no window", "[cli]") {
    Program program;
    program.write("D.gpkg", "");
    const Run run = program.run("chekc D.gpkg");
    CHECK(run.exitCode == 2);
    CHECK(run.out.empty());
    CHECK(run.err == "gridwarden: chekc is neither a verb nor a file. The verbs are listed by: gridwarden --help\n");
}

TEST_CASE("layers tells what a source holds", "[cli]") {
    Program program;
    const Json info = program.done("layers '" GRIDWARDEN_TEST_DATA "/nyc/census_tracts_2010/nyct2010.shp' --json").json();
    REQUIRE(info["layers"].size() == 1);
    CHECK(info["layers"][0]["count"] == 2165);
    CHECK(info["layers"][0]["crs"] == "EPSG:2263");
    CHECK(program.run("layers nothing.shp").exitCode == 1);
}
