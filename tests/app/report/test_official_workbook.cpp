// SPDX-License-Identifier: GPL-3.0-or-later
// The tables of official documents as workbooks, read back with GDAL's own tools.
#include "app/report/official_workbook.h"
#include "tests/app/report/official_sample.h"

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

using namespace gridwarden;
using namespace gridwarden::app;
using namespace gridwarden::test;

TEST_CASE("each table is a sheet in which numbers are numbers", "[report][workbook]") {
    OfficialDocument document = wholeDocument(1);
    document.body.push_back(tableOf(2)); // the same caption again
    DocumentTable table = tableOf(1, QStringLiteral("甲\n乙") + QChar(1));
    table.caption.clear();
    table.rows[0][2] = QStringLiteral("—");
    document.annexes = {{QStringLiteral("附表: [全部]"), {table}}};
    const ScratchFolder folder;
    const auto file = folder / "tables.xlsx";
    REQUIRE(writeWorkbook(file, false, document));
    CHECK(writeWorkbook(file, false, document).error().what.key == "file-exists");
    CHECK(writeWorkbook(file, true, document));
    CHECK_FALSE(writeWorkbook(folder / "nowhere" / "tables.xlsx", false, document));

    const auto rowsOf = [&](const QString& sheet) {
        const QString text = outputOf(QStringLiteral("ogr2ogr"), {QStringLiteral("-f"), QStringLiteral("GeoJSONSeq"), QStringLiteral("/vsistdout/"),
                                                                  pathText(file), sheet, QStringLiteral("-oo"), QStringLiteral("HEADERS=FORCE")});
        std::vector<nlohmann::json> rows;
        for (const QString& line : text.split(QLatin1Char('\n'), Qt::SkipEmptyParts))
            rows.push_back(nlohmann::json::parse(line.toStdString())["properties"]);
        return rows;
    };
    const auto rows = rowsOf(QStringLiteral("表1 各类问题受理情况"));
    REQUIRE(rows.size() >= 5); // four, the total, then the note
    CHECK(rows[1]["问题类型"] == "出店经营甲1");
    CHECK(rows[1]["本月"] == 1001);
    CHECK(rows[1]["环比"].get<double>() == Approx(0.015));
    CHECK(rows[4]["本月"] == 12543);
    CHECK(rowsOf(QStringLiteral("表1 各类问题受理情况 2")).size() >= 3);
    const auto annex = rowsOf(QStringLiteral("附表   全部"));
    REQUIRE_FALSE(annex.empty());
    CHECK(annex[0]["问题类型"] == "甲\n乙 ");
    CHECK(annex[0]["环比"] == "—");
}

TEST_CASE("a document without tables gives a workbook that can be opened", "[report][workbook]") {
    OfficialDocument document;
    document.title = QStringLiteral("无表");
    const ScratchFolder folder;
    REQUIRE(writeWorkbook(folder / "empty.xlsx", false, document));
    CHECK(outputOf(QStringLiteral("ogrinfo"), {pathText(folder / "empty.xlsx")}).contains(QStringLiteral("XLSX")));
}
