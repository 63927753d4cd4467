// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cases/choice_popup.h"
#include "app/cases/filter_bar.h"
#include "app/text/days.h"
#include "tests/app/cases/fixture.h"

#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QToolButton>
#include <QTreeWidget>

using namespace gridwarden;
using namespace gridwarden::test;

namespace {

struct BarDesk : Desk {
    app::FilterBar bar{workspace};
    BarDesk() {
        report("占道摆摊");
        report("乱贴广告", "09002", core::GeoPoint{120.655, 28.015});
        bar.resize(1000, 40);
        showAndActivate(bar);
    }
    QString count() { return find<QLabel>(bar, "caseCount").text(); }
    QAction* action(const char* name) {
        QMenu* menu = find<QToolButton>(bar, "addFilter").menu();
        emit menu->aboutToShow();
        auto* found = menu->findChild<QAction*>(QLatin1String(name));
        REQUIRE(found != nullptr);
        return found;
    }
    app::ChoicePopup* popup() { return bar.findChild<app::ChoicePopup*>(); }
};

void tick(QTreeWidget& tree, const QString& label) {
    const auto found = tree.findItems(label, Qt::MatchContains | Qt::MatchRecursive);
    REQUIRE_FALSE(found.isEmpty());
    found.front()->setCheckState(0, Qt::Checked);
}

} // namespace

TEST_CASE("typing in the search field filters after a short pause", "[app][cases]") {
    BarDesk desk;
    CHECK(desk.count() == QStringLiteral("2 cases"));
    commitText(*desk.bar.searchField(), QStringLiteral("广告"));
    REQUIRE(QTest::qWaitFor([&] { return desk.workspace.filtered().size() == 1; }, 2000));
    CHECK(desk.count() == QStringLiteral("1 of 2 cases"));
    QTest::keyClick(desk.bar.searchField(), Qt::Key_Escape);
    CHECK(desk.workspace.filter().isEmpty());
    CHECK(desk.count() == QStringLiteral("2 cases"));
}

TEST_CASE("a state is chosen in a popup and removed by its chip", "[app][cases]") {
    BarDesk desk;
    desk.action("filterState")->trigger();
    REQUIRE(desk.popup());
    tick(*desk.popup()->findChild<QTreeWidget*>(), QString::fromStdString(core::word("states", "closed", core::Language::English)));
    CHECK(desk.workspace.filter().states == std::vector{core::CaseState::Closed});
    CHECK(desk.count() == QStringLiteral("0 of 2 cases"));
    desk.popup()->close();
    QTest::mouseClick(&find<QToolButton>(desk.bar, "chipRemove"), Qt::LeftButton);
    REQUIRE(QTest::qWaitFor([&] { return desk.workspace.filter().isEmpty(); }, 1000));
}

TEST_CASE("areas and categories are chosen from trees", "[app][cases]") {
    BarDesk desk;
    desk.action("filterArea")->trigger();
    REQUIRE(desk.popup());
    tick(*desk.popup()->findChild<QTreeWidget*>(), QStringLiteral("01 网格01"));
    CHECK(desk.workspace.filtered().size() == 1);
    desk.popup()->close();
    REQUIRE(QTest::qWaitFor([&] { return desk.popup() == nullptr; }, 1000));
    desk.workspace.setFilter({});
    desk.action("filterCategory")->trigger();
    REQUIRE(desk.popup());
    auto* search = desk.popup()->findChild<QLineEdit*>();
    QTest::keyClicks(search, QStringLiteral("09002"));
    QTest::keyClick(search, Qt::Key_Return);
    REQUIRE(desk.workspace.filter().categories.size() == 1);
    CHECK(desk.workspace.filtered().size() == 1);
}

