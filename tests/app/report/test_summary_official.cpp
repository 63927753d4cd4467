// SPDX-License-Identifier: GPL-3.0-or-later
// A periodic summary as an official document.
#include "app/report/summary_official.h"
#include "tests/app/report/official_sample.h"

#include <catch2/catch.hpp>

using namespace gridwarden;
using namespace gridwarden::app;
using namespace gridwarden::test;

namespace {

core::SummaryNumber numberOf(std::string name, std::string printed, double value, std::int64_t records) {
    core::SummaryNumber number;
    number.name = std::move(name);
    number.definition = "口径说明";
    number.printed = std::move(printed);
    number.value = value;
    number.records = records;
    number.digest = "0123456789abcdef0123456789abcdef";
    return number;
}

core::Summary summaryOf() {
    core::Summary summary;
    summary.district = "测试区";
    summary.period = October;
    summary.asOf = moment("2026-11-02T09:00");
    summary.numbers = {numberOf("上报数", "12543件", 12543, 12543), numberOf("罚款", "*****", 34.11, 77), numberOf("立案数", "同比增长13.87%", 19117, 19117)};
    summary.numbers[1].isWithheld = true;
    summary.numbers[1].digest = "abcdefabcdefabcdefabcdef";
    summary.numbers[2].shows = core::SlotShows::YearOnYear;
    summary.numbers[2].base = 16788;
    using core::ParagraphStyle;
    summary.paragraphs = {{ParagraphStyle::Title, {{"测试区2026年10月工作总结", {}}}},
                          {ParagraphStyle::Heading1, {{"一、案件办理", {}}}},
                          {ParagraphStyle::Heading2, {{"（一）上报", {}}}},
                          {ParagraphStyle::Body, {{"上报", {}}, {"12543件", 0}, {"，罚款", {}}, {"*****", 1}, {"，立案", {}}, {"同比增长13.87%", 2}, {"。", {}}}}};
    return summary;
}

ReportText wordsIn(core::Language language) {
    auto words = ReportText::load(language, core::TimeZone());
    REQUIRE(words);
    return std::move(*words);
}

} // namespace

TEST_CASE("a summary becomes headings, paragraphs that know their numbers, and an annex that tells what these are made of", "[report][official]") {
    const ReportText words = wordsIn(core::Language::Chinese);
    const OfficialDocument document = summaryDocument(summaryOf(), words, core::TimeZone());
    CHECK(document.title == QStringLiteral("测试区2026年10月工作总结"));
    REQUIRE(document.body.size() == 3);
    CHECK(std::get<DocumentHeading>(document.body[0]).level == 1);
    CHECK(std::get<DocumentHeading>(document.body[1]).text == QStringLiteral("（一）上报"));
    const auto& paragraph = std::get<DocumentParagraph>(document.body[2]);
    CHECK(paragraph.text() == QStringLiteral("上报12543件，罚款*****，立案同比增长13.87%。"));
    CHECK(paragraph.runs[3].number == 1);
    CHECK_FALSE(document.signature);
    REQUIRE(document.annexes.size() == 1);
    const auto& table = std::get<DocumentTable>(document.annexes[0].blocks[1]);
    REQUIRE(table.rows.size() == 3);
    CHECK(table.rows[0] == QStringList{QStringLiteral("1"), QStringLiteral("上报数\n口径说明"), QStringLiteral("2026-10-01\n2026-10-31"), QStringLiteral("12543件"), QStringLiteral("12543"),
                                       QStringLiteral("12543"), QStringLiteral("01234567\n89abcdef")});
    CHECK(table.rows[2][2].contains(QStringLiteral("2025-10-01\n2025-10-31")));
    CHECK(table.rows[2][4] == QStringLiteral("19117；上年同期 16788"));
}

TEST_CASE("nothing of the document tells a number that is withheld", "[report][official]") {
    for (const core::Language language : {core::Language::Chinese, core::Language::English}) {
        const OfficialDocument document = summaryDocument(summaryOf(), wordsIn(language), core::TimeZone());
        const auto& row = std::get<DocumentTable>(document.annexes[0].blocks[1]).rows[1];
        for (const QString& cell : row) {
            CHECK_FALSE(cell.contains(QStringLiteral("34")));
            CHECK_FALSE(cell.contains(QStringLiteral("77")));
        }
        CHECK(row[5] == QStringLiteral("*****"));
    }
}

TEST_CASE("the issuer stands at the head and signs, with the day of the data", "[report][official]") {
    const OfficialDocument document = summaryDocument(summaryOf(), wordsIn(core::Language::Chinese), core::TimeZone(),
                                                      {QStringLiteral("测试区城管局文件"), QStringLiteral("测城〔2026〕3号"), QStringLiteral("区政府")});
    CHECK(document.issuerMark == QStringLiteral("测试区城管局文件"));
    REQUIRE(document.signature);
    CHECK(document.signature->issuer == QStringLiteral("测试区城管局"));
    CHECK(document.signature->date == QStringLiteral("2026年11月2日"));
    const OfficialPdf pdf(document);
    const QString first = pdf.pages()[0].join(QLatin1Char('\n'));
    for (const QString& part : {QStringLiteral("测试区城管局文件"), QStringLiteral("测城〔2026〕3号"), QStringLiteral("区政府："), QStringLiteral("附件：数据附录"), QStringLiteral("罚款*****")})
        CHECK(first.contains(part));
}

TEST_CASE("a summary without a title gets one", "[report][official]") {
    core::Summary summary = summaryOf();
    summary.paragraphs.erase(summary.paragraphs.begin());
    summary.numbers.clear();
    summary.paragraphs.back().runs = {{"无数据。", {}}};
    const OfficialDocument document = summaryDocument(summary, wordsIn(core::Language::Chinese), core::TimeZone());
    CHECK(document.title == QStringLiteral("测试区2026年10月工作总结"));
    CHECK(document.annexes.empty());
}
