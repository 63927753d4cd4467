// SPDX-License-Identifier: GPL-3.0-or-later
// The work place of patrols: tracks are brought in, what was missed is seen, Monday's list is made.
#include "app/cases/period_stepper.h"
#include "app/patrol/coverage_table.h"
#include "app/patrol/patrol_panel.h"
#include "app/report/document_window.h"
#include "app/report/report_preview.h"
#include "app/text/language.h"
#include "app/workspace/prompts.h"
#include "tests/support/small_district.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDialog>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QRegularExpression>
#include <QSpinBox>
#include <QTest>
#include <fstream>

using namespace gridwarden;
using namespace gridwarden::test;

namespace {

core::Day day(const char* text) {
    return core::parseDay(text).value();
}

struct ChosenFiles : app::Prompts {
    ChosenFiles() { app::setPrompts(this); }
    ~ChosenFiles() override { app::setPrompts(nullptr); }
    ChosenFiles(const ChosenFiles&) = delete;
    ChosenFiles& operator=(const ChosenFiles&) = delete;
    QStringList open;
    QString save;
    QString fileToOpen(QWidget*, const QString&, const QString&) override { return {}; }
    QStringList filesToOpen(QWidget*, const QString&, const QString&) override { return open; }
    QString fileToSave(QWidget*, const QString&, const QString&, const QString&) override { return save; }
    QString folder(QWidget*, const QString&) override { return {}; }
    bool confirm(QWidget*, const QString&, const QString&) override { return true; }
    QString text(QWidget*, const QString&, const QString&, const QString&) override { return {}; }
};

/// A cross of two roads, and the window's part for patrols over it.
struct PatrolDesk {
    SmallDistrict small;
    app::Jobs jobs;
    app::Workspace workspace{&jobs};
    ChosenFiles files;
    std::unique_ptr<app::PatrolPanel> panel;

    PatrolDesk() {
        app::setLanguage(core::Language::English);
        const auto done =
            small.district->change({"test-fill", {}}, small.actor, [&](core::Change& change) -> core::Result<void> {
                for (const auto& [code, name, grade, line] :
                     {std::tuple("EW", "人民路", "arterial",
                                 core::Line{{120.645, 28.005}, {120.650, 28.005}, {120.655, 28.005}}),
                      std::tuple("NS", "解放路", "minor",
                                 core::Line{{120.650, 28.000}, {120.650, 28.005}, {120.650, 28.010}})}) {
                    core::Area road;
                    road.kind = core::AreaKind::Road;
                    road.code = code;
                    road.name = name;
                    road.grade = grade;
                    road.shape.lines = {line};
                    if (auto added = core::addArea(change, road); !added)
                        return core::fail(added);
                }
                return {};
            });
        REQUIRE(done);
        REQUIRE(workspace.adopt(std::move(small.district)));
        panel = std::make_unique<app::PatrolPanel>(workspace, jobs, nullptr);
        panel->resize(760, 560);
        panel->show();
        REQUIRE(QTest::qWaitForWindowExposed(panel.get()));
        settle();
    }
    ~PatrolDesk() { panel.reset(); }

