// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/district/editor_fixture.h"

#include <QCheckBox>
#include <QDialog>
#include <QTreeWidget>

using namespace gridwarden;
using app::EditorKind;
using test::EditorFixture;

namespace {

core::Day day(const char* text) { return core::parseDay(text).value(); }

QString cell(app::RecordEditor& editor, int row, int column) {
    const auto* const view = editor.findChild<QTreeView*>(QStringLiteral("records"));
    return view->model()->index(row, column).data().toString();
}

} // namespace

TEST_CASE("rules of dispatch are entered ordered and removed", "[app][district]") {
    EditorFixture f;
    auto& editor = f.openList(EditorKind::DispatchRules);
    f.click(editor, "add");
    f.type(editor, "note", QStringLiteral("夜间占道经营"));
    const core::Category* const category = f.district().categories().find("09006");
    REQUIRE(category != nullptr);
    const QString named = QString::fromStdString((category->english.empty() ? category->name : category->english) + " · " + category->key.text());
    f.pick(editor, "category", named);
    f.pick(editor, "area", QStringLiteral("Z1 东片区 · Zone"));
    f.pick(editor, "grade", QStringLiteral("Arterial: strict"));
    f.click(editor, "weekdays6");
    f.click(editor, "weekdays7");
    f.type(editor, "start", QStringLiteral("22:00"));
    f.type(editor, "end", QStringLiteral("06:00"));
    f.click(editor, "save");
    CHECK(f.fault(editor) == QStringLiteral("Choose a person or an organisation of the list."));
    f.pick(editor, "receiver", QStringLiteral("一中队"));
    f.click(editor, "save");
    CHECK(f.fault(editor).isEmpty());
    REQUIRE(f.district().dispatchRules().size() == 1);
    const core::DispatchRule rule = f.district().dispatchRules().front();
    CHECK(rule.note == "夜间占道经营");
    CHECK(rule.category == category->id);
    CHECK(rule.area == f.zone);
    CHECK(rule.roadGrade == "arterial");
    CHECK(rule.hours.weekdays == 0x1f);
    CHECK(rule.hours.startMinute == 22 * 60);
    CHECK(rule.hours.endMinute == 6 * 60);
    CHECK(rule.organisation == f.small.squad);
    CHECK(rule.person.isNull());
    f.picture(editor, QStringLiteral("dispatch-rules"));

    f.click(editor, "add");
    f.type(editor, "note", QStringLiteral("其他"));
    f.pick(editor, "receiver", QStringLiteral("李四 · 一中队"));
    f.click(editor, "save");
    REQUIRE(f.district().dispatchRules().size() == 2);
    CHECK(f.district().dispatchRules().back().person == f.small.li);
    CHECK(f.district().dispatchRules().back().organisation.isNull());
    f.click(editor, "up");
    CHECK(f.district().dispatchRules().front().note == "其他");
    CHECK(cell(editor, 0, 1) == QStringLiteral("其他"));
    CHECK(cell(editor, 0, 0) == QStringLiteral("1"));
    CHECK(f.lastLabel() == QStringLiteral("Move rule of dispatch 2"));
    f.click(editor, "enabled");
    f.click(editor, "save");
    CHECK_FALSE(f.district().dispatchRules().front().isEnabled);
    f.click(editor, "remove");
    REQUIRE(f.district().dispatchRules().size() == 1);
    CHECK(f.district().dispatchRules().front().position == 1);
}

