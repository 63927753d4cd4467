// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/source/duty_columns.h"
#include "gis/source/duty_import.h"
#include "tests/support/small_district.h"
#include "tests/support/sound.h"

#include <fstream>

using namespace gridwarden;
using namespace gridwarden::core;
using gis::DutyColumn;

namespace {

Day day(const char* text) {
    return parseDay(text).value();
}

struct RosterDesk : test::SmallDistrict {
    std::filesystem::path file(const std::string& text) {
        const auto path = folder / "roster.csv";
        std::ofstream(path) << text;
        return path;
    }
    gis::DutyImportReport import(const std::string& text) {
        auto report = gis::importDuties(*district, actor, file(text));
        REQUIRE(report);
        return std::move(*report);
    }
};

/// "2 守点=东门 post-without-name".
std::string textOf(const gis::ImportProblem& problem) {
    return std::to_string(problem.row) + ' ' + problem.field + '=' + problem.value + ' ' + problem.reason.key +
           (problem.isRefused ? "" : " (noted)");
}

} // namespace

TEST_CASE("a roster as people keep it becomes duties in one change", "[gis][source][duty]") {
    RosterDesk desk;
    const std::size_t before = desk.district->people().duties().size();
    const auto report = desk.import("网格,姓名,职责,星期,上班时间,下班时间,起,止,守点,经度,纬度\n"
                                    "02,李四,夜间巡查,周一至周五,22：00,6:00,2026/3/2,2026年12月31日,,,\n"
                                    "03,P1,,每天,07:30:00,24:00,,,东门,120.645,28.015\n"
                                    ",,,,,,,,,,\n");
    CHECK(report.read == 3);
    CHECK(report.accepted == 2);
    CHECK(report.leftOut == 1);
    CHECK(report.problems.empty());
    REQUIRE(desk.district->people().duties().size() == before + 2);
    const Duty night = *desk.district->people().dutiesOf(desk.grids[1]).at(0);
    CHECK(night.person == desk.li);
    CHECK(night.responsibility == "夜间巡查");
    CHECK(night.weekdays == 0x1f);
    CHECK(night.startMinute == 22 * 60);
    CHECK(night.endMinute == 6 * 60);
    CHECK(night.from == day("2026-03-02"));
    CHECK(night.to == day("2026-12-31"));
    const Duty post = *desk.district->people().dutiesOf(desk.grids[2]).at(0);
    CHECK(post.person == desk.zhang);
    CHECK(post.startMinute == 7 * 60 + 30);
    CHECK(post.endMinute == 24 * 60);
    CHECK(post.post == "东门");
    CHECK(post.place == GeoPoint{120.645, 28.015});
    CHECK_FALSE(post.from);
    const auto journal = desk.district->store().journal(1);
    CHECK(journal->front().label == Message{"import-duties", {"2", "roster.csv"}});
    test::requireSound(*desk.district);
    REQUIRE(desk.district->undo(desk.actor));
    CHECK(desk.district->people().duties().size() == before);
}

TEST_CASE("rows that are refused say which field and why, and the others are taken", "[gis][source][duty]") {
    RosterDesk desk;
    REQUIRE(desk.district->change({"test", {}}, desk.actor, [&](Change& change) -> Result<void> {
        Person namesake;
        namesake.code = "P9";
        namesake.name = "李四";
        const auto saved = savePerson(change, namesake);
        return saved ? Result<void>() : fail(saved);
    }));
    const auto report = desk.import("Kind,Area,Person code,Person,Responsibility,Weekdays,Start,End,First day,Last "
                                    "day,Guard post,Longitude,Latitude\n"
                                    "grid,99,P1,,,1-5,08:00,18:00,,,,,\n"
                                    "planet,01,P1,,,1-5,08:00,18:00,,,,,\n"
                                    "片区,Z1,P1,,,1-5,08:00,18:00,,,,,\n"
                                    ",01,,李四,,1-5,08:00,18:00,,,,,\n"
                                    ",01,P2,李四,,1-5,08:00,18:00,,,,,\n"
                                    ",01,,王五,,1-5,08:00,18:00,,,,,\n"
                                    ",01,P1,,,someday,08:00,18:00,,,,,\n"
                                    ",01,P1,,,1-5,8,18:00,,,,,\n"
                                    ",01,P1,,,1-5,08:00,18:00,2026-02-30,,,,\n"
                                    ",01,P1,,,1-5,08:00,18:00,2026-03-02,2026-03-01,,,\n"
                                    ",01,P1,,,1-5,08:00,18:00,,,,120.645,28.015\n"
                                    ",01,P1,,,1-5,08:00,18:00,,,东门,120.645,north\n");
    std::vector<std::string> problems;
    for (const auto& problem : report.problems)
        problems.push_back(textOf(problem));
    CHECK(problems == std::vector<std::string>{
                          "1 Area=99 area-unknown", "2 Kind=planet area-kind-unknown", "4 Person=李四 person-ambiguous",
                          "6 Person=王五 person-unknown", "7 Weekdays=someday weekdays-unreadable",
                          "8 Start=8 clock-unreadable", "9 First day=2026-02-30 day-unreadable",
                          "10 Last day=2026-03-01 duty-ends-before-start", "11 Guard post= post-without-name",
                          "12 Latitude=north place-unreadable"});
    CHECK(report.read == 12);
    CHECK(report.rejected == 10);
    CHECK(report.accepted == 2);
    CHECK(desk.district->people().dutiesOf(desk.zone).size() == 1);
}

TEST_CASE("what is there already is left out, so that a file can be read again", "[gis][source][duty]") {
    RosterDesk desk;
    const std::string roster =
        "Area,Person,Weekdays,Start,End\n02,李四,1-5,08:00,18:00\n02,李四,周一至周五,8:00,18:00\n";
    const auto first = desk.import(roster);
    CHECK(first.accepted == 1);
    CHECK(first.leftOut == 1);
    CHECK(textOf(first.problems.at(0)) == "2 = duty-there-already (noted)");
    const auto entries = desk.district->store().journal(100)->size();
    const auto second = desk.import(roster);
    CHECK(second.accepted == 0);
    CHECK(second.leftOut == 2);
    CHECK(desk.district->store().journal(100)->size() == entries);
}

TEST_CASE("a table without a column that is needed is refused as a whole", "[gis][source][duty]") {
    RosterDesk desk;
    const auto report = gis::readDuties(*desk.district, desk.file("网格,姓名,星期,开始\n01,张三,1-5,08:00\n"));
    REQUIRE_FALSE(report);
    CHECK(report.error().what == Message{"roster-needs", {"离岗时间", "End"}});
    CHECK(gis::readDuties(*desk.district, desk.file("网格,工号,星期,开始,结束\n01,P1,1-5,08:00,12:00\n"))->accepted ==
          1);
}

TEST_CASE("every heading that is written is read as its own column", "[gis][source][duty]") {
    for (const DutyColumn column : gis::AllDutyColumns)
        for (const Language language : {Language::Chinese, Language::English})
            CHECK(gis::dutyColumnOf(gis::dutyColumnTitle(column, language)) == column);
    CHECK_FALSE(gis::dutyColumnOf("备注"));
}
