// SPDX-License-Identifier: GPL-3.0-or-later
// Evaluation by a scheme: ranking, files, marks, what was published and what became of it.
#include "tests/app/cli/program.h"

using namespace gridwarden::test;
using Json = nlohmann::json;

namespace {

const std::string March = " --from 2026-03-01 --to 2026-03-31";

/// Two grids; in 01 two cases of which one is filed, in 02 one filed.
void fill(Program& program) {
    program.write("grids.geojson", R"({"type":"FeatureCollection","features":[
        {"type":"Feature","properties":{"CODE":"01","NAME":"网格一"},"geometry":{"type":"Polygon","coordinates":[[[120.65,28.01],[120.66,28.01],[120.66,28.02],[120.65,28.02],[120.65,28.01]]]}},
        {"type":"Feature","properties":{"CODE":"02","NAME":"网格二"},"geometry":{"type":"Polygon","coordinates":[[[120.66,28.01],[120.67,28.01],[120.67,28.02],[120.66,28.02],[120.66,28.01]]]}}]})");
    program.done("new D.gpkg --name 测试区");
    program.done("import areas D.gpkg grids.geojson --kind grid --code CODE --name NAME");
    for (const char* place : {"120.655,28.015", "120.656,28.015", "120.665,28.015"})
        program.done(std::string("case add D.gpkg --category 09006 --time 2026-03-02T09:00 --at ") + place);
    for (const char* number : {"2026-000002", "2026-000003"})
        program.done(std::string("case step D.gpkg ") + number + " file --time 2026-03-02T10:00");
    program.write("s.json", R"({"key":"mine","zh":"本局方案","subjects":{"kind":"areas","areas":"grid"},
        "items":[{"key":"filing","zh":"立案率","weight":60,"rate":"filing"},{"key":"look","zh":"现场","weight":40,"by_hand":true}],
        "grades":[{"key":"A","zh":"A","from":90},{"key":"E","zh":"E"}],"red":{"top":1}})");
}

const Json& subject(const Json& document, const std::string& code) {
    for (const Json& each : document["subjects"])
        if (each["code"] == code)
            return each;
    FAIL("no subject " << code);
    return document;
}

} // namespace

TEST_CASE("the schemes are listed and the district keeps its own", "[cli]") {
    Program program;
    fill(program);
    const Json shipped = program.done("evaluate D.gpkg --list --json").json();
    REQUIRE(shipped.size() == 8);
    CHECK(shipped[0]["key"] == "department");
    CHECK(shipped[0]["own"] == false);
    CHECK(shipped[3]["items"][1]["by_hand"] == true);
    CHECK(program.done("evaluate D.gpkg --list").out.find("部门评价") != std::string::npos);
    program.done("evaluate D.gpkg --save-scheme s.json");
    CHECK(program.done("evaluate D.gpkg --list --json").json().back()["own"] == true);
    CHECK(program.done("journal D.gpkg --limit 1").out.find("Save the scheme 本局方案") != std::string::npos);
    program.done("evaluate D.gpkg --remove-scheme mine");
    CHECK(program.run("evaluate D.gpkg --remove-scheme mine").exitCode == 1);
    program.write("wrong.json",
                  R"({"key":"w","zh":"错","subjects":{"kind":"areas","areas":"grid"},"items":[{"key":"a","zh":"甲","weight":90,"rate":"closing"}]})");
    const Run wrong = program.run("evaluate D.gpkg --save-scheme wrong.json");
    CHECK(wrong.exitCode == 1);
    CHECK(wrong.err.find("add up to 90 instead of 100") != std::string::npos);
}

TEST_CASE("subjects are ranked by counted items and marks", "[cli]") {
    Program program;
    fill(program);
    program.done("evaluate D.gpkg --save-scheme s.json");
    program.done("evaluate D.gpkg --scheme mine --mark look 01 90 --evidence 抽查" + March);
    program.done("evaluate D.gpkg --scheme mine --mark 现场 网格二 50 --json" + March);
    const Json document = program.done("evaluate D.gpkg --scheme 本局方案 --json --as-of 2026-12-01T00:00" + March).json();
    CHECK(members(document) == std::set<std::string>{"scheme", "name", "from", "to", "as_of", "full", "cases_of_nobody", "subjects"});
    REQUIRE(document["subjects"].size() == 2);
    const Json &first = subject(document, "01"), &second = subject(document, "02");
    CHECK(first["items"][0]["numerator"] == 1);
    CHECK(first["items"][0]["denominator"] == 2);
    CHECK(first["items"][0]["records"] == 1);
    CHECK(first["items"][1]["marks"][0]["evidence"] == "抽查");
    CHECK(first["total"] == 66);  // 30 + 36
    CHECK(second["total"] == 80); // 60 + 20
    CHECK(second["rank"] == 1);
    CHECK(second["list"] == "red");
    CHECK(first["rank"] == 2);
    CHECK(first["grade"] == "E");
    CHECK(first["collector_reports"] == 2);
    const std::string text = program.done("evaluate D.gpkg --scheme mine" + March).out;
    CHECK(text.find("50.00%") != std::string::npos);
    CHECK(text.find("80.00") != std::string::npos);
    CHECK(program.run("evaluate D.gpkg --scheme mine --mark look 01 101" + March).exitCode == 1);
    CHECK(program.run("evaluate D.gpkg --scheme mine --mark filing 01 10" + March).exitCode == 1);
    CHECK(program.run("evaluate D.gpkg --scheme mine --mark look 99 10" + March).exitCode == 1);
    CHECK(program.run("evaluate D.gpkg --scheme mine --mark look 01 good" + March).exitCode == 2);
    const auto mark = std::to_string(first["items"][1]["marks"][0]["id"].get<std::int64_t>());
    program.done("evaluate D.gpkg --remove-mark " + mark);
    CHECK(subject(program.done("evaluate D.gpkg --scheme mine --json" + March).json(), "01")["items"][1]["counts"] == "spread");
}

