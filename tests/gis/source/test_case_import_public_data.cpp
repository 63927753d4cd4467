// SPDX-License-Identifier: GPL-3.0-or-later
// Real tables of two cities, unedited. The expected counts were taken from the files by other programs; see their
// READMEs.
#include "gis/source/case_import.h"
#include "tests/support/scratch_folder.h"

#include <catch2/catch.hpp>

#include <algorithm>

using namespace gridwarden;

namespace {

struct City {
    test::ScratchFolder folder;
    std::unique_ptr<core::District> district;
    core::Actor actor{"tester", core::PersonId()};

    explicit City(const std::string& timeZone) {
        auto made = core::District::create(folder / "city.gpkg", {"City", timeZone, ""});
        REQUIRE(made);
        district = std::move(*made);
    }
    core::Result<gis::CaseImportReport> import(const std::string& file, const std::vector<std::string>& mapping,
                                               const std::string& timeFormat = {},
                                               const std::vector<std::string>& groupBy = {}) {
        gis::CaseImportOptions options;
        auto read = gis::mappingFromTexts(mapping);
        REQUIRE(read);
        options.mapping = std::move(*read);
        options.timeFormat = timeFormat;
        options.groupBy = groupBy;
        return gis::importCases(*district, actor, std::string(GRIDWARDEN_TEST_DATA) + "/" + file, options);
    }
    std::int64_t count(const std::string& what) {
        return district->connection().integer("SELECT count(*) FROM " + what).value();
    }
    std::string text(const std::string& query) { return district->connection().text(query).value(); }
};

std::size_t notes(const gis::CaseImportReport& report, const std::string& key) {
    return static_cast<std::size_t>(
        std::count_if(report.problems.begin(), report.problems.end(),
                      [&](const gis::ImportProblem& problem) { return problem.reason.key == key; }));
}

const std::vector<std::string> Table = {"number=Unique Key",   "reported=Created Date",   "closed=Closed Date",
                                        "due=Due Date",        "category=Complaint Type", "description=Descriptor",
                                        "longitude=Longitude", "latitude=Latitude",       "address=Incident Address"};
const std::vector<std::string> Json = {"number=unique_key",       "reported=created_date", "closed=closed_date",
                                       "category=complaint_type", "longitude=longitude",   "latitude=latitude"};

} // namespace

TEST_CASE("the service requests of New York are all taken in seven schemas", "[gis][cases][import][acceptance]") {
    struct Extract {
        std::string file;
        std::vector<std::string> mapping;
        std::size_t rows, open, located, reversed, categories;
        std::string timeFormat;
    };
    const auto extract = GENERATE(values<Extract>({
        {"nyc311_2011_a.csv", Table, 2000, 42, 1402, 1, 90, ""},
        {"nyc311_2012_socrata.json", Json, 1000, 18, 1000, 7, 66, ""},
        {"nyc311_2013-10.csv", Table, 199, 114, 193, 0, 37, ""},
        {"nyc311_2014-2019.csv", Table, 1000, 14, 893, 10, 101, ""},
        {"nyc311_2022-05.csv", Table, 924, 444, 913, 0, 37, "%m/%d/%Y %I:%M:%S %p"},
        {"nyc311_2025-03.csv", Table, 235, 34, 232, 0, 50, ""},
        {"nyc311_animals_2025.csv", Table, 4969, 277, 4907, 0, 9, ""},
    }));
    CAPTURE(extract.file);
    City city("America/New_York");
    const auto report = city.import("nyc/" + extract.file, extract.mapping, extract.timeFormat);
    if (!report)
        FAIL(report.error().what.key << " " << report.error().detail);
    CHECK(report->read == extract.rows);
    CHECK(report->accepted == extract.rows);
    CHECK(report->rejected == 0);
    CHECK(report->cases == static_cast<std::int64_t>(extract.rows));
    CHECK(report->outside == static_cast<std::int64_t>(extract.rows)); // there are no areas
    CHECK(notes(*report, "closed-before-reported") == extract.reversed);
    CHECK(notes(*report, "time-unreadable") == 0);
    CHECK(report->unknownCategories.size() <= extract.categories);
    CHECK(city.count("case_report") == static_cast<std::int64_t>(extract.rows));
    CHECK(city.count("case_report WHERE longitude IS NOT NULL") == static_cast<std::int64_t>(extract.located));
    CHECK(city.count("case_state WHERE closed IS NULL") == static_cast<std::int64_t>(extract.open));
}

