// SPDX-License-Identifier: GPL-3.0-or-later
// Sheets, margins, fonts and structure of the PDFs, read back with poppler and qpdf.
#include "tests/app/report/report_district.h"

#include <QRegularExpression>
#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

using namespace gridwarden;
using namespace gridwarden::test;

namespace {

/// The box around all ink between two heights, in millimetres.
QRectF inkBox(const QImage& picture, double fromMm, double toMm) {
    int left = picture.width(), right = -1, top = picture.height(), bottom = -1;
    constexpr double PixelsPerMm = 5;
    for (int y = static_cast<int>(fromMm * PixelsPerMm); y < std::min(picture.height(), static_cast<int>(toMm * PixelsPerMm)); ++y) {
        const uchar* const line = picture.constScanLine(y);
        for (int x = 0; x < picture.width(); ++x)
            if (line[x] < 200) {
                left = std::min(left, x);
                right = std::max(right, x);
                top = std::min(top, y);
                bottom = std::max(bottom, y);
            }
    }
    return QRectF(QPointF(left, top) / PixelsPerMm, QPointF(right + 1, bottom + 1) / PixelsPerMm);
}

/// The reader of the text keeps some blanks of the print and drops others.
QString compact(QString text) { return text.remove(QLatin1Char(' ')); }

} // namespace

TEST_CASE("each page is A4 with the margins and page numbers of official documents", "[report][pages]") {
    ReportDistrict small;
    small.importCases(0, 32);
    const auto outcome = small.write(small.options({small.grids[0]}));
    const QString info = outputOf(QStringLiteral("pdfinfo"), {QStringLiteral("-l"), QStringLiteral("99"), pathText(outcome.files[0])});
    CHECK(info.contains(QRegularExpression(QStringLiteral("Pages: +%1\n").arg(outcome.pages))));
    CHECK(occurrences(info, QStringLiteral("(A4)")) == outcome.pages);
    REQUIRE(outcome.pages >= 4);

    double highest = 297, lowest = 0;
    for (int page = 1; page <= outcome.pages; ++page) {
        INFO("page " << page);
        const QImage picture = pictureOf(outcome.files[0], page);
        const QRectF body = inkBox(picture, 0, 264);
        CHECK(body.left() == Approx(28).epsilon(0).margin(1));   // 订口
        CHECK(body.right() == Approx(184).epsilon(0).margin(1)); // 28 + 156
        CHECK(body.top() >= 36);
        CHECK(body.bottom() <= 263);
        highest = std::min(highest, body.top());
        lowest = std::max(lowest, body.bottom());
        // Seven millimetres below the type area, within the sheet's lower margin.
        const QRectF footer = inkBox(picture, 264, 297);
        CHECK(footer.top() == Approx(269 + 1.5).epsilon(0).margin(1.5));
        CHECK(footer.bottom() <= 276);
    }
    CHECK(highest == Approx(37).epsilon(0).margin(1));
    CHECK(lowest >= 240); // pages are filled

    const QStringList pages = pagesOf(outcome.files[0]);
    REQUIRE(pages.size() == outcome.pages);
    for (int page = 1; page <= outcome.pages; ++page) {
        const QString last = pages[page - 1].trimmed().section(QLatin1Char('\n'), -1).trimmed();
        const QString number = QStringLiteral("—%1—").arg(page);
        INFO(last.toStdString());
        CHECK((page % 2 == 1 ? compact(last).endsWith(number) : compact(last).startsWith(number)));
        CHECK(last.contains(QStringLiteral("数据截至 2026-11-02 09:00")));
    }
}

