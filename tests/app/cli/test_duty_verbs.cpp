// SPDX-License-Identifier: GPL-3.0-or-later
// Duties by verbs: listed, checked, written into spreadsheets and read back.
#include "tests/app/cli/program.h"

using namespace gridwarden::test;
using Json = nlohmann::json;
using Names = std::set<std::string>;

TEST_CASE("duties are listed by day and area and person", "[cli]") {
    Program program;
    program.done("demo D.gpkg");
    const Json all = program.done("duty list D.gpkg --json").json()["duties"];
    REQUIRE(all.size() == 183); // resources/demo/people.json
    CHECK(members(all[0]) == Names{"id", "area", "kind", "post", "at", "person", "responsibility", "from", "to",
                                   "weekdays", "start", "end"});
    // Grid 01-01 has an early and a late shift from Monday to Friday, a round at the weekend, and evenings from Thursday on.
    CHECK(program.done("duty list D.gpkg --area 01-01 --on 2026-03-02 --json").json()["duties"].size() == 2);
    CHECK(program.done("duty list D.gpkg --area 01-01 --on 2026-03-07 --json").json()["duties"].size() == 2);
    CHECK(program.done("duty list D.gpkg --area 01-01 --on 2024-12-31 --json").json()["duties"].empty());
    const Json one = program.done("duty list D.gpkg --area 01-01 --on 2026-03-02 --json").json()["duties"][0];
    CHECK(one["start"] == "07:00");
    CHECK(one["end"] == "13:00");
    CHECK(one["weekdays"] == "1-5");
    CHECK(one["kind"] == "grid");
    CHECK(one["post"].is_null());
    CHECK(program.run("duty list D.gpkg --person 没有这个人").exitCode == 1);
    CHECK(program.done("duty list D.gpkg").out.find("01-01") != std::string::npos);
}

TEST_CASE("duty check says what is wrong by the rules of the district", "[cli]") {
    Program program;
    program.done("demo D.gpkg");
    const std::string week = "duty check D.gpkg --from 2026-03-02 --to 2026-03-08";
    program.write("rules.json",
                  R"({"service": [{"weekdays": "1-5", "start": "07:00", "end": "19:00", "area": "01-01"}]})");
    program.done("duty rules D.gpkg --set rules.json");
    const auto clean = program.done(week + " --json").json();
    CHECK(members(clean) == Names{"from", "to", "kind", "problems"});
    CHECK(clean["problems"].empty());

    program.write("late.json",
                  R"({"service": [{"weekdays": "1-5", "start": "07:00", "end": "20:30", "area": "01-01"}]})");
    CHECK(program.done("duty rules D.gpkg --set late.json").json()["service"][0]["end"] == "20:30");
    const Run gap = program.run(week + " --json");
    CHECK(gap.exitCode == 1);
    REQUIRE(gap.json()["problems"].size() == 1);
    const Json problem = gap.json()["problems"][0];
    CHECK(members(problem) == Names{"problem", "first", "last", "start", "end", "area", "post", "person", "certificate",
                                    "hours", "duties"});
    CHECK(problem["problem"] == "gap");
    CHECK(problem["first"] == "2026-03-02");
    CHECK(problem["last"] == "2026-03-04"); // later the evening duty is there
    CHECK(problem["start"] == "19:00");
    CHECK(problem["end"] == "20:30");
    CHECK(problem["area"] == "01-01");
    const Run told = program.run(week);
    CHECK(told.exitCode == 1);
    CHECK(told.out.find("Nobody on duty") != std::string::npos);
    CHECK(told.out.find("19:00") != std::string::npos);

    // The shipped rules ask officers for a certificate, and the demo has none.
    program.done("duty rules D.gpkg --reset");
    CHECK(program.run(week + " --json").json().dump().find("no_certificate") != std::string::npos);
    program.done("undo D.gpkg");
    CHECK(program.run(week + " --json").json()["problems"].size() == 1);
}

TEST_CASE("what is wrong about a question on duties says why", "[cli]") {
    Program program;
    makeDistrict(program);
    CHECK(program.run("duty check D.gpkg --from 2026-03-08 --to 2026-03-02").exitCode == 1);
    CHECK(program.run("duty check D.gpkg --from 2026-03-02 --to someday").exitCode == 1);
    CHECK(program.run("duty check D.gpkg --from 2026-03-02 --to 2026-03-08 --kind planet").exitCode == 1);
    CHECK(program.run("duty check D.gpkg").exitCode == 2);
    program.write("rules.json", R"({"longest_shift": 8})");
    const Run wrong = program.run("duty rules D.gpkg --set rules.json");
    CHECK(wrong.exitCode == 1);
    CHECK(wrong.err.find("longest_shift") != std::string::npos);
}

TEST_CASE("a roster goes out as a workbook and comes back as it was", "[cli]") {
    Program program;
    program.done("demo D.gpkg");
    CHECK(program.done("export duties D.gpkg --out roster.xlsx --json").json()["duties"] == 183);
    CHECK(program.run("export duties D.gpkg --out roster.xlsx").exitCode == 1); // not overwritten
    const Json again = program.done("import duties D.gpkg roster.xlsx --json").json();
    CHECK(again["read"] == 183);
    CHECK(again["left_out"] == 183);
    CHECK(again["accepted"] == 0);
    CHECK(program.done("export duties D.gpkg --out early.csv --to 2024-12-31 --json").json()["duties"] == 0);

    // What is new in one district is new in the other one.
    program.done("demo E.gpkg");
    program.write(
        "new.csv",
        "网格,姓名,职责,星期,开始,结束,起始日期,截止日期\n01-01,王建国,夜查,六、日,22:00,02:00,2026-03-01,2026-03-31\n"
        "01-99,王建国,夜查,六、日,22:00,02:00,,\n");
    const Json trial = program.done("import duties D.gpkg new.csv --dry-run --json").json();
    CHECK(trial["accepted"] == 1);
    CHECK(program.done("duty list D.gpkg --json").json()["duties"].size() == 183);
    const Json taken = program.done("import duties D.gpkg new.csv --json").json();
    CHECK(members(taken) == Names{"read", "accepted", "rejected", "left_out", "problems"});
    CHECK(taken["accepted"] == 1);
    CHECK(taken["rejected"] == 1);
    CHECK(taken["problems"][0]["row"] == 2);
    CHECK(taken["problems"][0]["value"] == "01-99");
    CHECK(program.done("duty list D.gpkg --json").json()["duties"].size() == 184);
    program.done("export duties D.gpkg --out all.xlsx");
    CHECK(program.done("import duties E.gpkg all.xlsx --json").json()["accepted"] == 1);
    const auto content = [](Json duties) {
        std::multiset<std::string> all;
        for (Json& duty : duties) {
            duty.erase("id");
            all.insert(duty.dump());
        }
        return all;
    };
    CHECK(content(program.done("duty list D.gpkg --json").json()["duties"]) ==
          content(program.done("duty list E.gpkg --json").json()["duties"]));
    program.done("undo D.gpkg");
    CHECK(program.done("duty list D.gpkg --json").json()["duties"].size() == 183);
}
