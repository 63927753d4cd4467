// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/district/check_window.h"
#include "tests/app/district/editor_fixture.h"
#include "tests/support/sound.h"

#include <QListWidget>

using namespace gridwarden;
using gridwarden::test::EditorFixture;

namespace {

app::CheckWindow& openAndWait(EditorFixture& f) {
    app::openCheck(f.workspace, f.jobs, &f.window);
    auto* const window = f.window.findChild<app::CheckWindow*>();
    REQUIRE(window != nullptr);
    REQUIRE(QTest::qWaitForWindowExposed(window));
    REQUIRE(QTest::qWaitFor([&] { return !window->isRunning(); }, 30'000));
    return *window;
}

core::CaseId reportCase(EditorFixture& f) {
    core::CaseDraft draft;
    draft.place = core::GeoPoint{120.645, 28.005};
    draft.category = f.district().categories().find("09006")->id;
    const auto id = f.workspace.report(draft);
    REQUIRE(id);
    return *id;
}

} // namespace

TEST_CASE("a sound district is said to be sound, with the head of its journal", "[district][check]") {
    EditorFixture f;
    auto& window = openAndWait(f);
    CHECK(f.part<QLabel>(window, "verdict").text() == QStringLiteral("The district is sound."));
    CHECK(f.part<QLabel>(window, "head").text().endsWith(QString::fromStdString(f.district().store().journal(1)->front().hash)));
    CHECK_FALSE(f.part<QPushButton>(window, "repair").isEnabled());
    CHECK_FALSE(f.workspace.isBusy());
    f.picture(window, QStringLiteral("check-sound"));
}

TEST_CASE("a click on a finding leads to its case, and the repair sets it right", "[district][check]") {
    EditorFixture f;
    const core::CaseId id = reportCase(f);
    REQUIRE(f.district().connection().run("UPDATE case_state SET state = 5"));
    const std::size_t entries = f.journalLength();
    auto& window = openAndWait(f);
    CHECK(f.part<QLabel>(window, "verdict").text() == QStringLiteral("1 fault(s) found.").replace(QStringLiteral("(s)"), QString()));
    auto& list = f.part<QListWidget>(window, "findings");
    REQUIRE(list.count() >= 1);
    CHECK(list.item(0)->text().contains(QStringLiteral("differs from its steps")));
    CHECK(list.item(0)->text().contains(QStringLiteral("Repair rebuilds this.")));
    QSignalSpy zooms(&f.workspace, &app::Workspace::zoomRequested);
    QTest::mouseClick(list.viewport(), Qt::LeftButton, {}, list.visualItemRect(list.item(0)).center());
    CHECK(f.workspace.currentCase() == id);
    CHECK(zooms.count() == 1);
    f.picture(window, QStringLiteral("check-fault"));

    f.click(window, "repair");
    CHECK(f.prompts.asked == 1);
    CHECK(f.workspace.isBusy());
    CHECK_FALSE(f.workspace.undo()); // says who has the district
    REQUIRE(QTest::qWaitFor([&] { return !window.isRunning(); }, 30'000));
    CHECK(f.part<QLabel>(window, "verdict").text().startsWith(QStringLiteral("Repaired.")));
    CHECK(f.journalLength() == entries + 1);
    test::requireSound(f.district());
    CHECK((*f.workspace.facts())[*f.workspace.facts()->rowOf(id)].state == core::CaseState::Reported);
    f.picture(window, QStringLiteral("check-repaired"));
}

TEST_CASE("a check that is cancelled leaves the district free and says so", "[district][check]") {
    EditorFixture f;
    app::openCheck(f.workspace, f.jobs, &f.window);
    auto* const window = f.window.findChild<app::CheckWindow*>();
    REQUIRE(window != nullptr);
    REQUIRE(f.workspace.isBusy());
    f.click(*window, "cancelCheck");
    REQUIRE(QTest::qWaitFor([&] { return !window->isRunning(); }, 30'000));
    CHECK_FALSE(f.workspace.isBusy());
    const QString verdict = f.part<QLabel>(*window, "verdict").text();
    CHECK((verdict == QStringLiteral("Cancelled.") || verdict == QStringLiteral("The district is sound."))); // it may just have ended
    f.click(*window, "checkAgain");
    REQUIRE(QTest::qWaitFor([&] { return !window->isRunning(); }, 30'000));
    CHECK(f.part<QLabel>(*window, "verdict").text() == QStringLiteral("The district is sound."));
}

TEST_CASE("the window of the check closes with the district, also while it runs", "[district][check]") {
    EditorFixture f;
    app::openCheck(f.workspace, f.jobs, &f.window);
    const QPointer<app::CheckWindow> window = f.window.findChild<app::CheckWindow*>();
    delete window;
    REQUIRE(QTest::qWaitFor([&] { return !f.jobs.isBusy(); }, 30'000));
    CHECK_FALSE(f.workspace.isBusy());
    openAndWait(f);
    f.workspace.closeDistrict();
    REQUIRE(QTest::qWaitFor([&] { return f.window.findChild<app::CheckWindow*>() == nullptr; }, 5'000));
}
