// SPDX-License-Identifier: GPL-3.0-or-later
// Fields of sources, the inbox and Open311 on the command line.
#include "tests/app/cli/program.h"

using namespace gridwarden::test;
using Json = nlohmann::json;

namespace {

/// A district with a folder that has been at rest for an hour.
struct InboxProgram {
    Program program;
    InboxProgram() {
        makeDistrict(program);
        std::filesystem::create_directory(program.file("D.inbox"));
    }
    void put(const std::string& name, const std::string& text) {
        program.write("D.inbox/" + name, text);
        std::filesystem::last_write_time(program.file("D.inbox/" + name), std::filesystem::file_time_type::clock::now() - std::chrono::hours(1));
    }
    Json list() { return program.done("inbox list D.gpkg --json").json(); }
};

const std::string Rows = "工单号,时间,类别,问题描述,来源,经度,纬度,举报人\nGD-1,2026-11-20 09:31,09006,门口,群众热线,120.655,28.015,王某某\nGD-2,2026-11-20 09:32,没有的类别,不明,群众热线,,,\n";

} // namespace

TEST_CASE("fields of a source are given shown corrected and taken back", "[cli]") {
    Program program;
    makeDistrict(program);
    program.done("case add D.gpkg --at 120.655,28.015 --category 09006 --source petition --field 答复期限=2026-12-01 --field number=XF-7");
    Json shown = program.done("case show D.gpkg 2026-000001 --json").json();
    CHECK(shown["fields"] == Json{{"reply_due", "2026-12-01"}, {"number", "XF-7"}});
    program.done("case step D.gpkg 2026-000001 correct --field satisfaction=不满意 --field number=");
    shown = program.done("case show D.gpkg 2026-000001 --json").json();
    CHECK(shown["fields"] == Json{{"reply_due", "2026-12-01"}, {"satisfaction", "dissatisfied"}});
    CHECK(program.done("case show D.gpkg 2026-000001").out.find("reply due: 2026-12-01") != std::string::npos);
    for (const char* wrong : {"reply_due=soon", "camera=3", "reply_due"}) {
        const Run run = program.run(std::string("case add D.gpkg --at 120.655,28.015 --category 09006 --source petition --field ") + wrong);
        CAPTURE(wrong);
        CHECK(run.exitCode == 1);
        CHECK_FALSE(run.err.empty());
    }
    CHECK(program.done("case list D.gpkg --json").json()["total"] == 1);
}

TEST_CASE("the inbox lists accepts refuses and puts away and an undo brings back", "[cli]") {
    InboxProgram inbox;
    Program& program = inbox.program;
    inbox.put("hotline.csv", Rows);
    inbox.put("film.mp4", "x");
    Json listed = inbox.list();
    CHECK(listed["exists"] == true);
    REQUIRE(listed["proposals"].size() == 2);
    const Json first = listed["proposals"][0];
    CHECK(first["file"] == "hotline.csv");
    CHECK(first["row"] == "1");
    CHECK(first["number"] == "GD-1");
    CHECK(first["category"] == "2026:matter:09006");
    CHECK(first["area"] == "01");
    CHECK(first["time"] == "2026-11-20T09:31:00+08:00");
    CHECK(first["fields"]["number"] == "GD-1");
    CHECK(first["has_contact"] == true);
    CHECK(first["acceptable"] == true);
    CHECK(listed.dump().find("王某某") == std::string::npos);
    CHECK(listed["proposals"][1]["acceptable"] == false);
    REQUIRE(listed["remarks"].size() == 1);
    CHECK(listed["remarks"][0]["file"] == "film.mp4");

    const std::string firstId = first["id"], secondId = listed["proposals"][1]["id"];
    const Run blocked = program.run("inbox accept D.gpkg " + secondId);
    CHECK(blocked.exitCode == 1);
    CHECK(blocked.err.find("hotline.csv:2") != std::string::npos);
    const Json accepted = program.done("inbox accept D.gpkg --all --json").json();
    REQUIRE(accepted["accepted"].size() == 1);
    CHECK(accepted["accepted"][0]["case"] == "2026-000001");
    CHECK(accepted["left"].size() == 1);
    CHECK(inbox.list()["proposals"].size() == 1);
    const Json shown = program.done("case show D.gpkg 2026-000001 --json").json();
    CHECK(shown["source"] == "public");
    CHECK(shown["fields"]["number"] == "GD-1");

    program.done("undo D.gpkg");
    CHECK(inbox.list()["proposals"].size() == 2);
    const Json again = program.done("inbox accept D.gpkg " + firstId + " --json").json();
    CHECK(again["accepted"][0]["case"] == "2026-000002"); // a number is not given twice
    program.done("inbox accept D.gpkg " + secondId + " --category 06010 --link 2026-000002");
    CHECK(inbox.list()["proposals"].empty());
    CHECK(inbox.list()["decided_files"] == Json{"hotline.csv"});
    CHECK(program.done("inbox done D.gpkg --json").json()["moved"] == Json{"hotline.csv"});
    CHECK(std::filesystem::exists(program.file("D.inbox/done/hotline.csv")));
    CHECK(program.done("check D.gpkg --json").json()["faults"].empty());

    inbox.put("b.csv", "时间,类别,问题描述\n2026-11-20 11:00,09006,又一处\n");
    CHECK(program.run("inbox refuse D.gpkg --all").exitCode == 2); // without a reason
    CHECK(program.done("inbox refuse D.gpkg --all --note 重复 --json").json()["refused"] == 1);
    CHECK(inbox.list()["proposals"].empty());
    CHECK(program.run("inbox accept D.gpkg ffffffff").exitCode == 1);
}

