// SPDX-License-Identifier: GPL-3.0-or-later
// Figures by definition, the periodic summary and its check, as a scheduler would run them.
#include "core/store/connection.h"
#include "tests/app/cli/program.h"

using namespace gridwarden::test;
using Json = nlohmann::json;

namespace {

/// Two cases of March, one of them closed on the spot, one of April; 1,250 stalls cleared in March.
void fill(Program& program) {
    makeDistrict(program);
    for (const char* time : {"2026-03-02T09:00", "2026-03-20T09:00", "2026-04-01T09:00"})
        program.done(std::string("case add D.gpkg --at 120.655,28.015 --category 09006 --time ") + time);
    program.done("case step D.gpkg 2026-000001 self_handle --time 2026-03-02T10:00");
    program.done("activity add D.gpkg --kind road_trading --quantity 1250 --day 2026-03-05");
}

const std::string March = " --from 2026-03-01 --to 2026-03-31";

} // namespace

TEST_CASE("figures of a period are told by key or name with what they are made of", "[cli]") {
    Program program;
    fill(program);
    const Json document = program.done("figures D.gpkg --of reported,结案率,activity_road_trading" + March + " --json").json();
    CHECK(members(document) == std::set<std::string>{"from", "to", "as_of", "figures"});
    REQUIRE(document["figures"].size() == 3);
    const Json& reported = document["figures"][0];
    CHECK(members(reported) == std::set<std::string>{"key", "name", "unit", "value", "records", "definition", "source"});
    CHECK(reported["value"] == 2);
    const Json& closing = document["figures"][1];
    CHECK(closing["key"] == "closing");
    CHECK(closing["numerator"] == 1);
    CHECK(closing["value"] == 1.0);
    CHECK(document["figures"][2]["value"] == 1250);
    CHECK(program.done("figures D.gpkg --of reported --area 01 --from 2026-01-01 --to 2026-12-31 --json").json()["figures"][0]["value"] == 3);
    CHECK(program.done("figures D.gpkg --of all" + March).out.find("上报数") != std::string::npos);
    CHECK(program.run("figures D.gpkg --of nothing" + March).exitCode == 2);
    CHECK(program.run("figures D.gpkg --of reported").exitCode == 2); // no period
    CHECK(program.run("figures D.gpkg --of reported --by state" + March).exitCode != 0);
    CHECK(program.run("figures D.gpkg").exitCode != 0);
}

TEST_CASE("a summary is filled, written and verified, and says what no longer holds", "[cli]") {
    Program program;
    fill(program);
    program.write("t.txt", "# {期间}\n\n上报{上报数}，{上报数|环比}；清理占道经营{清理占道经营|余}。\n");
    const std::string text = program.done("summary D.gpkg --template t.txt" + March).out;
    CHECK(text.find("2026年3月\n") != std::string::npos);
    CHECK(text.find("　　上报2件，环比增加2件；清理占道经营1200余起。") != std::string::npos);
    CHECK(text.find("1. 上报数：2件（2；2 条记录，") != std::string::npos);
    program.done("summary D.gpkg --template t.txt" + March + " --out march.json");
    CHECK(program.run("summary D.gpkg --template t.txt" + March + " --out march.json").exitCode == 1); // is not overwritten
    CHECK(program.run("summary D.gpkg --template t.txt" + March + " --out march.doc").exitCode == 2);
    CHECK_FALSE(std::filesystem::exists(program.file("march.doc")));
    CHECK(program.done("summary D.gpkg --template t.txt --language en" + March).out.find("1. Reported: 2件 (2; 2 records, ") != std::string::npos);
    const Json before = program.done("verify D.gpkg march.json --json").json();
    CHECK(before["holds"] == true);
    REQUIRE(before["numbers"].size() == 3);
    program.done("activity add D.gpkg --kind road_trading --quantity 7 --day 2026-03-06");
    const Run after = program.run("verify D.gpkg march.json --json");
    CHECK(after.exitCode == 1);
    CHECK(after.json()["numbers"][0]["holds"] == true);
    CHECK(after.json()["numbers"][2]["holds"] == false);
    CHECK(after.json()["numbers"][2]["published"] == 1250);
    CHECK(after.json()["numbers"][2]["now"] == 1257);
    CHECK(program.run("verify D.gpkg t.txt").exitCode == 1);
}