TEST_CASE("absences are entered and refused where they overlap", "[app][district]") {
    EditorFixture f;
    auto& editor = f.openList(EditorKind::Absences);
    f.click(editor, "add");
    f.pick(editor, "person", QStringLiteral("张三 · 一中队"));
    f.type(editor, "first", QStringLiteral("2026-12-01"));
    f.type(editor, "last", QStringLiteral("2026-12-05"));
    f.pick(editor, "substitute", QStringLiteral("张三 · 一中队"));
    f.click(editor, "save");
    CHECK(f.fault(editor) == QStringLiteral("Nobody can stand in for themselves."));
    f.pick(editor, "substitute", QStringLiteral("李四 · 一中队"));
    f.type(editor, "note", QStringLiteral("年假"));
    f.click(editor, "save");
    CHECK(f.fault(editor).isEmpty());
    REQUIRE(f.district().people().absences().size() == 1);
    const core::Absence absence = f.district().people().absences().front();
    CHECK(absence.person == f.small.zhang);
    CHECK(absence.substitute == f.small.li);
    CHECK(absence.first == day("2026-12-01"));
    CHECK(absence.last == day("2026-12-05"));
    CHECK(absence.note == "年假");
    CHECK(f.lastLabel() == QStringLiteral("Add absence of 张三 from 2026-12-01 to 2026-12-05"));
    f.picture(editor, QStringLiteral("absences"));
    f.click(editor, "add");
    f.pick(editor, "person", QStringLiteral("张三 · 一中队"));
    f.type(editor, "first", QStringLiteral("2026-12-05"));
    f.type(editor, "last", QStringLiteral("2026-12-06"));
    f.click(editor, "save");
    CHECK(f.fault(editor).contains(QStringLiteral("2026-12-01 to 2026-12-05")));
    CHECK(f.district().people().absences().size() == 1);
    f.click(editor, "discard");
    REQUIRE(editor.select(QString::number(absence.id.value())));
    f.click(editor, "remove");
    CHECK(f.district().people().absences().empty());
}

TEST_CASE("what an absent person has in hand is handed over to the substitute", "[app][district]") {
    EditorFixture f;
    std::vector<core::CaseId> cases;
    for (const core::GeoPoint place : {core::GeoPoint{120.645, 28.005}, core::GeoPoint{120.655, 28.005}}) {
        core::CaseDraft report;
        report.place = place;
        report.category = f.district().categories().find("09006")->id;
        const auto id = f.workspace.report(report);
        REQUIRE(id);
        core::StepDraft step;
        REQUIRE(f.workspace.takeStep(*id, step));
        step.kind = core::StepKind::Dispatch;
        step.detail.person = f.small.zhang;
        step.detail.organisation = f.small.squad;
        REQUIRE(f.workspace.takeStep(*id, step));
        cases.push_back(*id);
    }
    const core::Day today = f.district().timeZone().day(core::now());
    REQUIRE(f.workspace.change({"test-fill", {}}, [&](core::Change& change) -> core::Result<void> {
        const auto saved = core::saveAbsence(change, {{}, f.small.zhang, f.small.li, today, today, {}});
        return saved ? core::Result<void>() : core::fail(saved);
    }));
    auto& editor = f.openList(EditorKind::Absences);
    f.click(editor, "handOver");
    auto* const dialog = editor.findChild<QDialog*>(QStringLiteral("handOverDialog"));
    REQUIRE(dialog != nullptr);
    REQUIRE(QTest::qWaitForWindowExposed(dialog));
    CHECK(f.part<QTreeWidget>(*dialog, "cases").topLevelItemCount() == 2);
    CHECK(f.part<QComboBox>(*dialog, "receiver").currentText().startsWith(QStringLiteral("李四")));
    f.picture(*dialog, QStringLiteral("hand-over"));
    f.pick(*dialog, "grid", QStringLiteral("02 网格02"));
    REQUIRE(f.part<QTreeWidget>(*dialog, "cases").topLevelItemCount() == 1);
    f.click(*dialog, "confirm");
    f.waitForJobs();
    const auto handlerOf = [&](core::CaseId id) { return core::loadCase(f.district().connection(), id)->derived.handlerPerson; };
    CHECK(handlerOf(cases[0]) == f.small.zhang);
    CHECK(handlerOf(cases[1]) == f.small.li);
    REQUIRE(f.workspace.undo());
    f.waitForJobs();
    CHECK(handlerOf(cases[1]) == f.small.zhang);
}
