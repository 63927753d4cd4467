// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/report/flow.h"
#include "app/report/page_layout.h"
#include "app/report/table.h"
#include "app/report/text_block.h"

#include <catch2/catch.hpp>

using namespace gridwarden::app;

namespace {

Piece piece(double height, bool keepsWithNext = false) { return {.height = height, .keepsWithNext = keepsWithNext}; }

/// The positions of each page's pieces in the flow; −1 for repeated ones.
std::vector<std::vector<int>> layoutOf(const Flow& flow, double pageHeight) {
    std::vector<std::vector<int>> pages;
    for (const PageContent& page : paginate(flow, pageHeight)) {
        pages.emplace_back();
        for (const PlacedPiece& placed : page) {
            const auto position = placed.piece - flow.data();
            const bool isOwn = position >= 0 && static_cast<std::size_t>(position) < flow.size();
            pages.back().push_back(isOwn ? static_cast<int>(position) : -1);
        }
    }
    return pages;
}

using Pages = std::vector<std::vector<int>>;

} // namespace

TEST_CASE("a flow fills pages from top to bottom", "[report][flow]") {
    CHECK(layoutOf({piece(40), piece(40), piece(40)}, 100) == Pages{{0, 1}, {2}});
    CHECK(layoutOf({piece(50), piece(50), piece(1)}, 100) == Pages{{0, 1}, {2}});
    CHECK(layoutOf({}, 100).empty());
}

TEST_CASE("a heading goes to the next page with what follows it", "[report][flow]") {
    CHECK(layoutOf({piece(70), piece(20, true), piece(30)}, 100) == Pages{{0}, {1, 2}});
    CHECK(layoutOf({piece(70), piece(10, true), piece(10, true), piece(30)}, 100) == Pages{{0}, {1, 2, 3}});
}

TEST_CASE("space before a piece is left out at the top of a page", "[report][flow]") {
    Flow flow = {piece(90), piece(30)};
    flow[1].spaceBefore = 20;
    const auto pages = paginate(flow, 100);
    REQUIRE(pages.size() == 2);
    CHECK(pages[1][0].top == 0);
    flow[0].height = 40;
    CHECK(paginate(flow, 100)[0][1].top == 60);
}

TEST_CASE("pieces that cannot stay together on one page are cut where they must", "[report][flow]") {
    CHECK(layoutOf({piece(60, true), piece(60, true), piece(60)}, 100) == Pages{{0}, {1}, {2}});
    CHECK(layoutOf({piece(10), piece(250), piece(10)}, 100) == Pages{{0}, {1}, {2}});
}

TEST_CASE("a piece that starts a page leaves no empty page", "[report][flow]") {
    Flow flow = {piece(10), piece(10)};
    flow[0].startsPage = flow[1].startsPage = true;
    CHECK(layoutOf(flow, 100) == Pages{{0}, {1}});
}

TEST_CASE("a piece that starts a page does so also after one that keeps with it", "[report][flow]") {
    Flow flow = {piece(10, true), piece(10), piece(10)};
    flow[1].startsPage = true;
    CHECK(layoutOf(flow, 100) == Pages{{0}, {1, 2}});
}

TEST_CASE("what belongs at the foot of a page stands there, below what is above", "[report][flow]") {
    Flow flow = {piece(30), piece(20)};
    flow[1].atFoot = true;
    CHECK(paginate(flow, 100)[0][1].top == 80);
    flow[0].height = 90;
    const auto pages = paginate(flow, 100);
    REQUIRE(pages.size() == 2);
    CHECK(pages[1][0].top == 80);
}

TEST_CASE("a table repeats its header on each page and never parts the total from the last row", "[report][flow]") {
    Table table({{QStringLiteral("名称"), 0}, {QStringLiteral("数"), millimetres(20), Qt::AlignRight}});
    for (int i = 0; i < 60; ++i)
        table.addRow({{QStringLiteral("行 %1").arg(i)}, {QString::number(i)}});
    table.addTotal({{QStringLiteral("合计")}, {QStringLiteral("1770")}});
    const Flow flow = std::move(table).flow();
    const Pages pages = layoutOf(flow, sheet::TypeHeight);
    REQUIRE(pages.size() == 2);
    CHECK(pages[0][0] == 0);
    CHECK(pages[1][0] == -1);
    int rows = 0;
    for (const auto& page : pages)
        rows += static_cast<int>(std::count_if(page.begin(), page.end(), [](int position) { return position > 0; }));
    CHECK(rows == 61);
    CHECK(flow[60].keepsWithNext);
}

TEST_CASE("only a row that is higher than a page is cut", "[report][flow]") {
    Table table({{QStringLiteral("说明"), 0}});
    table.addRow({{QStringLiteral("短")}});
    table.addRow({{QStringList(120, QStringLiteral("长")).join(QLatin1Char('\n'))}});
    const Flow flow = std::move(table).flow();
    CHECK(flow.size() == 5); // header, short row, three parts
    for (const Piece& each : flow)
        CHECK(each.height <= sheet::TypeHeight);
    CHECK(paginate(flow, sheet::TypeHeight).size() == 4);
}

TEST_CASE("a paragraph leaves no single line on a page", "[report][flow]") {
    const Flow lines = paragraph(QString(28 * 6, QChar(u'字')));
    REQUIRE(lines.size() >= 4);
    CHECK(lines.front().keepsWithNext);
    CHECK(lines[lines.size() - 2].keepsWithNext);
    CHECK_FALSE(lines.back().keepsWithNext);
}
