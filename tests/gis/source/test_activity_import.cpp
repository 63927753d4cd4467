// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/source/activity_import.h"
#include "gis/source/quantity_text.h"
#include "tests/support/small_district.h"

#include <fstream>

using namespace gridwarden;
using gridwarden::test::SmallDistrict;
using Lines = std::vector<std::string>;

namespace {

struct Sheet {
    SmallDistrict small;
    core::District& district = *small.district;

    core::Result<gis::ActivityImportReport> tryImport(const std::string& csv, const Lines& settings = {},
                                                      bool fillDown = false) {
        std::ofstream(small.folder / "week.csv") << csv;
        gis::ActivityImportOptions options;
        options.mapping = gis::activityMappingFromTexts(settings, district.activityLists()).value();
        options.fillDown = fillDown;
        return gis::importActivities(district, small.actor, small.folder / "week.csv", options);
    }
    gis::ActivityImportReport import(const std::string& csv, const Lines& settings = {}, bool fillDown = false) {
        auto report = tryImport(csv, settings, fillDown);
        REQUIRE(report);
        CHECK(report->accepted + report->rejected + report->leftOut == report->read);
        CHECK(district.activities().value()->all().size() >= report->activities.size());
        return *report;
    }
    /// "2026-03-02 leaflets 400 份" of all that are in the district.
    Lines entries() {
        Lines lines;
        for (const auto& entry : district.activities().value()->all())
            lines.push_back(core::dayText(entry->time.day()) + " " + entry->kind + " " +
                            core::quantityText(entry->quantity) + " " + entry->unit);
        return lines;
    }
};

/// "3 数量 quantity-unreadable !": row, field, reason, refused.
Lines summary(const gis::ActivityImportReport& report) {
    Lines lines;
    for (const gis::ImportProblem& problem : report.problems)
        lines.push_back(std::to_string(problem.row) + " " + problem.field + " " + problem.reason.key +
                        (problem.isRefused ? " !" : ""));
    return lines;
}

} // namespace

TEST_CASE("a table with one activity in each row is imported by the names of its columns",
          "[gis][activities][import]") {
    Sheet sheet;
    const auto report = sheet.import("日期,中队,工作内容,数量,计量单位,人次,地点,责任人,备注\n"
                                     "2026-03-02,一中队,发放宣传单,400,,,人民广场,张三,晴\n"
                                     "2026-03-03,一中队,培训,1,次,38,会议室,,\n");
    CHECK(summary(report) == Lines{});
    CHECK(report.accepted == 2);
    CHECK(sheet.entries() == Lines{"2026-03-02 leaflets 400 份", "2026-03-03 training 1 次"});
    const core::Activity& first = *sheet.district.activities().value()->all()[0];
    CHECK(first.place == "人民广场");
    CHECK(first.person == sheet.small.zhang);
    CHECK(first.organisation == sheet.small.squad);
    CHECK(first.note == "晴");
    CHECK(first.time.isDays);
    CHECK(first.source == "week.csv:1");
    CHECK(sheet.district.activities().value()->all()[1]->people == 38);
    REQUIRE(sheet.district.undo(sheet.small.actor)); // all at once
    CHECK(sheet.entries().empty());
    REQUIRE(sheet.district.redo(sheet.small.actor));
    CHECK(sheet.entries().size() == 2);
}

TEST_CASE("a table with a column for each kind gives an activity for each number in it", "[gis][activities][import]") {
    Sheet sheet;
    const auto report = sheet.import("日期,部门,占道经营（起）,游摊,小广告,天气\n"
                                     "2026/3/2,一中队,32,5,,晴\n"
                                     "2026/3/3,一中队,0,-,7,雨\n"
                                     "2026/3/4,一中队,0,0,0,雨\n"
                                     "2026/3/5,一中队,,,,雨\n");
    CHECK(sheet.entries() ==
          Lines{"2026-03-02 road_trading 32 起", "2026-03-02 street_stalls 5 次", "2026-03-03 small_adverts 7 处"});
    CHECK(report.accepted == 2);
    CHECK(report.leftOut == 1); // zeros
    CHECK(summary(report) == Lines{"4  quantity-missing !"});
    CHECK(report.mapping.counted.size() == 3);
}

TEST_CASE("totals and blank rows are recognised and said, and do not count twice", "[gis][activities][import]") {
    Sheet sheet;
    const auto report = sheet.import("日期,工作内容,数量\n"
                                     "2026-03-02,占道经营,32\n"
                                     "2026-03-03,占道经营,8\n"
                                     "合 计,,40\n"
                                     ",,\n"
                                     "本周小计,占道经营,40\n"
                                     "2026-03-04,占道经营,2\n"
                                     "TOTAL,,42\n");
    CHECK(report.read == 7);
    CHECK(report.accepted == 3);
    CHECK(report.rejected == 0);
    CHECK(report.leftOut == 4);
    CHECK(report.totals == 3);
    CHECK(summary(report) == Lines{"3  row-is-total", "5  row-is-total", "7  row-is-total"});
    CHECK(sheet.entries().size() == 3);
}

