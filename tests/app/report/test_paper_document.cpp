// SPDX-License-Identifier: GPL-3.0-or-later
// Reports and papers of the desk as documents to edit and as workbooks: the same words and numbers as on paper.
#include "app/report/paper_document.h"

#include "app/report/page_layout.h"
#include "app/report/table.h"
#include "app/report/text_block.h"
#include "app/report/work_list.h"
#include "tests/app/report/official_sample.h"

#include <QRegularExpression>
#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

using namespace gridwarden;
using namespace gridwarden::app;
using namespace gridwarden::test;

namespace {

std::shared_ptr<const Chapter> chapterOf(const QString& title, const QString& heading1, const QString& heading2) {
    Flow flow = heading(heading1);
    append(flow, heading(heading2));
    Table table({{QStringLiteral("甲"), 0},
                 {QStringLiteral("页"), millimetres(20), Qt::AlignRight, /*isOnPaperOnly=*/true},
                 {QStringLiteral("结果"), millimetres(30)}});
    table.addGroup(QStringLiteral("一组"));
    table.addRow({{QStringLiteral("某处")}, {QStringLiteral("7")}, {.text = {}, .linesToWriteOn = 2}});
    append(flow, std::move(table).flow());
    append(flow, paragraph(QStringLiteral("说明"), TextStyle::Small));
    return std::make_shared<const Chapter>(title, std::move(flow), QString());
}

/// The text of an OpenDocument file, a line for each paragraph.
QString odtText(const std::filesystem::path& file) {
    QString xml =
        outputOf(QStringLiteral("unzip"), {QStringLiteral("-p"), pathText(file), QStringLiteral("content.xml")});
    xml.remove(QRegularExpression(QStringLiteral("<svg:title>[^<]*</svg:title>")));
    xml.replace(QRegularExpression(QStringLiteral("</text:[ph]>")), QStringLiteral("\n"));
    return xml.remove(QRegularExpression(QStringLiteral("<[^>]*>")));
}

nlohmann::json sheetRows(const std::filesystem::path& file, const QString& sheet) {
    nlohmann::json rows = nlohmann::json::array();
    const QString text = outputOf(QStringLiteral("ogr2ogr"),
                                  {QStringLiteral("-f"), QStringLiteral("GeoJSONSeq"), QStringLiteral("/vsistdout/"),
                                   pathText(file), sheet, QStringLiteral("-oo"), QStringLiteral("HEADERS=FORCE")});
    for (const QString& line : text.split(QLatin1Char('\n'), Qt::SkipEmptyParts))
        rows.push_back(nlohmann::json::parse(line.toStdString())["properties"]);
    return rows;
}

} // namespace

TEST_CASE("the first heading of a paper is its title, further chapters begin on pages of their own",
          "[report][paper]") {
    const OfficialDocument document = paperDocument(
        {chapterOf(QStringLiteral("汇总"), QStringLiteral("长标题"), QStringLiteral("一、数据")),
         chapterOf(QStringLiteral("网格01"), QStringLiteral("网格01的长标题"), QStringLiteral("一、职责"))},
        core::Language::Chinese);
    CHECK(document.title == QStringLiteral("长标题"));
    REQUIRE(document.body.size() == 8);
    CHECK(std::get<DocumentHeading>(document.body[0]).text == QStringLiteral("一、数据"));
    CHECK(std::get<DocumentHeading>(document.body[0]).level == 1);
    const auto& table = std::get<DocumentTable>(document.body[1]);
    REQUIRE(table.columns.size() == 2); // pages of the paper are not those of the document
    CHECK(table.rows ==
          std::vector<QStringList>{{QStringLiteral("一组")}, {QStringLiteral("某处"), QStringLiteral("\n\n")}});
    CHECK(std::get<DocumentParagraph>(document.body[2]).isNote);
    CHECK(std::holds_alternative<DocumentPageBreak>(document.body[3]));
    CHECK(std::get<DocumentHeading>(document.body[4]).text == QStringLiteral("网格01"));
    CHECK(std::get<DocumentHeading>(document.body[4]).level == 1);
    CHECK(std::get<DocumentHeading>(document.body[5]).level == 2);
}