    void settle() {
        REQUIRE(QTest::qWaitFor([&] { return !panel->isCounting() && !jobs.isBusy() && !workspace.isBusy(); }, 30'000));
    }
    template <class Widget> Widget& part(const char* name) {
        auto* const found = panel->findChild<Widget*>(QLatin1String(name));
        REQUIRE(found != nullptr);
        return *found;
    }
    void click(const char* name) { QTest::mouseClick(&part<QPushButton>(name), Qt::LeftButton); }
    [[nodiscard]] QString cell(app::CoverageTable& table, const QString& first, int column) {
        const QAbstractItemModel& model = *table.model();
        for (int row = 0; row < model.rowCount(); ++row)
            if (model.index(row, 0).data().toString() == first)
                return model.index(row, column).data().toString();
        return QStringLiteral("no such row");
    }
    /// A GPX of somebody who walks the east–west road there and back, 1.2 m a second.
    QString walk(const char* name, const char* local) {
        const auto path = small.folder / name;
        std::ofstream gpx(path);
        gpx << R"(<?xml version="1.0"?><gpx version="1.1" creator="test"><trk><name>a</name><trkseg>)";
        const core::Moment start = core::parseMoment(local, core::TimeZone()).value();
        constexpr int Steps = 163;
        for (int i = 0; i <= 2 * Steps; ++i) {
            const double share = static_cast<double>(i <= Steps ? i : 2 * Steps - i) / Steps;
            gpx << "<trkpt lat=\"28.00501\" lon=\"" << std::to_string(120.645 + 0.01 * share) << "\"><time>"
                << core::isoUtc(start + core::seconds(5 * i)) << "</time></trkpt>";
        }
        gpx << "</trkseg></trk></gpx>";
        return QString::fromStdString(path.string());
    }
};

} // namespace

TEST_CASE("tracks are brought in, what was missed is seen, and the list is made", "[app][patrol]") {
    PatrolDesk desk;
    auto& roads = desk.part<app::CoverageTable>("roadCoverage");
    REQUIRE(roads.model()->rowCount() == 2);
    CHECK(desk.part<QLabel>("coverageSummary").text().contains(QStringLiteral("No tracks of these days.")));

    desk.files.open = {desk.walk("monday.gpx", "2026-11-23T08:00"), desk.walk("again.gpx", "2026-11-23T14:00")};
    desk.click("importTracks");
    auto& squad = desk.part<QComboBox>("trackSquad");
    squad.setFocus();
    QTest::keyClick(&squad, Qt::Key_Down);
    QTest::mouseClick(&desk.part<QPushButton>("startTrackImport"), Qt::LeftButton);
    desk.settle();
    const QString said = desk.part<QPlainTextEdit>("trackImportSaid").toPlainText();
    INFO(said.toStdString());
    for (const char* const name : {"monday.gpx", "again.gpx"}) {
        const QRegularExpressionMatch line = QRegularExpression(QLatin1String(name) + QStringLiteral(": 1 tracks, ([0-9.]+) km, ([0-9.]+) h")).match(said);
        REQUIRE(line.hasMatch());
        CHECK(line.captured(1).toDouble() == Approx(1.966).margin(0.1)); // twice 983 m
        CHECK(line.captured(2).toDouble() == Approx(0.45).margin(0.06)); // 27 minutes
    }
    CHECK(desk.workspace.connection()
              ->integer("SELECT count(*) FROM patrol_track WHERE organisation = " +
                        std::to_string(desk.small.squad.value()))
              .value() == 2);
    QTest::keyClick(desk.panel->findChild<QDialog*>(), Qt::Key_Escape);

    // The panel goes to the days of the tracks.
    CHECK(desk.part<QLabel>("coverageSummary").text().contains(QStringLiteral("2 tracks, ")));
    CHECK(desk.cell(roads, QStringLiteral("人民路"), 4) == QStringLiteral("100.0%"));
    CHECK(desk.cell(roads, QStringLiteral("人民路"), 5) == QStringLiteral("4"));
    CHECK(desk.cell(roads, QStringLiteral("人民路"), 6) == QStringLiteral("4/4"));
    CHECK(desk.cell(roads, QStringLiteral("解放路"), 6) == QStringLiteral("0/1"));
    REQUIRE(desk.panel->roads().roads().size() == 2);
    CHECK(desk.panel->roads().roads()[0].sign == app::MarkedRoads::Sign::Kept);
    CHECK(desk.panel->roads().roads()[1].sign == app::MarkedRoads::Sign::Missed);

    auto& only = desk.part<QCheckBox>("onlyMissed");
    QTest::mouseClick(&only, Qt::LeftButton, {}, QPoint(8, only.height() / 2));
    REQUIRE(roads.shownRows() == 1);
    CHECK(roads.model()->index(0, 0).data().toString() == QStringLiteral("解放路"));

    desk.click("missedRoads");
    desk.settle();
    REQUIRE(QTest::qWaitFor([&] { return desk.panel->findChild<app::DocumentWindow*>() != nullptr; }, 10'000));
    auto& list = *desk.panel->findChild<app::DocumentWindow*>();
    REQUIRE(QTest::qWaitFor([&] { return list.preview().isCurrent() && list.preview().pageCount() == 1; }, 10'000));
    desk.files.save = QString::fromStdString((desk.small.folder / "tuesday.odt").string());
    auto* const save = list.findChild<QPushButton*>(QStringLiteral("saveDocument"));
    QTest::mouseClick(save, Qt::LeftButton);
    desk.settle();
    REQUIRE(QTest::qWaitFor([&] { return std::filesystem::exists(desk.small.folder / "tuesday.odt"); }, 10'000));

    // What was done is taken back.
    REQUIRE(desk.workspace.undo());
    desk.settle();
    CHECK(desk.part<QLabel>("coverageSummary").text().contains(QStringLiteral("1 track,")));
}

TEST_CASE("how often roads have to be passed is set by grade", "[app][patrol]") {
    PatrolDesk desk;
    desk.panel->setPeriod({day("2026-11-23"), day("2026-11-23")});
    desk.settle();
    auto& roads = desk.part<app::CoverageTable>("roadCoverage");
    CHECK(desk.cell(roads, QStringLiteral("人民路"), 6) == QStringLiteral("0/4"));
    desk.click("patrolRules");
    auto& passes = desk.part<QSpinBox>("passes_arterial");
    passes.setFocus();
    passes.selectAll();
    QTest::keyClicks(&passes, "7");
    auto* const dialog = desk.panel->findChild<QDialog*>(QStringLiteral("patrolRulesDialog"));
    QTest::keyClick(dialog, Qt::Key_Enter);
    desk.settle();
    CHECK(desk.cell(roads, QStringLiteral("人民路"), 6) == QStringLiteral("0/7"));
    REQUIRE(desk.workspace.undo());
    desk.settle();
    CHECK(desk.cell(roads, QStringLiteral("人民路"), 6) == QStringLiteral("0/4"));
}

TEST_CASE("a road that is clicked on the map is the one of the table", "[app][patrol]") {
    PatrolDesk desk;
    auto& roads = desk.part<app::CoverageTable>("roadCoverage");
    desk.panel->roads().click(1);
    CHECK(roads.currentRow() == 1);
    CHECK(desk.panel->roads().selected() == std::optional<std::size_t>(1));
    desk.panel->hide();
    CHECK(desk.panel->roads().roads().empty()); // the map is that of another work place
}

TEST_CASE("a file that holds no tracks is said, and the others come in", "[app][patrol]") {
    PatrolDesk desk;
    const auto bad = desk.small.folder / "notes.gpx";
    std::ofstream(bad) << "<gpx";
    desk.files.open = {QString::fromStdString(bad.string()), desk.walk("good.gpx", "2026-11-23T08:00")};
    desk.click("importTracks");
    QTest::mouseClick(&desk.part<QPushButton>("startTrackImport"), Qt::LeftButton);
    desk.settle();
    const QString said = desk.part<QPlainTextEdit>("trackImportSaid").toPlainText();
    INFO(said.toStdString());
    CHECK(said.contains(QStringLiteral("notes.gpx: ")));
    CHECK_FALSE(said.contains(QStringLiteral("notes.gpx: 1 tracks")));
    CHECK(said.contains(QStringLiteral("good.gpx: 1 tracks")));
}
