// SPDX-License-Identifier: GPL-3.0-or-later
// The ranking in the window: scores with their cases, marks by hand, and what was published beside what is true now.
#include "app/evaluation/publication_window.h"
#include "tests/app/evaluation/ranking_desk.h"

#include <QDialog>
#include <QDoubleSpinBox>
#include <QLabel>
#include <QTreeWidget>

using namespace gridwarden;
using namespace gridwarden::test;
using namespace Qt::StringLiterals;

TEST_CASE("the ranking shows the scores of each item, what is spread, and who is last", "[app][evaluation]") {
    const RankingDesk desk;
    REQUIRE(desk.panel->table().rowCount() == 4);
    CHECK(desk.cell(u"01"_s, RankingDesk::Reports) == u"0.00"_s);
    CHECK(desk.cell(u"01"_s, RankingDesk::Look) == u"—"_s);
    CHECK(desk.cell(u"01"_s, RankingDesk::Total) == u"0.00"_s);
    CHECK(desk.cell(u"02"_s, RankingDesk::Total) == u"60.00"_s); // the mark's weight went to the reports
    CHECK(desk.cell(u"03"_s, RankingDesk::Total) == u"100.00"_s);
    CHECK(desk.cell(u"03"_s, RankingDesk::Rank) == u"1"_s);
    CHECK(desk.cell(u"04"_s, RankingDesk::Rank) == u"1"_s);
    CHECK(desk.cell(u"02"_s, RankingDesk::Rank) == u"3"_s);
    CHECK(desk.cell(u"01"_s, RankingDesk::Rank) == u"4"_s);
    CHECK(desk.cell(u"03"_s, RankingDesk::Grade) == u"A"_s);
    CHECK(desk.cell(u"02"_s, RankingDesk::Grade) == u"B"_s);
    CHECK(desk.cell(u"01"_s, RankingDesk::List).contains(u"black"_s));
    CHECK(desk.cell(u"02"_s, RankingDesk::List).isEmpty());
}

TEST_CASE("a score leads to the cases behind it", "[app][evaluation]") {
    const RankingDesk desk;
    auto& table = desk.panel->table();
    QTest::mouseClick(table.viewport(), Qt::LeftButton, {}, table.visualItemRect(table.item(desk.row(u"01"_s), RankingDesk::Reports)).center());
    desk.settle();
    CHECK(desk.workspace.filtered().size() == 3);
    REQUIRE(desk.workspace.filter().listed);
    CHECK(desk.workspace.filter().listed->title.find("01") != std::string::npos);
    CHECK(table.currentRow() == desk.row(u"01"_s)); // the ranking stays as it is
}

TEST_CASE("a mark counts with its evidence and can be taken back", "[app][evaluation]") {
    const RankingDesk desk;
    desk.panel->table().selectRow(desk.row(u"02"_s));
    desk.click("giveMark");
    auto& dialog = desk.part<QDialog>("markWindow");
    REQUIRE(QTest::qWaitForWindowExposed(&dialog));
    auto& score = desk.part<QDoubleSpinBox>("markScore");
    score.setFocus();
    score.selectAll();
    QTest::keyClicks(&score, "40");
    auto& evidence = desk.part<QLineEdit>("markEvidence");
    evidence.setFocus();
    QTest::keyClicks(&evidence, "walk of 12 March");
    QTest::mouseClick(&desk.part<QPushButton>("giveTheMark"), Qt::LeftButton);
    desk.settle();
    CHECK(desk.cell(u"02"_s, RankingDesk::Look) == u"80.00"_s);
    CHECK(desk.cell(u"02"_s, RankingDesk::Total) == u"68.00"_s); // 60 % of 60 and 80 % of 40
    CHECK(desk.panel->table().item(desk.row(u"02"_s), RankingDesk::Look)->toolTip().contains(u"walk of 12 March"_s));
    auto& marks = desk.part<QTreeWidget>("marks");
    REQUIRE(marks.topLevelItemCount() == 1);
    marks.setCurrentItem(marks.topLevelItem(0));
    QTest::mouseClick(&desk.part<QPushButton>("removeMark"), Qt::LeftButton);
    desk.settle();
    CHECK(desk.cell(u"02"_s, RankingDesk::Total) == u"60.00"_s);
}

TEST_CASE("what was published stays as it was, and later changes show beside it", "[app][evaluation]") {
    RankingDesk desk;
    desk.answers.line = u"March"_s;
    desk.click("publishEvaluation");
    desk.settle();
    desk.click("publishedEvaluations");
    auto* const window = desk.frame.findChild<app::PublicationWindow*>();
    REQUIRE(window != nullptr);
    REQUIRE(QTest::qWaitForWindowExposed(window));
    REQUIRE(window->findChild<QTreeWidget*>(u"publications"_s)->topLevelItemCount() == 1);
    REQUIRE(QTest::qWaitFor([&] { return window->shown().count(u"All numbers hold."_s) == 2; }, 20'000));
    desk.report(120.652); // the second of grid 02 in the same band: its records are others
    desk.report(120.653); // the third: its score is another
    desk.settle();
    REQUIRE(QTest::qWaitFor([&] { return window->shown().contains(u"60.00 points, rank 3 → 0.00 points"_s); }, 20'000));
    CHECK(window->shown().contains(u"records 1 → 3"_s));
}

TEST_CASE("the ranking is written as a table", "[app][evaluation]") {
    RankingDesk desk;
    desk.answers.file = QString::fromStdString((desk.folder / "ranking.csv").string());
    desk.click("exportEvaluation");
    desk.settle();
    CHECK(std::filesystem::file_size(desk.folder / "ranking.csv") > 100);
}

TEST_CASE("the areas are those of the scheme until somebody chooses others, which then stay", "[app][evaluation]") {
    RankingDesk desk;
    auto& kinds = desk.part<QComboBox>("evaluationKind");
    auto& schemes = desk.part<QComboBox>("evaluationScheme");
    kinds.setCurrentIndex(kinds.findData(static_cast<int>(core::AreaKind::Zone)));
    emit kinds.activated(kinds.currentIndex());
    desk.settle();
    REQUIRE(desk.panel->table().rowCount() == 1);
    desk.answers.line = u"Zones"_s;
    desk.click("publishEvaluation"); // which changes what schemes are read from
    desk.settle();
    CHECK(kinds.currentData().toInt() == static_cast<int>(core::AreaKind::Zone));
    CHECK(desk.panel->table().rowCount() == 1);
    CHECK(schemes.currentText() == u"Tidiness"_s);
    const int grids = schemes.findText(u"Areas (class-1 region)"_s);
    INFO(schemes.itemText(1).toStdString());
    REQUIRE(grids >= 0);
    schemes.setCurrentIndex(grids);
    emit schemes.activated(grids);
    desk.settle();
    CHECK(kinds.currentData().toInt() == static_cast<int>(core::AreaKind::Grid));
    CHECK(desk.panel->table().rowCount() == 4);
}
