// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cases/case_table_model.h"
#include "app/cases/case_table_panel.h"
#include "app/cases/filter_words.h"
#include "app/cases/saved_view.h"
#include "core/cases/case_views.h"
#include "tests/app/cases/fixture.h"
#include "tests/app/cases/scripted_prompts.h"

#include <QHeaderView>
#include <QMenu>
#include <QTableView>
#include <QTimer>
#include <QToolButton>

#include <nlohmann/json.hpp>

using namespace gridwarden;
using namespace gridwarden::test;
using app::CaseColumn;
using app::SavedView;

namespace {

core::Day day(const char* text) {
    return core::parseDay(text).value();
}

bool isRefused(const std::string& text, const std::string& member) {
    const auto read = app::viewFromText(text);
    return !read && read.error().what == core::Message{"view-unreadable", {member}};
}

/// The panel with a menu that is used as with the mouse.
struct ViewDesk : Desk {
    ScriptedPrompts prompts;
    std::unique_ptr<app::CaseTablePanel> panel;
    core::CaseId waiting, filed;
    ViewDesk() {
        waiting = report("甲 摊位");
        filed = report("乙 广告", "09002", core::GeoPoint{120.655, 28.015});
        step(filed, core::StepKind::File);
        panel = std::make_unique<app::CaseTablePanel>(workspace, jobs);
        panel->resize(1200, 300);
        showAndActivate(*panel);
    }
    QMenu& menu() {
        QMenu* menu = find<QToolButton>(*panel, "views").menu();
        emit menu->aboutToShow();
        return *menu;
    }
    /// Opens the menu with a click, goes to the entry with the keyboard and presses Enter.
    void choose(const QString& text) {
        auto& button = find<QToolButton>(*panel, "views");
        bool isDone = false;
        QTimer::singleShot(0, &button, [&] {
            QMenu* open = button.menu();
            for (QAction* action : open->actions())
                if (action->text() == text && action->isEnabled()) {
                    open->setActiveAction(action);
                    isDone = true;
                }
            QTest::keyClick(open, isDone ? Qt::Key_Return : Qt::Key_Escape);
        });
        QTest::mouseClick(&button, Qt::LeftButton);
        REQUIRE(QTest::qWaitFor([&] { return !button.menu()->isVisible(); }, 2000));
        INFO(text.toStdString());
        REQUIRE(isDone);
    }
    QStringList entries(const char* name) {
        QStringList texts;
        for (const QAction* action : menu().actions())
            if (action->objectName() == QLatin1String(name))
                texts << action->text();
        return texts;
    }
    void chooseBelow(const char* name, const QString& text) {
        auto& list = find<QMenu>(menu(), name);
        const auto actions = list.actions();
        const auto found =
            std::find_if(actions.begin(), actions.end(), [&](const QAction* action) { return action->text() == text; });
        REQUIRE(found != actions.end());
        (*found)->trigger();
    }
};

} // namespace

TEST_CASE("a view reads back as it was written, with days that move", "[app][cases]") {
    core::Filter filter;
    filter.areas = {core::AreaId(5), core::AreaId(7)};
    filter.categories = {core::CategoryId(9)};
    filter.states = {core::CaseState::Handling, core::CaseState::Handled};
    filter.sources = {"hotline"};
    filter.organisations = {core::OrganisationId(3)};
    filter.people = {core::PersonId(4)};
    filter.lamps = {core::Lamp::Red, core::Lamp::None};
    filter.overdueOnly = filter.reworkedOnly = filter.urgedOnly = filter.problemsOnly = true;
    filter.seenAgain = core::SeenAgain{14, 80.5};
    filter.from = day("2026-11-01");
    filter.to = day("2026-11-30");
    filter.dueTo = day("2026-12-05");
    filter.text = "\"摊位\" & more";
    SavedView view = app::viewOf(filter, day("2026-11-21"));
    CHECK(view.reported == app::ViewDays::Month);
    CHECK(view.due == app::ViewDays::Fixed);
    view.columns = {CaseColumn::Number, CaseColumn::Due};
    view.order = app::ViewOrder{CaseColumn::Due, Qt::DescendingOrder};
    const auto read = app::viewFromText(app::viewToText(view));
    REQUIRE(read);
    CHECK(*read == view);
    Desk desk;
    const core::Filter then = app::filterOf(view, desk.district(), {}, day("2028-02-10"));
    CHECK(then.from == day("2028-02-01"));
    CHECK(then.to == day("2028-02-29"));
    CHECK(then.dueTo == day("2026-12-05"));
    CHECK(app::filterOf(view, desk.district(), {}, day("2026-11-21")) == filter);
    // Other days stay what they are.
    filter.to = day("2026-11-29");
    CHECK(app::viewOf(filter, day("2026-11-21")).filter.to == day("2026-11-29"));
}

