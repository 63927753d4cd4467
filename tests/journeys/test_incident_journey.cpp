// SPDX-License-Identifier: GPL-3.0-or-later
// The whole story in the real window with real mouse and keyboard: make the demo district, enter an incident, carry it
// through all its steps, and take everything back.
#include "app/shell/window_host.h"
#include "tests/app/cases/scripted_prompts.h"
#include "tests/support/scratch_folder.h"
#include "tests/support/sound.h"

#include <QApplication>
#include <QComboBox>
#include <QDialog>
#include <QFileInfo>
#include <QInputMethodEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTest>
#include <QToolBar>
#include <QToolButton>
#include <catch2/catch.hpp>

using namespace gridwarden;
using namespace gridwarden::app;
using core::CaseState;

namespace {

/// A grid somewhere in the district and a point well inside it.
struct Spot {
    core::AreaId grid;
    core::GeoPoint place;
};

/// Chinese comes from an input method and not from keys.
void typeChinese(QWidget& field, const std::string& text) {
    QInputMethodEvent event;
    event.setCommitString(QString::fromStdString(text));
    QApplication::sendEvent(&field, &event);
}

struct Story {
    test::ScratchFolder folder;
    test::ScriptedPrompts prompts;
    WindowHost host;
    MainWindow& window = host.window();
    Workspace& workspace = host.workspace();

