// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/district/editor_fixture.h"

#include <QListWidget>

using namespace gridwarden;
using app::EditorKind;
using test::EditorFixture;

TEST_CASE("an area is renamed and given another code", "[app][district]") {
    EditorFixture f;
    auto& editor = f.openList(EditorKind::Areas);
    REQUIRE(editor.select(QString::number(f.grids[0].value())));
    CHECK(f.part<QLineEdit>(editor, "code").text() == QStringLiteral("01"));
    const core::Shape before = f.district().areas().find(f.grids[0])->shape;
    f.type(editor, "name", QStringLiteral("五马街"));
    f.type(editor, "code", QStringLiteral("01A"));
    f.click(editor, "save");
    f.waitForJobs();
    CHECK(f.fault(editor).isEmpty());
    const core::Area* const area = f.district().areas().find(f.grids[0]);
    CHECK(area->name == "五马街");
    CHECK(area->code == "01A");
    CHECK(area->shape == before);
    REQUIRE(f.district().areas().parents(f.grids[0]).size() == 1);
    CHECK(f.lastLabel() == QStringLiteral("Change area 01A 五马街"));
}

TEST_CASE("a code in use is refused beside the form", "[app][district]") {
    EditorFixture f;
    auto& editor = f.openList(EditorKind::Areas);
    REQUIRE(editor.select(QString::number(f.grids[0].value())));
    f.type(editor, "code", QStringLiteral("02"));
    f.click(editor, "save");
    f.waitForJobs();
    CHECK(f.fault(editor).contains(QStringLiteral("02")));
    CHECK(f.district().areas().find(f.grids[0])->code == "01");
}

TEST_CASE("an area is ended with a successor and stays in the list", "[app][district]") {
    EditorFixture f;
    auto& editor = f.openList(EditorKind::Areas);
    REQUIRE(editor.select(QString::number(f.grids[0].value())));
    f.click(editor, "endArea");
    f.waitForJobs();
    CHECK(!f.fault(editor).isEmpty());
    f.type(editor, "lastDay", QStringLiteral("2026-06-30"));
    f.pick(editor, "successor", QStringLiteral("02 网格02 · Responsibility grid"));
    f.click(editor, "endArea");
    f.waitForJobs();
    CHECK(f.fault(editor).isEmpty());
    const core::Area* const ended = f.district().areas().find(f.grids[0]);
    REQUIRE(ended->to);
    CHECK(core::dayText(*ended->to) == "2026-06-30");
    const auto successors = f.district().connection().integer("SELECT count(*) FROM area_succession WHERE predecessor = ? AND successor = ?",
                                                              {f.grids[0], f.grids[1]});
    REQUIRE(successors);
    CHECK(*successors == 1);
    CHECK(editor.currentKey() == QString::number(f.grids[0].value()));
    CHECK(f.part<QLineEdit>(editor, "to").text() == QStringLiteral("2026-06-30"));
    CHECK(f.lastLabel() == QStringLiteral("End area 01 网格01 with 2026-06-30"));
    f.picture(editor, QStringLiteral("areas"));
}

TEST_CASE("memberships are added and removed with the area", "[app][district]") {
    EditorFixture f;
    auto& editor = f.openList(EditorKind::Areas);
    f.click(editor, "add");
    f.pick(editor, "kind", app::word("area_kinds", "community"));
    f.type(editor, "code", QStringLiteral("C1"));
    f.type(editor, "name", QStringLiteral("社区一"));
    f.click(editor, "save");
    f.waitForJobs();
    CHECK(f.fault(editor).isEmpty());
    const core::Area* const community = f.district().areas().find(core::AreaKind::Community, "C1");
    REQUIRE(community != nullptr);

    REQUIRE(editor.select(QString::number(f.grids[3].value())));
    f.pick(editor, "parent", QStringLiteral("C1 社区一 · ") + app::word("area_kinds", "community"));
    f.type(editor, "parentFrom", QStringLiteral("2026-07-01"));
    f.click(editor, "addMembership");
    f.click(editor, "save");
    f.waitForJobs();
    CHECK(f.district().areas().parents(f.grids[3]).size() == 2);
    auto& memberships = f.part<QTreeView>(editor, "memberships");
    REQUIRE(memberships.model()->rowCount() == 2);
    memberships.setCurrentIndex(memberships.model()->index(0, 0));
    f.click(editor, "removeMembership");
    f.click(editor, "save");
    f.waitForJobs();
    const auto parents = f.district().areas().parents(f.grids[3]);
    REQUIRE(parents.size() == 1);
    CHECK(parents.front()->code == "C1");
    REQUIRE(f.workspace.undo());
    f.waitForJobs();
    CHECK(memberships.model()->rowCount() == 2);
}

TEST_CASE("checking the cover lists an overlap and leads to its place", "[app][district]") {
    EditorFixture f;
    REQUIRE(f.workspace.change({"test", {}}, [&](core::Change& change) -> core::Result<void> {
        core::Area area;
        area.code = "05";
        area.shape = test::square(120.645, 28.005, 0.004);
        return core::addArea(change, area) ? core::Result<void>() : core::fail(core::ErrorCode::Internal, {"test", {}});
    }));
    auto& editor = f.openList(EditorKind::Areas);
    f.pick(editor, "coverKind", app::word("area_kinds", "grid"));
    f.click(editor, "checkCover");
    auto& findings = f.part<QListWidget>(editor, "coverFindings");
    REQUIRE(QTest::qWaitFor([&] { return findings.count() > 0; }, 10000));
    QSignalSpy zooms(&f.workspace, &app::Workspace::zoomRequested);
    const QListWidgetItem* const overlap = findings.findItems(QStringLiteral("05"), Qt::MatchContains).value(0);
    REQUIRE(overlap != nullptr);
    f.picture(editor, QStringLiteral("areas-cover"));
    QTest::mouseClick(findings.viewport(), Qt::LeftButton, {}, findings.visualItemRect(overlap).center());
    REQUIRE(zooms.size() == 1);
    const auto box = zooms[0][0].value<core::GeoBox>();
    CHECK(box.intersects(core::boundsOf(test::square(120.645, 28.005, 0.004))));
}

TEST_CASE("an area is shown on the map", "[app][district]") {
    EditorFixture f;
    auto& editor = f.openList(EditorKind::Areas);
    REQUIRE(editor.select(QString::number(f.grids[2].value())));
    QSignalSpy zooms(&f.workspace, &app::Workspace::zoomRequested);
    f.click(editor, "showOnMap");
    REQUIRE(zooms.size() == 1);
    CHECK(zooms[0][0].value<core::GeoBox>() == core::boundsOf(f.district().areas().find(f.grids[2])->shape));
    CHECK(f.workspace.selectedArea() == f.grids[2]);
}
