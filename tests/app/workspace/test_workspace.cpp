// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workspace/workspace.h"
#include "tests/support/small_district.h"

#include <QSignalSpy>
#include <QTest>

using namespace gridwarden;
using namespace gridwarden::test;
using app::Workspace;

namespace {

core::CaseDraft draftAt(const Workspace& workspace, core::GeoPoint place) {
    core::CaseDraft draft;
    draft.place = place;
    draft.category = workspace.district()->categories().find("09006")->id;
    return draft;
}

} // namespace

TEST_CASE("a reported case is counted and filtered at once", "[app][workspace]") {
    SmallDistrict small;
    Workspace workspace;
    REQUIRE(workspace.adopt(std::move(small.district)));
    QSignalSpy changed(&workspace, &Workspace::changed);
    const auto id = workspace.report(draftAt(workspace, {120.645, 28.005}));
    REQUIRE(id);
    CHECK(changed.count() == 1);
    CHECK(workspace.facts()->rowOf(*id).has_value());
    CHECK(workspace.filtered().size() == 1);
    core::Filter elsewhere;
    elsewhere.areas = {small.grids[3]};
    workspace.setFilter(elsewhere);
    CHECK(workspace.filtered().empty());
    REQUIRE(workspace.report(draftAt(workspace, {120.655, 28.015})));
    CHECK(workspace.filtered().size() == 1);
}

TEST_CASE("an undone case does not stay selected", "[app][workspace]") {
    SmallDistrict small;
    Workspace workspace;
    REQUIRE(workspace.adopt(std::move(small.district)));
    const auto id = workspace.report(draftAt(workspace, {120.645, 28.005}));
    workspace.selectCases({*id});
    QSignalSpy selection(&workspace, &Workspace::selectionChanged);
    CHECK(workspace.undo());
    CHECK(workspace.currentCase().isNull());
    CHECK(selection.count() == 1);
    CHECK(workspace.redo());
    CHECK(workspace.facts()->rowOf(*id).has_value());
}

TEST_CASE("a fault is a notice and nothing is changed", "[app][workspace]") {
    SmallDistrict small;
    Workspace workspace;
    REQUIRE(workspace.adopt(std::move(small.district)));
    QSignalSpy notices(&workspace, &Workspace::noticePosted);
    core::CaseDraft nothing;
    CHECK_FALSE(workspace.report(nothing));
    CHECK(notices.count() == 1);
    CHECK(notices.first().first().value<app::Notice>().kind == app::NoticeKind::Fault);
    CHECK(workspace.filtered().empty());
}

TEST_CASE("a district that cannot be opened leaves the open one alone", "[app][workspace]") {
    SmallDistrict small;
    Workspace workspace;
    REQUIRE(workspace.adopt(std::move(small.district)));
    CHECK_FALSE(workspace.openDistrict(QStringLiteral("/nowhere/at/all.gpkg")));
    CHECK(workspace.district() != nullptr);
    CHECK(workspace.canWrite());
}

TEST_CASE("closing forgets filter and selection", "[app][workspace]") {
    SmallDistrict small;
    Workspace workspace;
    REQUIRE(workspace.adopt(std::move(small.district)));
    const auto id = workspace.report(draftAt(workspace, {120.645, 28.005}));
    workspace.selectCases({*id});
    workspace.selectArea(small.grids[0]);
    QSignalSpy closing(&workspace, &Workspace::districtClosing);
    workspace.closeDistrict();
    CHECK(closing.count() == 1);
    CHECK(workspace.selectedCases().empty());
    CHECK(workspace.selectedArea().isNull());
    CHECK(workspace.facts()->size() == 0);
    CHECK_FALSE(workspace.report({}));
}

TEST_CASE("who acts is remembered for the district", "[app][workspace]") {
    SmallDistrict small;
    const QString path = QString::fromStdString((small.folder / "small.gpkg").string());
    {
        Workspace workspace;
        REQUIRE(workspace.adopt(std::move(small.district)));
        workspace.setActor({"张三", small.zhang});
    }
    Workspace workspace;
    REQUIRE(workspace.openDistrict(path));
    CHECK(workspace.actor().name == "张三");
    CHECK(workspace.actor().person == small.zhang);
}