TEST_CASE("a night in which day and month cannot be told apart asks for the format",
          "[gis][cases][import][acceptance]") {
    City city("America/New_York");
    const auto report = city.import("nyc/nyc311_2022-05.csv", Table);
    REQUIRE_FALSE(report);
    CHECK(report.error().what ==
          core::Message{"time-format-ambiguous", {"Created Date", "%m/%d/%Y %I:%M:%S %p", "%d/%m/%Y %I:%M:%S %p"}});
    CHECK(city.count("case_report") == 0);
}

TEST_CASE("the times of New York are of its zone", "[gis][cases][import][acceptance]") {
    City city("America/New_York");
    REQUIRE(city.import("nyc/nyc311_2011_a.csv", Table));
    // 03/01/2011 02:27:57 PM to 03/14/2011 03:59:20 PM: daylight saving time began between them
    const auto id = core::findCase(city.district->connection(), "19937896");
    REQUIRE(id);
    REQUIRE(*id);
    const auto record = core::loadCase(city.district->connection(), **id);
    REQUIRE(record);
    CHECK(core::isoUtc(record->derived.reported) == "2011-03-01T19:27:57Z");
    REQUIRE(record->derived.closed);
    CHECK(core::isoUtc(*record->derived.closed) == "2011-03-14T19:59:20Z");
}

TEST_CASE("the persons in the accidents of 2024 in Taiwan are grouped into accidents",
          "[gis][cases][import][acceptance]") {
    City city("Asia/Taipei");
    const auto report = city.import("taiwan/accidents_a1_2024.csv",
                                    {"reported=發生日期+發生時間", "address=發生地點", "longitude=經度",
                                     "latitude=緯度", "category=事故類別名稱", "source==superior"},
                                    "", {"發生日期", "發生時間", "發生地點"});
    REQUIRE(report);
    CHECK(report->read == 4374);
    CHECK(report->accepted == 4372);
    CHECK(report->rejected == 2); // the footnotes
    CHECK(report->cases == 1674);
    CHECK(notes(*report, "reported-missing") == 2);
    CHECK(report->problems.back().row == 4374);
    REQUIRE(report->timeFormats.size() == 1);
    CHECK(report->timeFormats[0].column == "發生日期+發生時間");
    CHECK(report->timeFormats[0].pattern == "%Y%m%d %H%M%S");
    CHECK(city.count("case_report WHERE longitude IS NOT NULL") == 1674);
    CHECK(city.count("case_report WHERE source = 'superior'") == 1674);
    // 20240101 095600 in the first row
    CHECK(city.count("case_state WHERE reported = 1704074160") == 1);
}

TEST_CASE("the older accidents of Taiwan have times that agree with their Unix times",
          "[gis][cases][import][acceptance]") {
    struct Year {
        std::string file;
        std::size_t rows;
        std::int64_t first;
    };
    const auto year = GENERATE(
        values<Year>({{"accidents_a1_2021.csv", 1758, 1609447740}, {"accidents_a1_2022.csv", 1015, 1640975400}}));
    CAPTURE(year.file);
    const std::vector<std::string> place = {"address=發生地點", "description=死亡受傷人數", "longitude=經度",
                                            "latitude=緯度"};
    std::vector<std::string> moments;
    for (const std::string column : {"發生時間", "unixtime"}) {
        City city("Asia/Taipei");
        std::vector<std::string> mapping = place;
        mapping.push_back("reported=" + column);
        const auto report = city.import("taiwan/" + year.file, mapping);
        REQUIRE(report);
        CHECK(report->accepted == year.rows);
        CHECK(report->problems.empty());
        CHECK(city.count("case_state WHERE reported = " + std::to_string(year.first)) >= 1);
        moments.push_back(city.text(
            "SELECT group_concat(reported) FROM (SELECT reported FROM case_state ORDER BY reported, case_id)"));
    }
    CHECK(moments[0] == moments[1]);
}