TEST_CASE("a report on grids is the same as PDF, as a document to edit and as a workbook", "[report][paper]") {
    ReportDistrict small;
    small.importCases(0, 43);
    GridReportOptions options = small.options({small.grids[0], small.grids[1]});
    const auto write = [&](const char* name) {
        options.output = small.folder / name;
        const GridReportOutcome outcome = small.write(options);
        REQUIRE(outcome.files == std::vector{small.folder / name});
        return outcome;
    };
    const GridReportOutcome paper = write("both.pdf"), document = write("both.odt"), workbook = write("both.xlsx");
    CHECK(paper.pages > 2);
    CHECK(document.pages == 0);

    const QString text = odtText(document.files[0]), pdf = textOf(paper.files[0]);
    static const QRegularExpression caseNumber(QStringLiteral("3303022026[0-9]+"));
    std::set<QString> printed, edited;
    for (auto all = caseNumber.globalMatch(pdf); all.hasNext();)
        printed.insert(all.next().captured());
    for (auto all = caseNumber.globalMatch(text); all.hasNext();)
        edited.insert(all.next().captured());
    CHECK(printed.size() > 20);
    CHECK(printed == edited);
    for (const char* words :
         {"测试区责任网格督导报告", "数据截至 2026-11-02 09:00", "按期结案率", "责任网格 02", "指标口径"})
        CHECK(text.contains(QString::fromUtf8(words)));

    const nlohmann::json rows = sheetRows(workbook.files[0], QStringLiteral("各责任网格情况"));
    REQUIRE(rows.size() == 3); // two grids and the total
    for (int grid = 0; grid < 2; ++grid) {
        const auto reported = small.district->connection().integer(
            "SELECT count(*) FROM case_state WHERE reported >= unixepoch('2026-09-30 16:00') AND reported < "
            "unixepoch('2026-10-31 16:00') AND grid = " +
            std::to_string(small.grids[static_cast<std::size_t>(grid)].value()));
        REQUIRE(reported);
        CHECK((*reported > 0) == (grid == 0));
        CHECK(rows[static_cast<std::size_t>(grid)]["上报"] == *reported);
    }
    CHECK_FALSE(rows[0].contains("页码"));
    CHECK(sheetRows(workbook.files[0], QStringLiteral("责任网格 01 一、责任落实")).size() >= 1);
}

TEST_CASE("one document to edit for each grid", "[report][paper]") {
    ReportDistrict small;
    small.importCases(0, 12);
    GridReportOptions options = small.options({small.grids[0], small.grids[1]});
    options.binding = ReportBinding::FilePerArea;
    options.output = small.folder / "each";
    options.kind = OfficialFileKind::OpenDocument;
    const GridReportOutcome outcome = small.write(options);
    REQUIRE(outcome.files.size() == 2);
    CHECK(outcome.files[0] == small.folder / "each" / "01_2026-10-01_2026-10-31.odt");
    CHECK(odtText(outcome.files[1]).contains(QStringLiteral("测试区责任网格02督导报告")));
}

TEST_CASE("a work list can be edited, and is not written over one that is there", "[report][paper]") {
    ReportDistrict small;
    small.importCases(0, 12);
    const auto list = makeWorkList(*small.district, {small.squad, {}}, {});
    REQUIRE(list);
    const auto file = small.folder / "list.odt";
    const auto written = writePaperAs(file, false, list->title, {list->chapter}, core::Language::Chinese);
    REQUIRE(written);
    CHECK(odtText(file).contains(QStringLiteral("测试区处置清单：一中队")));
    const auto again = writePaperAs(file, false, list->title, {list->chapter}, core::Language::Chinese);
    REQUIRE_FALSE(again);
    CHECK(again.error().what.key == "file-exists");
}