TEST_CASE("what a view does not know is refused with its name", "[app][cases]") {
    CHECK(app::viewFromText("{}"));
    CHECK(isRefused("", "view"));
    CHECK(isRefused("[]", "view"));
    CHECK(isRefused(R"({"colour": 1})", "colour"));
    CHECK(isRefused(R"({"filter": {"repeated_by": true}})", "repeated_by"));
    CHECK(isRefused(R"({"filter": {"states": ["sleeping"]}})", "states"));
    CHECK(isRefused(R"({"filter": {"seen_again": {"days": 0, "metres": 50}}})", "seen_again"));
    CHECK(isRefused(R"({"filter": {"seen_again": {"days": 30}}})", "seen_again"));
    CHECK(isRefused(R"({"filter": {"seen_again": {"days": 30, "metres": 50, "weeks": 1}}})", "seen_again"));
    CHECK(isRefused(R"({"filter": {"states": "handling"}})", "states"));
    CHECK(isRefused(R"({"filter": {"areas": [0]}})", "areas"));
    CHECK(isRefused(R"({"filter": {"areas": [1.5]}})", "areas"));
    CHECK(isRefused(R"({"filter": {"areas": [18446744073709551615]}})", "areas"));
    CHECK(isRefused(R"({"filter": {"areas": [1], "outside": true}})", "areas"));
    CHECK(isRefused(R"({"filter": {"overdue": 1}})", "overdue"));
    CHECK(isRefused(R"({"filter": {"due": "someday"}})", "due"));
    CHECK(isRefused(R"({"filter": {"due": {}}})", "due"));
    CHECK(isRefused(R"({"filter": {"due": {"from": "2026-02-30"}}})", "due"));
    CHECK(isRefused(R"({"filter": null})", "filter"));
    CHECK(isRefused(R"({"columns": ["number", "number"]})", "columns"));
    CHECK(isRefused(R"({"sort": {"descending": true}})", "sort"));
    CHECK(isRefused(R"({"sort": {"column": "phone"}})", "sort"));
}

TEST_CASE("the views that come with the program are readable in both languages", "[app][cases]") {
    const auto chinese = app::shippedViews(core::Language::Chinese);
    const auto english = app::shippedViews(core::Language::English);
    REQUIRE(chinese);
    REQUIRE(english);
    REQUIRE(chinese->size() == 8);
    for (std::size_t i = 0; i < 6; ++i) {
        CHECK((*chinese)[i].view == (*english)[i].view);
        CHECK_FALSE((*chinese)[i].name == (*english)[i].name);
    }
    Desk desk;
    CHECK(app::filterOf((*english)[0].view, desk.district(), {}, day("2026-11-21")).dueFrom == day("2026-11-21"));
}

TEST_CASE("my zones are those above the areas of today's duties", "[app][cases]") {
    Desk desk;
    CHECK(app::zonesOf(desk.district(), desk.small.zhang, day("2026-11-21")) == std::vector{desk.small.zone});
    CHECK(app::zonesOf(desk.district(), desk.small.li, day("2026-11-21")).empty());
    CHECK(app::zonesOf(desk.district(), {}, day("2026-11-21")).empty());
    REQUIRE(desk.workspace.change({"test-fill", {}}, [&](core::Change& change) -> core::Result<void> {
        core::Duty duty;
        duty.area = desk.small.zone;
        duty.person = desk.small.li;
        duty.to = day("2026-11-20");
        const auto saved = core::saveDuty(change, duty);
        return saved ? core::Result<void>() : core::fail(saved);
    }));
    CHECK(app::zonesOf(desk.district(), desk.small.li, day("2026-11-20")) == std::vector{desk.small.zone});
    CHECK(app::zonesOf(desk.district(), desk.small.li, day("2026-11-21")).empty());
}

TEST_CASE("a view is chosen from the menu, and one without duties says so", "[app][cases]") {
    ViewDesk desk;
    desk.choose(QStringLiteral("Waiting to be filed"));
    CHECK(desk.workspace.filter().states == std::vector{core::CaseState::Reported});
    const auto* model = qobject_cast<const app::CaseTableModel*>(desk.panel->view()->model());
    REQUIRE(model->rowCount() == 1);
    CHECK(model->caseAt(0) == desk.waiting);
    CHECK(model->sortColumn() == CaseColumn::Reported);
    CHECK(model->sortOrder() == Qt::AscendingOrder);
    CHECK(desk.notices.empty());
    desk.choose(QStringLiteral("Overdue in my zone"));
    CHECK(desk.workspace.filter().overdueOnly);
    CHECK(desk.workspace.filter().areas.empty());
    CHECK(desk.notices.size() == 1);
    desk.workspace.setActor({"张三", desk.small.zhang});
    desk.choose(QStringLiteral("Overdue in my zone"));
    CHECK(desk.workspace.filter().areas == std::vector{desk.small.zone});
    CHECK(desk.notices.size() == 1);
}