TEST_CASE("a summary has the same numbers as text, JSON, PDF and OpenDocument text", "[cli]") {
    Program program;
    fill(program);
    program.write("t.txt", "# {辖区}{期间}工作总结\n\n## 一、案件\n上报{上报数}，结案率{结案率}，{上报数|环比}；立案{立案数|保密}。\n\n## 二、市容\n清理占道经营{清理占道经营|余}。\n");
    const std::string summary = "summary D.gpkg --template t.txt" + March;
    program.done(summary + " --out m.json");
    program.done(summary + " --out m.txt");
    const Json told = program.done(summary + " --out m.pdf --issuer 测试区城管局文件 --number 测城〔2026〕3号 --addressee 区政府 --json").json();
    CHECK(told["numbers"] == 5);
    CHECK(told["pages"] >= 2); // the annex begins a page
    program.done(summary + " --out m.odt --issuer 测试区城管局文件 --number 测城〔2026〕3号 --addressee 区政府");
    const auto squeezed = [](std::string text) {
        std::erase_if(text, [](unsigned char c) { return c <= ' '; });
        return text;
    };
    const auto outputOf = [&](const std::string& command) {
        FILE* const pipe = popen(("cd '" + program.file("").string() + "' && " + command).c_str(), "r");
        REQUIRE(pipe != nullptr);
        std::string text;
        std::array<char, 4096> buffer{};
        for (std::size_t count = 0; (count = fread(buffer.data(), 1, buffer.size(), pipe)) > 0;)
            text.append(buffer.data(), count);
        REQUIRE(pclose(pipe) == 0);
        return squeezed(text);
    };
    const std::string pdf = outputOf("pdftotext -raw m.pdf -"), text = outputOf("cat m.txt");
    const std::string odt = outputOf("python3 -c \"import zipfile, re; print(re.sub('<[^>]*>', '', zipfile.ZipFile('m.odt').read('content.xml').decode()))\"");
    const Json document = Json::parse(std::ifstream(program.file("m.json")));
    REQUIRE(document["numbers"].size() == 5);
    for (const Json& number : document["numbers"]) {
        const std::string printed = squeezed(number["printed"]), digest = number["digest"].get<std::string>().substr(0, 16);
        INFO(printed);
        for (const std::string* each : {&pdf, &odt, &text}) {
            CHECK(each->find(printed) != std::string::npos);
            CHECK(each->find(digest) != std::string::npos);
        }
    }
    for (const std::string* each : {&pdf, &odt})
        for (const char* part : {"测试区城管局文件", "测城〔2026〕3号", "区政府：", "测试区2026年3月工作总结", "一、案件", "上报2件，结案率100.00%，环比增加2件；立案*****件。", "附件：数据附录"}) {
            INFO(part);
            CHECK(each->find(part) != std::string::npos);
        }
    // Cases filed are 1; neither copy nor plain text tells it.
    CHECK(text.find("立案数：*****件（不公开；*****条记录") != std::string::npos);
}

TEST_CASE("a summary is published by a scheduler and verified with rankings as the window does", "[cli]") {
    Program program;
    fill(program);
    program.write("t.txt", "# {期间}总结\n\n上报{上报数}；清理占道经营{清理占道经营|余}。\n");
    CHECK(program.done("verify D.gpkg --json").json() == Json::parse(R"({"holds": true, "publications": []})"));
    const std::string summary = "summary D.gpkg --template t.txt" + March;
    const std::string text = program.done(summary + " --publish").out;
    CHECK(text.find("上报2件") != std::string::npos);
    const auto line = text.find("publication ");
    REQUIRE(line != std::string::npos);
    const std::string first = std::to_string(std::stoll(text.substr(line + 12)));
    const Json told = program.done(summary + " --publish --title 三月发布 --out m.json --json").json();
    CHECK(members(told) == std::set<std::string>{"file", "numbers", "publication"});
    const std::string second = std::to_string(told["publication"].get<std::int64_t>());
    CHECK(members(program.done(summary + " --publish --json").json()) == std::set<std::string>{"numbers", "publication"});
    CHECK(program.run(summary + " --title 三月").exitCode == 2); // of what is not published
    CHECK(program.done("journal D.gpkg --limit 3").out.find("三月发布") != std::string::npos);

    program.done("evaluate D.gpkg --scheme area-class-1 --publish 排名" + March);
    const Json all = program.done("verify D.gpkg --json").json();
    CHECK(all["holds"] == true);
    REQUIRE(all["publications"].size() == 4); // the newest first
    CHECK(members(all["publications"][0]) == std::set<std::string>{"id", "at", "kind", "title", "from", "to", "holds"});
    CHECK(all["publications"][0]["kind"] == "evaluation");
    CHECK(all["publications"][2]["title"] == "三月发布");
    CHECK(all["publications"][3]["title"] == "2026年3月总结"); // its first line
    CHECK(all["publications"][3]["from"] == "2026-03-01");
    CHECK(program.done("verify D.gpkg " + second + " --json").json() == program.done("verify D.gpkg m.json --json").json());
    const std::string ranking = std::to_string(all["publications"][0]["id"].get<std::int64_t>());
    CHECK(program.done("verify D.gpkg " + ranking + " --json").json() == program.done("evaluate D.gpkg --json --published " + ranking).json());

    program.done("activity add D.gpkg --kind road_trading --quantity 7 --day 2026-03-06"); // in the summaries and not in the ranking
    const Run after = program.run("verify D.gpkg --json");
    CHECK(after.exitCode == 1);
    CHECK(after.json()["holds"] == false);
    CHECK(after.json()["publications"][0]["holds"] == true);
    CHECK(after.json()["publications"][3]["holds"] == false);
    CHECK(program.run("verify D.gpkg " + first).out.find("NO") != std::string::npos);
    CHECK(program.run("verify D.gpkg 5").exitCode == 1); // no such number
    program.done("undo D.gpkg");
    CHECK(program.done("verify D.gpkg").out.find("2026年3月总结") != std::string::npos);
}

