// SPDX-License-Identifier: GPL-3.0-or-later
// Reports as other programs see them: what can be found in the text, and what lies beside it when something goes wrong.
#include "tests/app/report/report_district.h"

#include <catch2/catch.hpp>

using namespace gridwarden;
using namespace gridwarden::test;

TEST_CASE("a grid's report says in searchable text what the district holds", "[report]") {
    ReportDistrict small;
    small.importCases(0, 12);
    const auto outcome = small.write(small.options({small.grids[0]}));
    CHECK(outcome.areas == 1);
    REQUIRE(outcome.files == std::vector{small.folder / "report.pdf"});
    const QString text = textOf(outcome.files[0]);

    SECTION("title and origin") {
        CHECK(text.contains(QStringLiteral("测试区责任网格01督导报告")));
        CHECK(text.contains(QStringLiteral("网格01")));
        CHECK(text.contains(QStringLiteral("2026年10月")));
        CHECK(text.contains(QStringLiteral("数据截至 2026-11-02 09:00")));
        CHECK(text.contains(QStringLiteral("（张三）")));
        CHECK(text.contains(QStringLiteral("片区 东片区")));
    }
    SECTION("who answers for it") {
        CHECK(text.contains(QStringLiteral("张三")));
        CHECK(text.contains(QStringLiteral("一中队")));
        CHECK(text.contains(QStringLiteral("07:00–19:00")));
        CHECK(text.contains(QStringLiteral("每天")));
    }
    SECTION("each case with its number, category and words") {
        for (int i = 0; i < 12; ++i)
            CHECK(text.contains(QStringLiteral("3303022026100%1").arg(10'000 + i)));
        CHECK(occurrences(text, QStringLiteral("人民路")) >= 12); // 人 民 门 车 月 日 页: found as they are printed
        CHECK(text.contains(QStringLiteral("网格门前停车")));
        CHECK(text.contains(QStringLiteral("处置中")));
        CHECK(text.contains(QStringLiteral("已结案")));
    }
    SECTION("no character is replaced by a radical") {
        for (const QChar c : text)
            CHECK_FALSE((c.unicode() >= 0x2E80 && c.unicode() <= 0x2FDF));
    }
}

TEST_CASE("names of categories can be found", "[report]") {
    ReportDistrict small;
    small.importCases(0, 3);
    const QString text = textOf(small.write(small.options({small.grids[0]})).files[0]);
    for (const char* key : {"09006", "06012", "09005"}) {
        const core::Category* category = small.district->categories().find(key);
        REQUIRE(category != nullptr);
        INFO(category->name);
        CHECK(text.contains(QString::fromStdString(category->name)));
    }
}

TEST_CASE("the numbers are those that the file's rows give", "[report]") {
    ReportDistrict small;
    small.importCases(0, 43);
    small.importCases(1, 10, "3303022026200");
    core::Connection& connection = small.district->connection();
    const auto seconds = [](const char* time) { return std::to_string(moment(time).time_since_epoch().count()); };
    const auto within = [&](const std::string& column) {
        return "(" + column + " >= " + seconds("2026-10-01T00:00") + " AND " + column + " < " + seconds("2026-11-01T00:00") + ")";
    };
    const std::string isLater = "(due IS NULL OR due >= " + seconds("2026-11-01T00:00") + ")";
    const auto count = [&](const std::string& condition) {
        const auto counted = connection.integer("SELECT count(*) FROM case_state WHERE grid = ? AND " + condition, {small.grids[0]});
        INFO((counted ? condition : counted.error().detail));
        REQUIRE(counted);
        return *counted;
    };
    const auto reported = count(within("reported"));
    const auto due = count("(" + within("due") + " OR (" + within("closed") + " AND " + isLater + "))");
    const auto closed = count("state = 5 AND (" + within("due") + " OR (" + within("closed") + " AND " + isLater + "))");
    const auto inTime = count("state = 5 AND closed <= due AND " + within("due"));
    const auto open = count("state IN (1, 2, 3, 4, 7) AND reported < " + seconds("2026-11-01T00:00"));
    const auto overdue = count("state IN (1, 2, 3, 4) AND due < " + seconds("2026-11-02T09:00"));
    REQUIRE(reported == 43);
    REQUIRE(inTime == 11);
    REQUIRE(overdue > 0);

    QString text = textOf(small.write(small.options({small.grids[0]})).files[0]);
    text.remove(QLatin1Char('\n')).remove(QLatin1Char(' '));
    CHECK(text.contains(QStringLiteral("上报问题%1件").arg(reported)));
    CHECK(text.contains(QStringLiteral("应结案%1件，结案%2件").arg(due).arg(closed)));
    CHECK(text.contains(QStringLiteral("按期结案%1件").arg(inTime)));
    CHECK(text.contains(QStringLiteral("未结案%1件，其中超期%2件").arg(open).arg(overdue)));
    CHECK(text.contains(QStringLiteral("%1／%2件应结案").arg(inTime).arg(due)));
    CHECK(text.contains(QStringLiteral("%1／%2件未结案").arg(overdue).arg(open)));
    CHECK(text.contains(QStringLiteral("%1/%2").arg(closed).arg(due)));
    CHECK(text.contains(QString::number(100.0 * static_cast<double>(inTime) / static_cast<double>(due), 'f', 2) + QStringLiteral("%")));
}

TEST_CASE("the list numbers every case behind a figure and those on the map", "[report]") {
    ReportDistrict small;
    small.importCases(0, 8);
    // One that was reported in September and is still open counts, one that was closed then does not.
    std::vector<core::ImportedCase> earlier(2);
    for (auto& each : earlier) {
        each.reported = moment("2026-09-10T08:00");
        each.category = small.category("09006");
        each.place = core::GeoPoint{120.645, 28.005};
    }
    earlier[0].number = "CARRIED";
    earlier[1].number = "FINISHED";
    earlier[1].closed = moment("2026-09-12T08:00");
    core::ImportRecord record;
    REQUIRE(small.district->importBatch({"test-import", {}}, small.actor, record, [&](core::Change& change) -> core::Result<void> {
        const auto written = core::writeImportedCases(*small.district, change, earlier, core::OnDuplicate::Reject);
        return written ? core::Result<void>() : core::Result<void>(core::fail(written));
    }));
    const QString text = textOf(small.write(small.options({small.grids[0]})).files[0]);
    CHECK(text.contains(QStringLiteral("本期上报（8件）")));
    CHECK(text.contains(QStringLiteral("（1件）")));
    CHECK(text.contains(QStringLiteral("CARRIED")));
    CHECK_FALSE(text.contains(QStringLiteral("FINISHED")));
    CHECK(text.contains(QStringLiteral("案件清单序号，共9件")));
}

TEST_CASE("a grid without cases gets a whole report with dashes", "[report]") {
    ReportDistrict small;
    const QString text = textOf(small.write(small.options({small.grids[3]})).files[0]);
    CHECK(text.contains(QStringLiteral("统计期内没有案件")));
    CHECK(text.contains(QStringLiteral("没有可标在图上的案件")));
    CHECK(text.contains(QStringLiteral("统计期内没有登记责任人")));
    CHECK(text.contains(QStringLiteral("—")));
    CHECK_FALSE(text.contains(QStringLiteral("nan")));
}

TEST_CASE("an English report is English whatever the interface speaks", "[report]") {
    ReportDistrict small;
    small.importCases(0, 5);
    auto options = small.options({small.grids[0]});
    options.language = core::Language::English;
    const auto outcome = small.write(options);
    const QString text = textOf(outcome.files[0]);
    CHECK(text.contains(QStringLiteral("Responsibility grid 01")));
    CHECK(text.contains(QStringLiteral("Closed in time")));
    CHECK(text.contains(QStringLiteral("October 2026")));
    CHECK(text.contains(QStringLiteral("List of cases")));
    CHECK_FALSE(text.contains(QStringLiteral("案件清单")));
    const QString structure = outputOf(QStringLiteral("qpdf"), {QStringLiteral("--json"), pathText(outcome.files[0])});
    CHECK(structure.contains(QStringLiteral("\"/Lang\"")));
}

TEST_CASE("a larger area names the grids in it", "[report]") {
    ReportDistrict small;
    small.importCases(0, 6);
    small.importCases(2, 4, "3303022026200");
    const QString text = textOf(small.write(small.options({small.zone})).files[0]);
    CHECK(text.contains(QStringLiteral("测试区片区Z1督导报告")));
    CHECK(text.contains(QStringLiteral("所辖责任网格")));
    for (const char* name : {"网格01", "网格02", "网格03", "网格04"})
        CHECK(text.contains(QString::fromUtf8(name)));
    CHECK(text.contains(QStringLiteral("本期上报（10件）")));
}

TEST_CASE("more cases than can be numbered are thinned and it is said", "[report]") {
    ReportDistrict small;
    small.importCases(0, 260);
    const QString text = textOf(small.write(small.options({small.grids[0]})).files[0]).remove(QLatin1Char('\n')).remove(QLatin1Char(' '));
    // One in two is open: those are numbered, the others shown by their place.
    CHECK(text.contains(QStringLiteral("只编未结案的（超期优先）")));
    CHECK(text.contains(QStringLiteral("其余")));
    CHECK(text.contains(QStringLiteral("本期上报（260件）")));
}

TEST_CASE("a report as of an earlier moment shows what was so then", "[report]") {
    ReportDistrict small;
    small.importCases(0, 12); // four hours after the last report all deadlines of the first day are over
    auto options = small.options({small.grids[0]});
    options.asOf = moment("2026-10-01T10:00");
    const QString text = textOf(small.write(options).files[0]).remove(QLatin1Char('\n')).remove(QLatin1Char(' '));
    CHECK(text.contains(QStringLiteral("上报问题1件")));
    CHECK(text.contains(QStringLiteral("未结案1件，其中超期0件")));
}

TEST_CASE("an existing file is only written over when asked", "[report]") {
    ReportDistrict small;
    auto options = small.options({small.grids[0]});
    {
        QFile file(pathText(options.output));
        REQUIRE(file.open(QIODevice::WriteOnly));
        file.write("mine");
    }
    const auto refused = app::writeGridReports(*small.district, options);
    REQUIRE_FALSE(refused);
    CHECK(refused.error().code == core::ErrorCode::Exists);
    CHECK(refused.error().what.key == "file-exists");
    QFile file(pathText(options.output));
    REQUIRE(file.open(QIODevice::ReadOnly));
    CHECK(file.readAll() == QByteArray("mine"));
    options.overwrite = true;
    small.write(options);
    CHECK(textOf(options.output).contains(QStringLiteral("测试区")));
    CHECK(small.filesBeside() == std::vector<std::string>{"report.pdf"});
}

TEST_CASE("a cancelled report leaves nothing behind", "[report]") {
    ReportDistrict small;
    small.importCases(0, 30);
    auto options = small.options();
    const double limit = GENERATE(0.0, 0.2, 0.6, 0.99);
    double last = 0;
    const auto upTo = [&](double share) {
        CHECK(share >= last);
        last = share;
        return share < limit;
    };
    SECTION("bound") {}
    SECTION("in a folder that it made") {
        options.binding = app::ReportBinding::FilePerArea;
        options.output = small.folder / "reports";
    }
    const auto outcome = app::writeGridReports(*small.district, options, upTo);
    REQUIRE_FALSE(outcome);
    CHECK(outcome.error().code == core::ErrorCode::Cancelled);
    CHECK(small.filesBeside().empty());
}

TEST_CASE("a folder that cannot be written gives a fault and no file", "[report]") {
    ReportDistrict small;
    auto options = small.options({small.grids[0]});
    options.output = small.folder / "missing" / "deeper" / "report.pdf";
    const auto outcome = app::writeGridReports(*small.district, options);
    REQUIRE_FALSE(outcome);
    CHECK(outcome.error().what.key == "file-unwritable");
    CHECK(small.filesBeside().empty());
}

TEST_CASE("one file for each grid is named after code and days", "[report]") {
    ReportDistrict small;
    small.importCases(1, 3);
    auto options = small.options();
    options.binding = app::ReportBinding::FilePerArea;
    options.output = small.folder / "reports";
    const auto outcome = small.write(options);
    REQUIRE(outcome.files.size() == 4);
    CHECK(outcome.files[1] == small.folder / "reports" / "02_2026-10-01_2026-10-31.pdf");
    for (const auto& file : outcome.files)
        CHECK(std::filesystem::file_size(file) > 1000);
    CHECK(std::distance(std::filesystem::directory_iterator(options.output), {}) == 4);
    // Again: refused before anything is done.
    CHECK(app::writeGridReports(*small.district, options).error().what.key == "file-exists");
}

TEST_CASE("what cannot be reported on is said", "[report]") {
    ReportDistrict small;
    auto options = small.options({core::AreaId(12345)});
    CHECK(app::writeGridReports(*small.district, options).error().what.key == "area-unknown");
    options = small.options();
    std::swap(options.period.from, options.period.to);
    CHECK(app::writeGridReports(*small.district, options).error().what.key == "report-period-reversed");
    options = small.options({small.grids[0]});
    gis::LayerSource missing;
    missing.path = "/nowhere/roads.gpkg";
    options.layers = {{missing}};
    const auto outcome = small.write(options);
    CHECK(outcome.notes.size() == 1);
    CHECK(small.filesBeside() == std::vector<std::string>{"report.pdf"});
}