TEST_CASE("what cannot be an activity is refused with row, field and reason", "[gis][activities][import]") {
    Sheet sheet;
    const auto report = sheet.import("日期,工作内容,数量,人次,责任人,网格编号,经度,纬度\n"
                                     "2026-03-02,占道经营,many,,,,,\n"
                                     "2026-03-02,unheard of,1,,,,,\n"
                                     ",占道经营,1,,,,,\n"
                                     "soon,占道经营,1,,,,,\n"
                                     "2026-03-02,占道经营,,,,,,\n"
                                     "2026-03-02,占道经营,1,1.5,,,,\n"
                                     "2026-03-02,占道经营,1,,王五,,,\n"
                                     "2026-03-02,占道经营,1,,,99,,\n"
                                     "2026-03-02,占道经营,1,,,,120.645,\n"
                                     "2199-03-02,占道经营,1,,,,,\n"
                                     "2026-03-02,占道经营,-3,,,,,\n"
                                     "2026-03-02,占道经营\n"
                                     "2026-03-02,占道经营,1,,,01,,\n");
    CHECK(summary(report) == Lines{"1 数量 quantity-unreadable !", "2 工作内容 activity-kind-unknown !",
                                   "3 日期 day-missing !", "4 日期 time-unreadable !", "5 数量 quantity-missing !",
                                   "6 人次 people-unreadable !", "7 责任人 handler-unknown !",
                                   "8 网格编号 area-unknown !", "9 纬度 coordinate-incomplete !",
                                   "10 数量 time-in-future !", "11 数量 quantity-unreadable !",
                                   "12  row-too-few-fields !", "13 网格编号 place-from-area"});
    CHECK(report.accepted == 1);
    CHECK(report.rejected == 12);
    const auto& entry = *sheet.district.activities().value()->all().front();
    REQUIRE(entry.point);
    CHECK(sheet.district.areas().contains(sheet.small.grids[0], *entry.point, entry.time.day()));
}

TEST_CASE("columns and constants can be told, days may span, and merged cells are filled from above when asked",
          "[gis][activities][import]") {
    Sheet sheet;
    const std::string csv = "when,who,stalls,posters\n"
                            "2026-03-02,一中队,3,1\n"
                            ",,4,2\n";
    const Lines settings = {"day=when", "to==2026-03-06", "organisation=who", "kind:street_stalls=stalls",
                            "kind:small_adverts=posters"};
    const auto refused = sheet.import(csv, settings);
    CHECK(summary(refused) == Lines{"2 when day-missing !"});
    REQUIRE(sheet.district.undo(sheet.small.actor));
    const auto report = sheet.import(csv, settings, /*fillDown=*/true);
    CHECK(summary(report) == Lines{});
    CHECK(sheet.entries().size() == 4);
    for (const auto& entry : sheet.district.activities().value()->all()) {
        CHECK(entry->organisation == sheet.small.squad);
        CHECK(core::dayText(entry->time.lastDay()) == "2026-03-06");
    }
}

TEST_CASE("the same rows are not imported twice, others of the same file are", "[gis][activities][import]") {
    Sheet sheet;
    const std::string csv = "日期,工作内容,数量\n2026-03-02,占道经营,32\n";
    CHECK(sheet.import(csv).accepted == 1);
    const auto again = sheet.import(csv + "2026-03-03,占道经营,8\n");
    CHECK(summary(again) == Lines{"1 数量 activity-imported-already !"});
    CHECK(again.accepted == 1);
    CHECK(sheet.entries().size() == 2);
}

TEST_CASE("an import without a day or without kinds, or with a column that is not there, fails and writes nothing",
          "[gis][activities][import]") {
    Sheet sheet;
    const auto keyOf = [&](const std::string& csv, const Lines& settings) {
        const auto report = sheet.tryImport(csv, settings);
        return report ? std::string("none") : report.error().what.key;
    };
    const std::string csv = "日期,工作内容,数量\n2026-03-02,占道经营,32\n";
    CHECK(keyOf(csv, {"kind=工作内容"}) == "mapping-needs");
    CHECK(keyOf(csv, {"day=日期"}) == "mapping-needs");
    CHECK(keyOf(csv, {"day=日期", "kind=项目"}) == "field-unknown");
    CHECK(keyOf("日期,工作内容\n01/02/2026,占道经营\n", {"day=日期", "kind=工作内容"}) == "time-format-ambiguous");
    CHECK(sheet.entries().empty());
    CHECK(gis::activityMappingFromTexts(Lines{"kind:unheard=a"}, sheet.district.activityLists()).error().what.key ==
          "activity-kind-unknown");
    CHECK(gis::activityMappingFromTexts(Lines{"colour=a"}, sheet.district.activityLists()).error().what.key ==
          "target-unknown");
    CHECK(gis::activityMappingFromTexts(Lines{"day"}, sheet.district.activityLists()).error().what.key ==
          "mapping-unreadable");
    CHECK(gis::activityMappingFromTexts(Lines{"day=a", "day=b"}, sheet.district.activityLists()).error().what.key ==
          "target-repeated");
}

TEST_CASE("quantities are read as people write them", "[gis][activities][import]") {
    using gis::QuantityReading;
    const auto read = [](const char* text) { return gis::readQuantity(text).value_or(QuantityReading{-1, {}, false}); };
    CHECK(read("32") == QuantityReading{32, "", false});
    CHECK(read(" 1,032 份") == QuantityReading{1032, "份", false});
    CHECK(read("254余次") == QuantityReading{254, "次", true});
    CHECK(read("约40处") == QuantityReading{40, "处", true});
    CHECK(read("5.4万件") == QuantityReading{54000, "件", false});
    CHECK(read("1万余件") == QuantityReading{10000, "件", true});
    CHECK(read("7248余万元") == QuantityReading{7248, "万元", true});
    CHECK(read("7248万元") == QuantityReading{7248, "万元", false});
    CHECK(read("34.11万平方米") == QuantityReading{341100, "平方米", false});
    CHECK(read("３２　起") == QuantityReading{32, "起", false});
    for (const char* wrong : {"", "many", "-3", "1.2.3", ".", ",", "余3", "起32"})
        CHECK_FALSE(gis::readQuantity(wrong));
}