TEST_CASE("a publication of an unknown kind is verified as nothing else", "[cli]") {
    Program program;
    fill(program);
    program.done("summary D.gpkg" + March + " --publish");
    {
        auto raw = gridwarden::core::Connection::open(program.file("D.gpkg"),
                                                      gridwarden::core::Connection::Access::ReadWrite);
        REQUIRE(raw);
        REQUIRE(raw->script("UPDATE publication SET kind = 'poem'"));
    }
    const Json all = program.run("verify D.gpkg --json").json();
    REQUIRE(all["publications"].size() == 1);
    const std::string id = std::to_string(all["publications"][0]["id"].get<std::int64_t>());
    const Run run = program.run("verify D.gpkg " + id);
    CHECK(run.exitCode == 1);
    CHECK(run.err.find("poem") != std::string::npos);
}

TEST_CASE("a bulletin is written with the numbers of the figures", "[cli]") {
    Program program;
    fill(program);
    const std::string bulletin = "report bulletin D.gpkg" + March;
    const Json told = program.done(bulletin + " --out b.pdf --json").json();
    for (const Json& figure : program.done("figures D.gpkg --of reported,filed,closed,due_to_close,self_handled" + March + " --json").json()["figures"]) {
        INFO(figure["key"]);
        CHECK(told["figures"][figure["key"].get<std::string>()] == figure["value"]);
    }
    CHECK(told["pages"] >= 2);
    CHECK(program.run(bulletin + " --out b.pdf").exitCode == 1); // is not overwritten
    program.done(bulletin + " --out b.odt --language en --areas grid --issuer Bureau");
    CHECK(std::filesystem::exists(program.file("b.odt")));
    program.done(bulletin + " --out b.xlsx");
    const Json layers = program.done("layers b.xlsx --json").json();
    CHECK(layers.dump().find("表1") != std::string::npos);
    const Run wrong = program.run(bulletin + " --out b.doc");
    CHECK(wrong.exitCode == 2);
    CHECK(wrong.err.find("b.doc") != std::string::npos);
    CHECK(program.run("report bulletin D.gpkg --from 2026-03-31 --to 2026-03-01 --out c.pdf").exitCode == 2);
}

TEST_CASE("a document that cannot be written leaves what was there", "[cli]") {
    Program program;
    fill(program);
    program.write("t.txt", "# 总结\n\n上报{上报数}。\n");
    for (const std::string name : {"m.pdf", "m.odt", "m.xlsx"}) {
        INFO(name);
        const std::string summary = "summary D.gpkg --template t.txt" + March + " --out " + name;
        program.write(name, "before");
        const auto isAsBefore = [&] {
            std::ostringstream content;
            content << std::ifstream(program.file(name)).rdbuf();
            return content.str() == "before";
        };
        CHECK(program.run(summary).exitCode == 1); // is not overwritten
        CHECK(isAsBefore());
        // Something that cannot be removed is where the file would be made.
        std::filesystem::create_directories(program.file(name + ".part") / "x");
        const Run run = program.run(summary + " --force");
        CHECK(run.exitCode == 1);
        CHECK(run.err.find(name) != std::string::npos);
        CHECK(isAsBefore());
        std::filesystem::remove_all(program.file(name + ".part"));
        program.done(summary + " --force");
        CHECK_FALSE(isAsBefore());
        CHECK(program.run("summary D.gpkg --template t.txt" + March + " --out nowhere/" + name).exitCode == 1);
    }
}

TEST_CASE("a template that cannot be used is said with its line", "[cli]") {
    Program program;
    program.done("new D.gpkg --name 测试区");
    program.write("t.txt", "# 标题\n\n共{没有这个指标}。\n");
    const Run run = program.run("summary D.gpkg --template t.txt" + March);
    CHECK(run.exitCode == 1);
    CHECK(run.err.find("Line 3") != std::string::npos);
    CHECK(run.err.find("没有这个指标") != std::string::npos);
    program.write("t.txt", "共{上报数");
    CHECK(program.run("summary D.gpkg --template t.txt" + March).err.find("a brace has no other one") != std::string::npos);
    CHECK(program.run("summary D.gpkg --template none.txt" + March).err.find("none.txt") != std::string::npos);
    CHECK(program.run("summary D.gpkg --template none.txt" + March).exitCode == 1);
    for (const char* const shipped : {"summary", "week", "工作周报", "year_english"})
        program.done(std::string("summary D.gpkg --template ") + shipped + March);
    CHECK(program.run("summary D.gpkg --from 2026-03-31 --to 2026-03-01").exitCode == 2);
}