TEST_CASE("fonts are embedded and the file is sound", "[report][pages]") {
    ReportDistrict small;
    small.importCases(0, 20);
    const auto outcome = small.write(small.options({small.grids[0]}));
    const QStringList fonts = outputOf(QStringLiteral("pdffonts"), {pathText(outcome.files[0])}).split(QLatin1Char('\n'), Qt::SkipEmptyParts).mid(2);
    REQUIRE_FALSE(fonts.isEmpty());
    for (const QString& font : fonts) {
        INFO(font.toStdString());
        CHECK(font.startsWith(QStringLiteral("WenQuanYi")));
        CHECK(font.contains(QRegularExpression(QStringLiteral("Identity-H +yes +(yes|no) +yes")))); // embedded, with Unicode
    }
    CHECK(outputOf(QStringLiteral("qpdf"), {QStringLiteral("--check"), pathText(outcome.files[0])}).contains(QStringLiteral("No syntax or stream encoding errors")));
}

TEST_CASE("the header of the list stands on each of its pages and no heading ends a page", "[report][pages]") {
    ReportDistrict small;
    const int count = GENERATE(18, 34, 75);
    small.importCases(0, count);
    const QStringList pages = pagesOf(small.write(small.options({small.grids[0]})).files[0]);
    int pagesWithCases = 0;
    for (const QString& page : pages) {
        if (page.contains(QStringLiteral("3303022026100"))) {
            ++pagesWithCases;
            CHECK(occurrences(page, QStringLiteral("案件编号")) == 1);
        }
        QStringList lines = page.trimmed().split(QLatin1Char('\n'));
        lines.removeLast(); // the footer
        const QString last = lines.join(QLatin1Char('\n')).trimmed().section(QLatin1Char('\n'), -1).trimmed();
        INFO(last.toStdString());
        CHECK_FALSE(last.contains(QRegularExpression(QStringLiteral("^[一二三四五]、"))));
        CHECK_FALSE(last.startsWith(QStringLiteral("上报时间"))); // a header row
    }
    CHECK(pagesWithCases >= (count > 30 ? 2 : 1));
    // No row is cut: number and time stand on the same page.
    for (const QString& page : pages)
        CHECK(occurrences(page, QStringLiteral("3303022026100")) <= occurrences(page, QStringLiteral("2026-1")));
}

TEST_CASE("a bound report has a summary, bookmarks and pages numbered through", "[report][pages]") {
    ReportDistrict small;
    small.importCases(0, 40);
    small.importCases(2, 9, "3303022026200");
    const auto outcome = small.write(small.options());
    CHECK(outcome.areas == 4);
    REQUIRE(outcome.files.size() == 1);
    const QStringList pages = pagesOf(outcome.files[0]);
    REQUIRE(pages.size() == outcome.pages);
    CHECK(pages[0].contains(QStringLiteral("测试区责任网格督导报告")));
    CHECK(pages[0].contains(QStringLiteral("合计")));

    const auto document = nlohmann::json::parse(
        outputOf(QStringLiteral("qpdf"), {QStringLiteral("--json"), QStringLiteral("--json-key=outlines"), pathText(outcome.files[0])}).toStdString());
    std::vector<std::pair<std::string, int>> bookmarks;
    for (const auto& entry : document["outlines"])
        bookmarks.emplace_back(entry["title"], entry["destpageposfrom1"]);
    REQUIRE(bookmarks.size() == 6);
    CHECK(bookmarks.front() == std::pair<std::string, int>("汇总", 1));
    CHECK(bookmarks.back().first == "指标口径");
    for (std::size_t i = 1; i <= 4; ++i) {
        const QString code = QStringLiteral("0%1").arg(i);
        CHECK(bookmarks[i].first == (QStringLiteral("责任网格 ") + code).toStdString());
        CHECK(pages[bookmarks[i].second - 1].contains(QStringLiteral("责任网格%1督导报告").arg(code)));
        // The summary names the page.
        CHECK(pages[0].contains(QRegularExpression(QStringLiteral("\n *%1 +网格%1 .* %2 *\n").arg(code).arg(bookmarks[i].second))));
    }
    for (int page = 1; page <= outcome.pages; ++page)
        CHECK(compact(pages[page - 1]).contains(QStringLiteral("—%1—").arg(page)));
}
