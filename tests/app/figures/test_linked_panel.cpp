// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/figures/bar_list.h"
#include "app/figures/linked_panel.h"
#include "app/figures/week_grid.h"
#include "tests/support/small_district.h"

#include <QLabel>
#include <QTest>
#include <QToolButton>

using namespace gridwarden;
using namespace gridwarden::test;

namespace {

/// Six cases: two categories of different classes; Monday at nine, Tuesday at nine, Saturday at 22.
struct LinkedDesk {
    SmallDistrict small;
    app::Jobs jobs;
    app::Workspace workspace{&jobs};
    app::LinkedPanel panel{workspace};
    app::BarList& categories = part<app::BarList>("linkedCategories");
    app::BarList& states = part<app::BarList>("linkedStates");
    app::BarList& sources = part<app::BarList>("linkedSources");
    app::WeekGrid& week = part<app::WeekGrid>("linkedWeek");

    LinkedDesk() {
        REQUIRE(workspace.adopt(std::move(small.district)));
        const auto report = [this](const char* category, const char* source, const char* local) {
            core::CaseDraft draft;
            draft.place = {120.645, 28.005};
            draft.category = workspace.district()->categories().find(category)->id;
            draft.source = source;
            draft.time = core::parseMoment(std::string(local) + ":00+08:00", core::TimeZone()).value();
            REQUIRE(workspace.report(draft));
        };
        report("09006", "patrol", "2026-03-02T09:10"); // a Monday
        report("09006", "patrol", "2026-03-02T09:50");
        report("09006", "hotline", "2026-03-03T09:00");
        report("06010", "hotline", "2026-03-07T22:30");
        report("06010", "patrol", "2026-03-07T22:59");
        report("06010", "patrol", "2026-03-09T09:59");
        panel.resize(300, 900);
        panel.show();
        REQUIRE(QTest::qWaitForWindowExposed(&panel));
        settle();
    }
    template <class Widget> Widget& part(const char* name) {
        auto* const found = panel.findChild<Widget*>(QLatin1String(name));
        REQUIRE(found != nullptr);
        return *found;
    }
    void settle() { REQUIRE(QTest::qWaitFor([this] { return !panel.isCounting(); }, 10'000)); }
    /// Label to count.
    static std::map<QString, qint64> counts(const app::BarList& list) {
        std::map<QString, qint64> all;
        for (const app::BarList::Row& row : list.rows())
            all[row.label] = row.count;
        return all;
    }
    void click(app::BarList& list, const QString& label) {
        for (int row = 0; row < list.count(); ++row)
            if (list.item(row)->text() == label) {
                QTest::mouseClick(list.viewport(), Qt::LeftButton, {}, list.visualItemRect(list.item(row)).center());
                settle();
                return;
            }
        FAIL("no row " << label.toStdString());
    }
    [[nodiscard]] QPoint cell(int day, int hour) const { return week.cellRect(day * 24 + hour).center().toPoint(); }
    void drag(QPoint from, QPoint to) {
        QTest::mousePress(&week, Qt::LeftButton, {}, from);
        QMouseEvent move(QEvent::MouseMove, QPointF(to), week.mapToGlobal(QPointF(to)), Qt::NoButton, Qt::LeftButton, Qt::NoModifier);
        QCoreApplication::sendEvent(&week, &move);
        QTest::mouseRelease(&week, Qt::LeftButton, {}, to);
        settle();
    }
    [[nodiscard]] std::size_t shown() const { return workspace.filtered().size(); }
};


} // namespace

TEST_CASE("what is chosen in one view filters the others and the window, but not itself", "[app][figures]") {
    LinkedDesk desk;
    REQUIRE(desk.sources.rows().size() == 2);
    CHECK(desk.sources.rows()[0].count == 4);
    CHECK(desk.sources.rows()[1].count == 2);
    const QString patrol = desk.sources.rows()[0].label, hotline = desk.sources.rows()[1].label;
    CHECK(desk.week.counts()[9] == 3);
    CHECK(desk.week.counts()[24 + 9] == 1);
    CHECK(desk.week.counts()[5 * 24 + 22] == 2);

    desk.click(desk.sources, hotline);
    CHECK(desk.shown() == 2);
    CHECK(LinkedDesk::counts(desk.sources) == std::map<QString, qint64>{{patrol, 4}, {hotline, 2}});
    CHECK(desk.week.counts()[9] == 0);
    CHECK(desk.week.counts()[24 + 9] == 1);
    CHECK(desk.week.counts()[5 * 24 + 22] == 1);

    desk.drag(desk.cell(5, 22), desk.cell(6, 23)); // the nights of the weekend as well
    CHECK(desk.shown() == 1);
    CHECK(LinkedDesk::counts(desk.sources) == std::map<QString, qint64>{{patrol, 1}, {hotline, 1}});
    CHECK(desk.workspace.filter().hoursOfWeek == std::vector<int>{142, 143, 166, 167});

    desk.click(desk.sources, hotline); // leaves it again
    CHECK(desk.shown() == 2);
    auto& clear = desk.part<QToolButton>("linkedClear");
    CHECK(clear.isVisible());
    QTest::mouseClick(&clear, Qt::LeftButton);
    desk.settle();
    CHECK(desk.workspace.filter().isEmpty());
    CHECK(desk.shown() == 6);
    CHECK_FALSE(clear.isVisible());
}

TEST_CASE("a filter that was set elsewhere is seen and can be left here", "[app][figures]") {
    LinkedDesk desk;
    core::Filter filter;
    filter.states = {core::CaseState::Closed};
    desk.workspace.setFilter(filter);
    desk.settle();
    CHECK(desk.shown() == 0);
    REQUIRE(desk.states.rows().size() == 2); // the chosen one stays, without cases
    const QString closed = desk.states.rows()[1].label;
    CHECK(desk.states.rows()[1].count == 0);
    CHECK(desk.states.rows()[0].count == 6);
    desk.click(desk.states, closed);
    CHECK(desk.workspace.filter().isEmpty());
}

TEST_CASE("the keyboard chooses values and hours", "[app][figures]") {
    LinkedDesk desk;
    desk.categories.setFocus();
    QTest::keyClick(&desk.categories, Qt::Key_Home);
    QTest::keyClick(&desk.categories, Qt::Key_Space);
    desk.settle();
    CHECK(desk.workspace.filter().categories.size() == 1);
    CHECK(desk.shown() == 3);
    QTest::keyClick(&desk.categories, Qt::Key_Space);
    desk.settle();
    CHECK(desk.workspace.filter().isEmpty());

    desk.week.setFocus();
    QTest::mouseClick(&desk.week, Qt::LeftButton, {}, desk.cell(0, 9));
    QTest::keyClick(&desk.week, Qt::Key_Down);
    QTest::keyClick(&desk.week, Qt::Key_Space);
    desk.settle();
    CHECK(desk.workspace.filter().hoursOfWeek == std::vector<int>{9, 33});
    CHECK(desk.shown() == 4);
    QTest::keyClick(&desk.week, Qt::Key_Delete);
    desk.settle();
    CHECK(desk.workspace.filter().isEmpty());
}

TEST_CASE("the edges of the week choose a day or an hour of all days", "[app][figures]") {
    LinkedDesk desk;
    QTest::mouseClick(&desk.week, Qt::LeftButton, {}, {4, desk.cell(0, 0).y()});
    desk.settle();
    CHECK(desk.workspace.filter().hoursOfWeek.size() == 24);
    CHECK(desk.shown() == 3);
    QTest::mouseClick(&desk.week, Qt::LeftButton, {}, {desk.cell(0, 9).x(), 3});
    desk.settle();
    CHECK(desk.workspace.filter().hoursOfWeek == std::vector<int>{9, 33, 57, 81, 105, 129, 153});
    CHECK(desk.shown() == 4);
    QTest::mouseClick(&desk.week, Qt::LeftButton, {}, {desk.cell(0, 9).x(), 3}); // again: leaves it
    desk.settle();
    CHECK(desk.workspace.filter().isEmpty());
}