TEST_CASE("a view is saved with its columns and order, renamed, removed and all of it undone", "[app][cases]") {
    ViewDesk desk;
    QHeaderView* header = desk.panel->view()->horizontalHeader();
    const auto look = [&] {
        QStringList shown;
        for (int place = 0; place < header->count(); ++place)
            if (const int section = header->logicalIndex(place); !header->isSectionHidden(section))
                shown << app::columnTitle(static_cast<CaseColumn>(section));
        return shown;
    };
    header->moveSection(header->visualIndex(static_cast<int>(CaseColumn::Due)), 0);
    desk.panel->view()->setColumnHidden(static_cast<int>(CaseColumn::Address), true);
    desk.panel->view()->sortByColumn(static_cast<int>(CaseColumn::Category), Qt::DescendingOrder);
    const QStringList saved = look();
    core::Filter filter;
    filter.text = "广告";
    desk.workspace.setFilter(filter);
    desk.prompts.line = QStringLiteral(" 广告 & 招牌 ");
    desk.choose(QStringLiteral("Save the present view …"));
    CHECK(desk.entries("ownView") == QStringList{QStringLiteral("广告 && 招牌")});

    desk.workspace.setFilter({});
    header->moveSection(header->visualIndex(static_cast<int>(CaseColumn::Due)), 5);
    desk.panel->view()->setColumnHidden(static_cast<int>(CaseColumn::Address), false);
    desk.panel->view()->sortByColumn(static_cast<int>(CaseColumn::Number), Qt::AscendingOrder);
    REQUIRE_FALSE(look() == saved);
    desk.choose(QStringLiteral("广告 && 招牌"));
    CHECK(look() == saved);
    CHECK(desk.workspace.filter() == filter);
    const auto* model = qobject_cast<const app::CaseTableModel*>(desk.panel->view()->model());
    CHECK(model->sortColumn() == CaseColumn::Category);
    CHECK(model->sortOrder() == Qt::DescendingOrder);

    desk.prompts.line = QStringLiteral("招牌");
    desk.chooseBelow("renameView", QStringLiteral("广告 && 招牌"));
    CHECK(desk.entries("ownView") == QStringList{QStringLiteral("招牌")});
    desk.chooseBelow("removeView", QStringLiteral("招牌"));
    CHECK(desk.entries("ownView").isEmpty());
    const auto undone = [&] {
        REQUIRE(desk.workspace.undo());
        desk.waitForJobs();
        return desk.entries("ownView");
    };
    CHECK(undone() == QStringList{QStringLiteral("招牌")});
    CHECK(undone() == QStringList{QStringLiteral("广告 && 招牌")});
    CHECK(undone().isEmpty());
    CHECK(desk.notices.empty());
}

TEST_CASE("a known name is replaced only when that is wanted", "[app][cases]") {
    ViewDesk desk;
    desk.prompts.line = QStringLiteral("甲");
    desk.choose(QStringLiteral("Save the present view …"));
    core::Filter filter;
    filter.reworkedOnly = true;
    desk.workspace.setFilter(filter);
    const auto saved = [&] { return core::loadCaseViews(desk.district().connection()).value().at(0).definition; };
    const std::string before = saved();
    desk.choose(QStringLiteral("Save the present view …"));
    CHECK(saved() == before);
    desk.prompts.confirms = true;
    desk.choose(QStringLiteral("Save the present view …"));
    CHECK(app::viewFromText(saved())->filter == filter);
    CHECK(core::loadCaseViews(desk.district().connection())->size() == 1);
}

TEST_CASE("a view of another version is shown but cannot be chosen", "[app][cases]") {
    ViewDesk desk;
    REQUIRE(desk.workspace.change({"view-saved", {"新"}}, [](core::Change& change) -> core::Result<void> {
        const auto saved = core::saveCaseView(change, {{}, "新", R"({"filter": {"weather": "rain"}})"});
        return saved ? core::Result<void>() : core::fail(saved);
    }));
    for (const QAction* action : desk.menu().actions())
        if (action->objectName() == QLatin1String("ownView")) {
            CHECK_FALSE(action->isEnabled());
            CHECK(action->toolTip().contains(QStringLiteral("weather")));
        }
    CHECK(desk.entries("ownView").size() == 1);
}