TEST_CASE("an evaluation is written as a table or a document", "[cli]") {
    Program program;
    fill(program);
    program.done("evaluate D.gpkg --scheme s.json --out r.csv" + March);
    std::ostringstream text;
    text << std::ifstream(program.file("r.csv")).rdbuf();
    CHECK(text.str().find("名次,编码,评价对象,立案率,立案率得分,现场,现场得分,总分,等级,红黑榜,校正名次") != std::string::npos);
    CHECK(text.str().find("\n1,02,网格二,100 %,100,") != std::string::npos);
    program.done("evaluate D.gpkg --scheme s.json --out r.xlsx --language en" + March);
    CHECK(std::filesystem::file_size(program.file("r.xlsx")) > 2000);
    CHECK(program.run("evaluate D.gpkg --scheme s.json --out r.xlsx" + March).exitCode == 1); // is not overwritten
    program.done("evaluate D.gpkg --scheme s.json --out r.xlsx --force" + March);
    program.done("evaluate D.gpkg --scheme s.json --out r.json" + March);
    std::ostringstream document;
    document << std::ifstream(program.file("r.json")).rdbuf();
    CHECK(Json::parse(document.str())["scheme"]["key"] == "mine");
    program.done("evaluate D.gpkg --scheme s.json --issuer 测试局文件 --out r.pdf" + March);
    CHECK(std::system(("pdftotext -layout '" + program.file("r.pdf").string() + "' '" + program.file("r.txt").string() + "'").c_str()) == 0);
    std::ostringstream pages;
    pages << std::ifstream(program.file("r.txt")).rdbuf();
    for (const char* const words : {"测试局文件", "本局方案", "02 网格二", "红榜"}) {
        INFO(words);
        CHECK(pages.str().find(words) != std::string::npos);
    }
    program.done("evaluate D.gpkg --scheme s.json --out r.odt" + March);
    CHECK(std::filesystem::file_size(program.file("r.odt")) > 2000);
    CHECK(program.run("evaluate D.gpkg --scheme s.json --out r.doc" + March).exitCode == 2);
    CHECK_FALSE(std::filesystem::exists(program.file("r.doc")));
}

TEST_CASE("what was published stays and is compared with the records", "[cli]") {
    Program program;
    fill(program);
    const Json published = program.done("evaluate D.gpkg --scheme s.json --json --publish 三月考核" + March).json();
    const std::string id = std::to_string(published["publication"].get<std::int64_t>());
    const Json list = program.done("evaluate D.gpkg --published --json").json();
    REQUIRE(list.size() == 1);
    CHECK(list[0]["title"] == "三月考核");
    CHECK(program.done("evaluate D.gpkg --published").out.find(id) != std::string::npos);
    CHECK(program.done("evaluate D.gpkg --json --published " + id).json()["holds"] == true);
    program.done("case add D.gpkg --category 09006 --time 2026-03-05T09:00 --at 120.665,28.015");
    const Run after = program.run("evaluate D.gpkg --json --published " + id);
    CHECK(after.exitCode == 1);
    const Json comparison = after.json();
    REQUIRE(comparison["then"]["items"].size() == 1);
    CHECK(comparison["then"]["items"][0]["code"] == "02");
    CHECK(comparison["then"]["items"][0]["published"]["value"] == 1);
    CHECK(comparison["then"]["items"][0]["now"]["value"] == 0.5);
    CHECK(comparison["now"]["holds"] == false);
    CHECK(program.run("evaluate D.gpkg --published " + id).out.find("otherwise than published") != std::string::npos);
    CHECK(program.run("evaluate D.gpkg --published 5").exitCode == 1);
    CHECK(program.run("evaluate D.gpkg --published x").exitCode == 2);
}

TEST_CASE("what does not go together is wrong usage or a fault", "[cli]") {
    Program program;
    fill(program);
    CHECK(program.run("evaluate D.gpkg" + March).exitCode == 2);             // no scheme
    CHECK(program.run("evaluate D.gpkg --scheme department").exitCode == 2); // no period
    CHECK(program.run("evaluate D.gpkg --scheme luck" + March).exitCode == 1);
    CHECK(program.run("evaluate D.gpkg --list --published").exitCode == 2);
    CHECK(program.run("evaluate D.gpkg --mark look 01 5" + March).exitCode == 2);
    CHECK(program.run("evaluate D.gpkg --scheme department --kind grid" + March).exitCode == 1); // organisations
    CHECK(program.done("evaluate D.gpkg --scheme area-class-1 --kind zone --json" + March).json()["subjects"].empty());
    CHECK(program.run("evaluate none.gpkg --list").exitCode == 1);
}
