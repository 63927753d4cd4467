// SPDX-License-Identifier: GPL-3.0-or-later
// The ranking in the window: scores with their cases, marks by hand, and what was published beside what is true now.
#include "app/cases/period_stepper.h"
#include "app/district/form_fields.h"
#include "app/evaluation/evaluation_panel.h"
#include "app/evaluation/publication_window.h"
#include "app/evaluation/score_table.h"
#include "app/text/language.h"
#include "app/workspace/prompts.h"
#include "app/workspace/workspace.h"
#include "core/evaluation/scheme_list.h"
#include "tests/support/small_district.h"

#include <QComboBox>
#include <QDialog>
#include <QDoubleSpinBox>
#include <QLabel>
#include <QPushButton>
#include <QTest>
#include <QTreeWidget>
#include <nlohmann/json.hpp>

using namespace gridwarden;
using namespace gridwarden::test;
using namespace Qt::StringLiterals;

namespace {

/// Few reports are worth 60 of 100 points, looks by hand 40; what has no value is spread.
const char* const Scheme = R"({"key": "tidy", "zh": "整洁", "en": "Tidiness", "source": "local", "subjects": {"kind": "areas", "areas": "grid"}, "full": 100,
    "items": [{"key": "reports", "zh": "上报", "en": "Reports", "weight": 60, "count": "reported",
               "bands": [{"to": 0, "score": 100}, {"from": 1, "to": 2, "score": 60}, {"from": 3, "score": 0}]},
              {"key": "look", "zh": "现场检查", "en": "Look", "weight": 40, "by_hand": true, "out_of": 50}],
    "grades": [{"key": "A", "zh": "甲", "en": "A", "from": 90}, {"key": "B", "zh": "乙", "en": "B"}], "black": {"bottom": 1}})";

struct Answers : app::Prompts {
    Answers() { app::setPrompts(this); }
    ~Answers() override { app::setPrompts(nullptr); }
    Answers(const Answers&) = delete;
    Answers& operator=(const Answers&) = delete;
    QString file, line;
    QString fileToOpen(QWidget*, const QString&, const QString&) override { return {}; }
    QStringList filesToOpen(QWidget*, const QString&, const QString&) override { return {}; }
    QString fileToSave(QWidget*, const QString&, const QString&, const QString&) override { return file; }
    QString folder(QWidget*, const QString&) override { return {}; }
    bool confirm(QWidget*, const QString&, const QString&) override { return true; }
    QString text(QWidget*, const QString&, const QString&, const QString&) override { return line; }
};

/// In March 2026 three cases in grid 01, one in 02, none in 03 and 04.
struct RankingDesk {
    SmallDistrict small;
    app::Jobs jobs;
    app::Workspace workspace{&jobs};
    Answers answers;
    QWidget frame;
    app::EvaluationPanel* panel = nullptr;
    ScratchFolder folder;
    enum Column { Rank, Name, Reports, Look, Total, Grade, List };

    RankingDesk() {
        app::setLanguage(core::Language::English);
        const auto scheme = core::schemeFromJson(nlohmann::json::parse(Scheme));
        REQUIRE(scheme);
        REQUIRE(small.district->change({"save-scheme", {scheme->name}}, small.actor, [&](core::Change& change) { return core::saveScheme(change, *scheme); }));
        REQUIRE(workspace.adopt(std::move(small.district)));
        for (const double longitude : {120.641, 120.642, 120.643, 120.651})
            report(longitude);
        panel = new app::EvaluationPanel(workspace, &frame);
        panel->resize(800, 700);
        frame.resize(800, 700);
        frame.show();
        REQUIRE(QTest::qWaitForWindowExposed(&frame));
        panel->setPeriod({core::parseDay("2026-03-01").value(), core::parseDay("2026-03-31").value()});
        auto& schemes = part<QComboBox>("evaluationScheme");
        schemes.setCurrentIndex(schemes.findText(u"Tidiness"_s));
        emit schemes.activated(schemes.currentIndex());
        settle();
    }
    void report(double longitude) {
        core::CaseDraft draft;
        draft.place = core::GeoPoint{longitude, 28.005};
        draft.category = workspace.district()->categories().find("09006")->id;
        draft.time = core::parseMoment("2026-03-10T09:00:00+08:00", core::TimeZone()).value();
        REQUIRE(workspace.report(draft));
    }
    void settle() const {
        REQUIRE(QTest::qWaitFor([this] { return !panel->isCounting() && !workspace.isFiltering() && !workspace.isBusy() && !jobs.isBusy(); }, 20'000));
        QTest::qWait(0);
    }
    template <class Widget> Widget& part(const char* name) const {
        auto* const found = frame.findChild<Widget*>(QLatin1String(name));
        INFO(name);
        REQUIRE(found != nullptr);
        return *found;
    }
    void click(const char* name) const {
        auto& button = part<QPushButton>(name);
        INFO(name);
        REQUIRE(button.isEnabled());
        QTest::mouseClick(&button, Qt::LeftButton);
    }
    /// The row of a grid by its code.
    [[nodiscard]] int row(const QString& code) const {
        for (int i = 0; i < panel->table().rowCount(); ++i)
            if (panel->table().item(i, Name)->text().startsWith(code))
                return i;
        FAIL("no row " << code.toStdString());
        return -1;
    }
    [[nodiscard]] QString cell(const QString& code, int column) const { return panel->table().item(row(code), column)->text(); }
};

} // namespace

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
