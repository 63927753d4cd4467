// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/map/time_bar.h"
#include "app/map/time_line.h"
#include "tests/app/map/map_desk.h"

#include <QComboBox>
#include <QLabel>
#include <QToolButton>

using namespace gridwarden;
using namespace gridwarden::test;
using std::chrono::days;

namespace {

core::Day day(std::string_view text) { return core::parseDay(text).value(); }

/// A case on each of 50 days from 2026-01-01, at midnight, in the morning or late, and the bar over them.
struct TimeDesk : MapDesk {
    app::TimeBar bar{workspace, jobs};
    app::TimeLine* line = bar.findChild<app::TimeLine*>();

    TimeDesk() {
        core::CaseDraft draft;
        draft.place = {120.645, 28.005};
        draft.category = workspace.district()->categories().find("09006")->id;
        for (int i = 0; i < 50; ++i) {
            draft.time = workspace.district()->timeZone().start(day("2026-01-01") + days(i)) + std::chrono::hours(std::array{0, 9, 23}[static_cast<std::size_t>(i % 3)]);
            REQUIRE(workspace.report(draft));
        }
        bar.resize(1000, 56);
        bar.show();
        REQUIRE(QTest::qWaitForWindowExposed(&bar));
        settleTime();
    }
    void settleTime() {
        REQUIRE(QTest::qWaitFor([this] { return !bar.window().isBusy() && bar.window().order() != nullptr; }, 10'000));
        settle();
    }
    [[nodiscard]] std::size_t onMap() const { return map->picture().content().incidents->size(); }
    [[nodiscard]] int daysInFilter() const {
        const core::Filter& filter = workspace.filter();
        return filter.from && filter.to ? core::Period{*filter.from, *filter.to}.days() : 0;
    }
    [[nodiscard]] QPoint begin() const { return {line->windowRect().left(), line->height() / 2}; }
    [[nodiscard]] QPoint end() const { return {line->windowRect().right() + 1, line->height() / 2}; }
};

} // namespace

TEST_CASE("the ends and the middle of the window are dragged; the map follows at once and the table when it rests", "[app][map]") {
    TimeDesk desk;
    CHECK(desk.line->shownDays() == core::Period{day("2026-01-01"), day("2026-02-19")});
    QSignalSpy tables(&desk.workspace, &app::Workspace::filterChanged);
    QTest::mousePress(desk.line, Qt::LeftButton, {}, desk.end());
    moveMouse(*desk.line, desk.line->rect().center(), Qt::LeftButton);
    REQUIRE(desk.workspace.filter().to);
    const int half = core::Period{day("2026-01-01"), *desk.workspace.filter().to}.days();
    CHECK(half > 20);
    CHECK(half < 30);
    CHECK(desk.workspace.filtered().size() == static_cast<std::size_t>(half));
    desk.settle();
    CHECK(desk.onMap() == static_cast<std::size_t>(half)); // still pressed
    CHECK(tables.isEmpty());
    QTest::mouseRelease(desk.line, Qt::LeftButton, {}, desk.line->rect().center());
    CHECK(QTest::qWaitFor([&] { return tables.count() == 1; }, 5000));
    // What everybody counts is what select gives.
    CHECK(core::select(desk.workspace.figuresContext(), desk.workspace.filter()).value() == desk.workspace.filtered());

    drag(*desk.line, desk.begin(), desk.begin() + QPoint(100, 0));
    REQUIRE(desk.workspace.filter().from);
    const core::Period window{*desk.workspace.filter().from, *desk.workspace.filter().to};
    CHECK(window.days() < half);
    const QPoint middle = desk.line->windowRect().center();
    drag(*desk.line, middle, middle + QPoint(150, 0));
    CHECK(desk.daysInFilter() == window.days()); // as long as before
    CHECK(*desk.workspace.filter().from > window.from);
    drag(*desk.line, desk.line->windowRect().center(), middle + QPoint(5000, 0));
    CHECK(*desk.workspace.filter().to == day("2026-02-19"));
    CHECK(desk.daysInFilter() == window.days());
    QTest::mouseDClick(desk.line, Qt::LeftButton, {}, middle);
    CHECK(!desk.workspace.filter().from);
    CHECK(!desk.workspace.filter().to);
    CHECK(desk.workspace.filtered().size() == 50);
}

TEST_CASE("keys move the window by a step", "[app][map]") {
    TimeDesk desk;
    desk.line->setFocus();
    QTest::keyClick(desk.line, Qt::Key_Left, Qt::ShiftModifier); // its end, a week
    CHECK(desk.workspace.filter().to == day("2026-02-12"));
    QTest::keyClick(desk.line, Qt::Key_Right, Qt::ControlModifier); // its beginning
    CHECK(desk.workspace.filter().from == day("2026-01-08"));
    QTest::keyClick(desk.line, Qt::Key_Right);
    CHECK(desk.workspace.filter().from == day("2026-01-15"));
    CHECK(desk.workspace.filter().to == day("2026-02-19"));
    QTest::keyClick(desk.line, Qt::Key_Right); // no further
    CHECK(desk.workspace.filter().from == day("2026-01-15"));
    QTest::keyClick(desk.line, Qt::Key_Home);
    CHECK(desk.workspace.filter().from == day("2026-01-01"));
    QTest::keyClick(desk.line, Qt::Key_Delete);
    CHECK(!desk.workspace.filter().from);
}

TEST_CASE("time runs a step at a time to the end and can be paused", "[app][map]") {
    TimeDesk desk;
    auto* const speed = desk.bar.findChild<QComboBox*>(QStringLiteral("timeSpeed"));
    speed->setFocus();
    QTest::keyClick(speed, Qt::Key_End);
    auto* const play = desk.bar.findChild<QToolButton*>(QStringLiteral("timePlay"));
    QTest::mouseClick(play, Qt::LeftButton);
    CHECK(desk.bar.isPlaying());
    CHECK(desk.daysInFilter() == 7); // begins with one step, a week
    CHECK(desk.workspace.filtered().size() == 7);
    desk.line->setFocus();
    QTest::keyClick(desk.line, Qt::Key_Space);
    CHECK_FALSE(desk.bar.isPlaying());
    const auto paused = desk.workspace.filter().from;
    QTest::qWait(300);
    CHECK(desk.workspace.filter().from == paused);
    QSignalSpy steps(&desk.workspace, &app::Workspace::daysMoved);
    QTest::keyClick(desk.line, Qt::Key_Space);
    CHECK(QTest::qWaitFor([&] { return !desk.bar.isPlaying(); }, 10'000));
    CHECK(desk.workspace.filter().to == day("2026-02-19"));
    CHECK(desk.daysInFilter() == 7);
    CHECK(steps.count() >= 2);
}

TEST_CASE("the time line follows other filters and leaves its days when it is hidden", "[app][map]") {
    TimeDesk desk;
    core::Filter filter;
    filter.from = day("2026-02-01");
    filter.to = day("2026-02-10");
    desk.workspace.setFilter(filter);
    desk.settleTime();
    CHECK(desk.line->window() == core::Period{day("2026-02-01"), day("2026-02-10")});
    CHECK(desk.bar.findChild<QLabel*>(QStringLiteral("timeText"))->text().contains(QStringLiteral("10 ")));
    filter.areas = {desk.small.grids[3]}; // there are none
    desk.workspace.setFilter(filter);
    desk.settleTime();
    CHECK(!desk.line->window());
    filter.areas.clear();
    desk.workspace.setFilter(filter);
    desk.settleTime();
    desk.bar.hide();
    CHECK(desk.bar.window().order() == nullptr);
    CHECK(desk.workspace.filter().from == day("2026-02-01"));
    desk.bar.show();
    desk.settleTime();
    desk.report({120.645, 28.005}); // now
    desk.settleTime();
    CHECK(desk.line->shownDays()->to == desk.workspace.district()->timeZone().day(core::now()));
}