TEST_CASE("a folder that is not there holds nothing and another can be watched", "[cli]") {
    Program program;
    makeDistrict(program);
    const Run run = program.done("inbox list D.gpkg");
    CHECK(run.err.find("D.inbox") != std::string::npos);
    CHECK_FALSE(std::filesystem::exists(program.file("D.inbox")));
    CHECK(program.done("inbox folder D.gpkg incoming --json").json()["folder"] == program.file("incoming").string());
    std::filesystem::create_directory(program.file("incoming"));
    CHECK(program.done("inbox list D.gpkg --json").json()["exists"] == true);
}

TEST_CASE("a file that another program is still writing is waited for", "[cli]") {
    InboxProgram inbox;
    inbox.program.write("D.inbox/new.csv", Rows); // just now
    const Json listed = inbox.list();
    CHECK(listed["proposals"].size() == 2);
}

TEST_CASE("cases go out as Open311 in either format and come in again elsewhere", "[cli]") {
    InboxProgram inbox;
    Program& program = inbox.program;
    program.done("case add D.gpkg --at 120.655,28.015 --category 09006 --description 摆摊 --time 2026-11-20T09:31 --reporter 王某某 --phone 1390577");
    program.done("case add D.gpkg --at 120.656,28.016 --category 06010 --description 垃圾 --time 2026-11-21T09:31");
    program.done("case step D.gpkg 2026-000002 reject --note 不属实");
    CHECK(program.done("export open311 D.gpkg all.json --json").json()["cases"] == 2);
    CHECK(program.run("export open311 D.gpkg all.json").exitCode == 1);
    program.done("export open311 D.gpkg all.xml");
    CHECK(program.done("export open311 D.gpkg day.json --from 2026-11-21 --to 2026-11-21 --json").json()["cases"] == 1);
    std::ifstream file(program.file("all.json"));
    const Json requests = Json::parse(file);
    REQUIRE(requests.size() == 2);
    CHECK(requests[0]["service_request_id"] == "2026-000001");
    CHECK(requests[1]["status"] == "closed");
    CHECK(requests.dump().find("1390577") == std::string::npos);

    program.done("new E.gpkg --name 邻区");
    std::filesystem::create_directory(program.file("E.inbox"));
    for (const char* format : {"all.json", "all.xml"}) {
        std::filesystem::copy_file(program.file(format), program.file("E.inbox") / format);
        std::filesystem::last_write_time(program.file("E.inbox") / format, std::filesystem::file_time_type::clock::now() - std::chrono::hours(1));
    }
    const Json listed = program.done("inbox list E.gpkg --json").json();
    REQUIRE(listed["proposals"].size() == 2); // what both files say is there once
    CHECK(listed["proposals"][0]["number"] == "2026-000001");
    CHECK(listed["proposals"][0]["category"] == "2026:matter:09006");
    CHECK(listed["proposals"][0]["time"] == "2026-11-20T09:31:00+08:00");
    CHECK(listed["proposals"][0]["description"] == "摆摊");
    CHECK(listed["proposals"][0]["place"][0].get<double>() == Approx(120.655).epsilon(0).margin(1e-9));
}
