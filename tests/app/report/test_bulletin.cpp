// SPDX-License-Identifier: GPL-3.0-or-later
// The bulletin of a month. What is expected follows from the pattern by which the test's cases are made: of four in a row one is closed in time, one late, two
// are open and overdue; every second one comes from patrols; three categories take turns.
#include "app/report/bulletin.h"
#include "app/report/desk_paper.h"
#include "tests/app/report/official_sample.h"

#include <catch2/catch.hpp>

using namespace gridwarden;
using namespace gridwarden::app;
using namespace gridwarden::test;

namespace {

ReportScope scopeOf(ReportDistrict& small, core::Period period, core::Language language = core::Language::Chinese) {
    auto scope = deskScope(*small.district, {language, {}}, moment("2026-12-02T09:00"));
    REQUIRE(scope);
    scope->period = period;
    return std::move(*scope);
}
Bulletin bulletinOf(const ReportScope& scope) {
    auto bulletin = readBulletin(scope, core::AreaKind::Grid);
    REQUIRE(bulletin);
    return std::move(*bulletin);
}
const core::Period November{day("2026-11-01"), day("2026-11-30")};

QString textOf(const OfficialDocument& document) {
    QString text;
    for (const DocumentBlock& block : document.body)
        if (const auto* paragraph = std::get_if<DocumentParagraph>(&block))
            text += paragraph->text() + QLatin1Char('\n');
    return text;
}
const DocumentTable& tableWith(const OfficialDocument& document, const QString& caption) {
    for (const DocumentBlock& block : document.body)
        if (const auto* table = std::get_if<DocumentTable>(&block); table != nullptr && table->caption.contains(caption))
            return *table;
    FAIL(caption.toStdString());
    throw std::logic_error("unreachable");
}

} // namespace

TEST_CASE("a bulletin counts the month, the month before and the year before", "[report][bulletin]") {
    ReportDistrict small;
    small.importCases(0, 40);
    const ReportScope october = scopeOf(small, October), november = scopeOf(small, November);
    const Bulletin now = bulletinOf(october), next = bulletinOf(november);
    const auto due = small.district->connection().integer(
        "SELECT count(*) FROM case_state WHERE filed IS NOT NULL AND due >= unixepoch('2026-10-01') AND due < unixepoch('2026-11-01')");
    REQUIRE(due);
    REQUIRE(*due == 40);
    CHECK(now.now.figure("reported").value() == 40);
    CHECK(now.before.figure("reported").value() == 0);
    CHECK(next.now.figure("reported").value() == 0);
    CHECK(next.before.figure("reported").value() == 40);

    const QString text = textOf(bulletinDocument(october, now));
    INFO(text.toStdString());
    CHECK(text.contains(QStringLiteral("2026年10月，共上报各类问题40件（2026年9月为0件，环比—，同比—）")));
    CHECK(text.contains(QStringLiteral("应结案40件，结案20件，结案率50.00%（上期—）；按期结案10件，按期结案率25.00%（上期—）")));
    CHECK(text.contains(QStringLiteral("在办20件，其中超期未结20件")));
    const QString after = textOf(bulletinDocument(november, next));
    CHECK(after.contains(QStringLiteral("2026年11月，共上报各类问题0件（2026年10月为40件，环比-100.00%，同比—）")));
    CHECK(after.contains(QStringLiteral("结案率—（上期50.00%）")));
}

TEST_CASE("the tables of a bulletin add up to what was reported", "[report][bulletin]") {
    ReportDistrict small;
    small.importCases(0, 40);
    const ReportScope scope = scopeOf(small, October);
    const Bulletin bulletin = bulletinOf(scope);
    const auto sum = [](const auto& list, const auto& member) {
        std::int64_t all = 0;
        for (const auto& each : list)
            all += std::invoke(member, each);
        return all;
    };
    CHECK(sum(bulletin.classes, &BulletinClass::now) == 40);
    CHECK(sum(bulletin.kinds, [](const BulletinKind& kind) { return kind.all.now; }) == 40);
    CHECK(sum(bulletin.areas, &AreaNumbers::reported) == 40);
    REQUIRE(bulletin.sources.size() == 2);
    for (const BulletinSource& source : bulletin.sources) {
        CHECK(source.reported == 20);
        CHECK(source.closed == 10); // of patrols those that are closed in time, of the public the late ones
    }
    // 40 cases take turns in three categories: 14, 13, 13.
    REQUIRE(bulletin.kinds.size() == 1);
    REQUIRE(bulletin.kinds[0].most.size() == 3);
    CHECK(bulletin.kinds[0].most[0].now == 14);
    CHECK(bulletin.kinds[0].most[2].now == 13);

    const OfficialDocument document = bulletinDocument(scope, bulletin);
    CHECK(tableWith(document, QStringLiteral("各类问题上报情况")).total.mid(1, 2) == QStringList{QStringLiteral("40"), QStringLiteral("100.00%")});
    const DocumentTable& sources = tableWith(document, QStringLiteral("各来源"));
    CHECK(sources.total.mid(1) == QStringList{QStringLiteral("40"), QStringLiteral("100.00%"), QStringLiteral("20"), QStringLiteral("50.00%")});
    REQUIRE(document.annexes.size() == 1); // the definitions
}

TEST_CASE("areas are ranked by their closing rates, exactly", "[report][bulletin]") {
    ReportDistrict small;
    small.importCases(0, 40);                 // 20 of 40 closed
    small.importCases(1, 5, "3303022026200"); // 3 of 5
    small.importCases(2, 3, "3303022026300"); // 2 of 3, one of them in time
    small.importCases(3, 6, "3303022026400"); // 4 of 6, two of them in time: equal to those before, so the code decides
    const ReportScope scope = scopeOf(small, October);
    const Bulletin bulletin = bulletinOf(scope);
    std::vector<std::pair<std::string, std::int64_t>> ranked;
    for (const AreaNumbers& area : bulletin.areas)
        ranked.emplace_back(area.area->code, area.due);
    CHECK(ranked == std::vector<std::pair<std::string, std::int64_t>>{{"03", 3}, {"04", 6}, {"02", 5}, {"01", 40}});
    const OfficialDocument document = bulletinDocument(scope, bulletin);
    CHECK(textOf(document).contains(QStringLiteral("结案率最高的为网格03（66.67%），最低的为网格01（50.00%）")));
    const DocumentTable& table = tableWith(document, QStringLiteral("各责任网格办理情况"));
    CHECK(table.rows.size() == 4);
    CHECK(table.total[4] == QStringLiteral("54"));
    CHECK(table.total[5] == QStringLiteral("29"));
}

TEST_CASE("a bulletin can be written in both languages, also without a case", "[report][bulletin]") {
    ReportDistrict small;
    if (GENERATE(true, false))
        small.importCases(0, 12);
    for (const core::Language language : {core::Language::Chinese, core::Language::English}) {
        const ReportScope scope = scopeOf(small, October, language);
        const OfficialDocument document =
            bulletinDocument(scope, bulletinOf(scope), {QStringLiteral("测试区城管局"), QStringLiteral("3号"), QStringLiteral("区政府")});
        CHECK(document.signature.has_value());
        const OfficialPdf pdf(document);
        CHECK(pdf.pageCount >= 2);
        for (const PdfWord& word : pdf.words()) {
            CHECK(word.box.left() >= 27.5);
            CHECK(word.box.right() <= 184.5);
        }
        for (const QStringList& page : pdf.pages())
            for (const QString& line : page)
                CHECK_FALSE(line.contains(QStringLiteral("bulletin_"))); // every text is there
    }
}