    void openDemo() {
        window.resize(1440, 860);
        window.show();
        REQUIRE(QTest::qWaitForWindowExposed(&window));
        window.files().makeDemoAt(QString::fromStdString((folder / "demo.gpkg").string()));
        REQUIRE(QTest::qWaitFor([this] { return workspace.district() != nullptr; }, 180'000));
        settle();
    }
    void settle() {
        REQUIRE(QTest::qWaitFor([this] { return window.map().picture().isIdle() && !window.layers().isLoading(); }, 60'000));
        QCoreApplication::processEvents();
    }
    template <class Widget> Widget* visible(const char* name) {
        const auto all = window.findChildren<Widget*>(QLatin1String(name));
        for (Widget* const each : all)
            if (each->isVisible())
                return each;
        return nullptr;
    }
    template <class Widget> Widget& wait(const char* name) {
        CAPTURE(name);
        REQUIRE(QTest::qWaitFor([&] { return visible<Widget>(name) != nullptr; }, 5000));
        return *visible<Widget>(name);
    }
    void click(QWidget& widget) { QTest::mouseClick(&widget, Qt::LeftButton); }
    void clickTool(ActionId id) {
        QWidget* const button = window.findChild<QToolBar*>(QStringLiteral("toolBar"))->widgetForAction(window.action(id));
        REQUIRE(button != nullptr);
        click(*button);
    }
    Spot spot() {
        const core::AreaRegister& areas = workspace.district()->areas();
        const auto grids = areas.ofKind(core::AreaKind::Grid);
        REQUIRE_FALSE(grids.empty());
        for (const core::Area* const grid : grids)
            if (const auto place = core::labelPoint(grid->shape))
                return {grid->id, *place};
        FAIL("no grid has a shape");
        return {};
    }
    core::CaseRecord current() {
        auto record = core::loadCase(workspace.district()->connection(), workspace.currentCase());
        REQUIRE(record);
        return *record;
    }
    /// Opens the form of a step by its button and confirms it; `fill` writes into the form before.
    void step(const char* name, const std::function<void()>& fill = {}) {
        CAPTURE(name);
        click(wait<QPushButton>(name));
        wait<QWidget>("stepForm");
        if (fill)
            fill();
        const std::size_t before = current().steps.size();
        click(wait<QPushButton>("confirm"));
        REQUIRE(QTest::qWaitFor([&] { return current().steps.size() == before + 1; }, 5000));
        QCoreApplication::processEvents();
    }
};

} // namespace

TEST_CASE("an incident is entered and carried to its closure and taken back", "[journey][gui]") {
    Story story;
    story.openDemo();
    const std::size_t casesBefore = story.workspace.filtered().size();
    CHECK(casesBefore > 100);

    // Enter: the tool, a click in a grid, a few letters, Enter twice.
    const Spot spot = story.spot();
    story.window.map().centreOn(spot.place);
    story.settle();
    story.clickTool(ActionId::AddIncident);
    QTest::mouseClick(&story.window.map(), Qt::LeftButton, Qt::NoModifier, story.window.map().screenAt(spot.place)->toPoint());
    auto& card = story.wait<QWidget>("incidentCard");
    CHECK_FALSE(QRect(card.mapTo(&story.window, QPoint()), card.size())
                    .contains(story.window.map().mapTo(&story.window, story.window.map().screenAt(spot.place)->toPoint())));
    CHECK(card.height() > 200);
    auto& category = story.wait<QLineEdit>("category");
    REQUIRE(QTest::qWaitFor([&] { return QApplication::focusWidget() == &category; }, 2000));
    QTest::keyClicks(&category, QStringLiteral("dwjy"));
    CHECK(card.height() > 200);
    QTest::keyClick(&category, Qt::Key_Return);
    auto& description = story.wait<QPlainTextEdit>("description");
    description.setFocus();
    QTest::keyClicks(&description, QStringLiteral("Stall before the door"));
    QTest::keyClick(&description, Qt::Key_Return);
    REQUIRE(QTest::qWaitFor([&] { return story.workspace.filtered().size() == casesBefore + 1; }, 5000));
    CHECK_FALSE(card.isVisible());
    CHECK(story.window.map().tool() == ToolKind::AddIncident); // stays for the next one

    const core::CaseRecord entered = story.current();
    CHECK(entered.grid == spot.grid);
    CHECK(entered.report.description == "Stall before the door");
    CHECK(story.workspace.district()->categories().find(entered.derived.category)->name == "店外经营");
    CHECK(entered.derived.state == CaseState::Reported);

    // Through its steps by the buttons of the panel.
    story.step("step_file");
    CHECK(story.current().derived.state == CaseState::Filed);
    story.step("step_dispatch", [&] {
        auto& receiver = story.wait<QComboBox>("receiver");
        receiver.setFocus();
        receiver.lineEdit()->selectAll();
        typeChinese(*receiver.lineEdit(), story.workspace.district()->people().organisations().front().name);
    });
    CHECK(story.current().derived.state == CaseState::Handling);
    CHECK(story.current().derived.due.has_value());
    story.step("step_handle");
    CHECK(story.current().derived.state == CaseState::Handled);
    story.step("step_check_after");
    story.step("step_close");
    CHECK(story.current().derived.state == CaseState::Closed);

    // The report of the grid, from the rail to the file.
    story.workspace.selectArea(spot.grid);
    story.prompts.file = QString::fromStdString((story.folder / "grid.pdf").string());
    story.window.action(ActionId::GridReport)->trigger();
    QDialog* report = nullptr;
    REQUIRE(QTest::qWaitFor([&] { return (report = story.window.findChild<QDialog*>(QStringLiteral("reportDialog"))) != nullptr; }, 5000));
    REQUIRE(QTest::qWaitForWindowExposed(report));
    story.click(*report->findChild<QPushButton*>(QStringLiteral("save")));
    REQUIRE(QTest::qWaitFor([&] { return QFileInfo(story.prompts.file).size() > 10'000 && !story.host.jobs().isBusy(); }, 60'000));
    QFile pdf(story.prompts.file);
    REQUIRE(pdf.open(QIODevice::ReadOnly));
    CHECK(pdf.read(5) == QByteArray("%PDF-"));
    report->close();
    story.window.activateWindow();
    REQUIRE(QTest::qWaitForWindowActive(&story.window));

    // Undo by the keyboard takes the steps back one after the other, the report last, and never the number.
    const std::string number = entered.report.number;
    for (int i = 0; i < 6; ++i) {
        story.window.map().setFocus();
        QTest::keyClick(&story.window.map(), Qt::Key_Z, Qt::ControlModifier);
        REQUIRE(QTest::qWaitFor([&] { return !story.workspace.isBusy(); }, 10'000));
    }
    REQUIRE(QTest::qWaitFor([&] { return story.workspace.filtered().size() == casesBefore; }, 5000));
    CHECK(story.workspace.currentCase().isNull());
    CHECK_FALSE(core::findCase(story.workspace.district()->connection(), number)->has_value());
    story.window.action(ActionId::Redo)->trigger();
    REQUIRE(QTest::qWaitFor([&] { return !story.workspace.isBusy(); }, 10'000));
    CHECK(core::findCase(story.workspace.district()->connection(), number)->has_value());
    test::requireSound(*story.workspace.district());
}