TEST_CASE("open only and overdue only are switches", "[app][cases]") {
    BarDesk desk;
    desk.action("filterOpen")->trigger();
    CHECK(desk.workspace.filter().states == app::openStates());
    CHECK(desk.workspace.filtered().size() == 2);
    desk.action("filterOverdue")->trigger();
    CHECK(desk.workspace.filtered().empty());
    desk.action("filterClear")->trigger();
    CHECK(desk.workspace.filter().isEmpty());
}

TEST_CASE("a handler is chosen in the tree of organisations and people", "[app][cases]") {
    BarDesk desk;
    const core::CaseId third = desk.report("占道经营");
    desk.step(third, core::StepKind::File);
    core::StepDraft dispatch;
    dispatch.kind = core::StepKind::Dispatch;
    dispatch.detail.person = desk.small.zhang;
    dispatch.detail.organisation = desk.small.squad;
    REQUIRE(desk.workspace.takeStep(third, dispatch));
    desk.action("filterHandler")->trigger();
    REQUIRE(desk.popup());
    auto* tree = desk.popup()->findChild<QTreeWidget*>();
    REQUIRE(tree->topLevelItemCount() == 1);
    CHECK(tree->topLevelItem(0)->childCount() == 2);
    QTest::keyClicks(desk.popup()->findChild<QLineEdit*>(), QStringLiteral("P1"));
    QTest::keyClick(desk.popup()->findChild<QLineEdit*>(), Qt::Key_Return);
    CHECK(desk.workspace.filter().people == std::vector{desk.small.zhang});
    CHECK(desk.count() == QStringLiteral("1 of 3 cases"));
    desk.popup()->close();
    CHECK(find<QToolButton>(desk.bar, "chipText").text() == QStringLiteral("张三 · 一中队"));
    REQUIRE(QTest::qWaitFor([&] { return desk.popup() == nullptr; }, 1000));
    desk.workspace.setFilter({});
    desk.action("filterHandler")->trigger();
    tick(*desk.popup()->findChild<QTreeWidget*>(), QStringLiteral("一中队"));
    CHECK(desk.workspace.filter().organisations == std::vector{desk.small.squad});
    CHECK(desk.workspace.filter().people.empty());
    CHECK(desk.count() == QStringLiteral("1 of 3 cases"));
    desk.popup()->close();
    QTest::mouseClick(&find<QToolButton>(desk.bar, "chipRemove"), Qt::LeftButton);
    REQUIRE(QTest::qWaitFor([&] { return desk.workspace.filter().isEmpty(); }, 1000));
}

TEST_CASE("days of the deadline and rework are conditions with chips of their own", "[app][cases]") {
    BarDesk desk;
    desk.action("dueToday")->trigger();
    const core::Day today = desk.district().timeZone().day(core::now());
    CHECK(desk.workspace.filter().dueFrom == today);
    CHECK(desk.workspace.filter().dueTo == today);
    CHECK_FALSE(desk.workspace.filter().from);
    CHECK(find<QToolButton>(desk.bar, "chipText").text() == QStringLiteral("open, due today"));
    desk.workspace.setFilter({});
    desk.action("filterReworked")->trigger();
    CHECK(desk.count() == QStringLiteral("0 of 2 cases"));
    desk.action("filterReworked")->trigger();
    CHECK(desk.workspace.filter().isEmpty());
}

TEST_CASE("weeks begin on Monday and months have all their days", "[app][cases]") {
    using namespace std::chrono;
    const core::Day saturday{local_days(2026y / November / 21)};
    CHECK(app::weekOf(saturday) == core::Period{core::Day(local_days(2026y / November / 16)), core::Day(local_days(2026y / November / 22))});
    CHECK(app::monthOf(saturday) == core::Period{core::Day(local_days(2026y / November / 1)), core::Day(local_days(2026y / November / 30))});
    CHECK(app::monthOf(core::Day(local_days(2028y / February / 9))).to == core::Day(local_days(2028y / February / 29)));
    CHECK(app::weekOf(core::Day(local_days(2026y / November / 22))).from == core::Day(local_days(2026y / November / 16)));
}
