// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/district/district_settings.h"
#include "app/district/duty_labels.h"
#include "tests/app/district/editor_fixture.h"

#include <QCheckBox>
#include <QDoubleSpinBox>
#include <QSpinBox>

using namespace gridwarden;
using app::EditorKind;
using test::EditorFixture;

TEST_CASE("the pattern of case numbers shows its example and is saved when it is one", "[app][district]") {
    EditorFixture f;
    auto& editor = f.open(EditorKind::Numbering);
    const QString year = QString::number(static_cast<int>(std::chrono::year_month_day(f.district().timeZone().day(core::now())).year()));
    CHECK(f.part<QLabel>(editor, "example").text() == year + QStringLiteral("-000001"));
    f.type(editor, "pattern", QStringLiteral("LC{year}/{serial:4}"));
    CHECK(f.part<QLabel>(editor, "example").text() == QStringLiteral("LC") + year + QStringLiteral("/0001"));
    f.picture(editor, QStringLiteral("numbering"));
    f.click(editor, "save");
    CHECK(f.district().setting("case_number_pattern") == "LC{year}/{serial:4}");
    f.type(editor, "pattern", QStringLiteral("{week}"));
    CHECK(f.part<QLabel>(editor, "example").text() == QStringLiteral("—"));
    f.click(editor, "save");
    CHECK(!f.fault(editor).isEmpty());
    CHECK(f.district().setting("case_number_pattern") == "LC{year}/{serial:4}");
}

TEST_CASE("sources are added moved and taken out of the offer", "[app][district]") {
    EditorFixture f;
    auto& editor = f.openList(EditorKind::Sources);
    const std::size_t before = f.district().sources().size();
    f.click(editor, "add");
    f.type(editor, "name", QStringLiteral("智能抓拍"));
    f.type(editor, "english", QStringLiteral("smart camera"));
    f.type(editor, "key", QStringLiteral("camera"));
    f.click(editor, "save");
    CHECK(f.fault(editor).isEmpty());
    REQUIRE(f.district().sources().size() == before + 1);
    CHECK(f.district().sources().back().key == "camera");
    f.click(editor, "up");
    CHECK(f.district().sources()[before - 1].key == "camera");
    CHECK(f.lastLabel() == QStringLiteral("Move source 智能抓拍"));
    CHECK(editor.currentKey() == QStringLiteral("camera"));
    f.click(editor, "enabled");
    f.click(editor, "save");
    CHECK(!f.district().sources()[before - 1].isEnabled);
    f.picture(editor, QStringLiteral("sources"));

    f.click(editor, "add");
    f.type(editor, "name", QStringLiteral("又一个"));
    f.type(editor, "key", QStringLiteral("patrol"));
    f.click(editor, "save");
    CHECK(f.fault(editor).contains(QStringLiteral("patrol")));
}

TEST_CASE("the settings of a district are one change that can be undone", "[app][district]") {
    EditorFixture f;
    app::openDistrictSettings(f.workspace, &f.window);
    auto* const found = f.window.findChild<app::EditorWindow*>(QStringLiteral("districtSettings"));
    REQUIRE(found != nullptr);
    auto& editor = *found;
    REQUIRE(QTest::qWaitForWindowExposed(&editor));
    f.type(editor, "name", QStringLiteral("鹿城区"));
    f.type(editor, "mapCrs", QStringLiteral("EPSG:4549"));
    f.type(editor, "label-grid", QStringLiteral("定路段"));
    auto& metres = f.part<QDoubleSpinBox>(editor, "duplicateMetres");
    metres.setFocus();
    metres.selectAll();
    QTest::keyClicks(&metres, QStringLiteral("80"));
    auto& pixels = f.part<QSpinBox>(editor, "photoPixels");
    CHECK(pixels.value() == 2048);
    pixels.setFocus();
    pixels.selectAll();
    QTest::keyClicks(&pixels, QStringLiteral("1600"));
    f.picture(editor, QStringLiteral("settings"));
    const std::size_t before = f.journalLength();
    f.click(editor, "save");
    CHECK(f.fault(editor).isEmpty());
    CHECK(f.journalLength() == before + 1);
    CHECK(f.district().name() == "鹿城区");
    CHECK(f.district().setting("map_crs") == "EPSG:4549");
    CHECK(f.district().setting("duplicate_metres") == "80");
    CHECK(f.district().setting("photo_copy_pixels") == "1600");
    CHECK(app::dutyLabels(f.district())[1] == QStringLiteral("定路段"));
    REQUIRE(f.workspace.undo());
    f.waitForJobs();
    CHECK(f.part<QLineEdit>(editor, "name").text() == QStringLiteral("测试区"));
    CHECK(app::dutyLabels(f.district())[1] == app::word("duty_labels", "grid"));

    f.type(editor, "mapCrs", QStringLiteral("EPSG:4490"));
    f.click(editor, "save");
    CHECK(!f.fault(editor).isEmpty());
}

TEST_CASE("the fields that a source asks for are added changed and taken out", "[app][district]") {
    EditorFixture f;
    auto& editor = f.openList(EditorKind::Sources);
    REQUIRE(editor.select(QStringLiteral("inspection")));
    CHECK(!editor.isChanged());
    f.click(editor, "addField");
    f.type(editor, "fieldName", QStringLiteral("检查轮次"));
    f.pick(editor, "fieldKind", QStringLiteral("one of a list"));
    f.click(editor, "save");
    CHECK(f.fault(editor).contains(QStringLiteral("检查轮次"))); // nothing to choose from
    f.type(editor, "fieldChoices", QStringLiteral("初查, 复查，终查"));
    f.click(editor, "fieldRequired");
    f.click(editor, "save");
    CHECK(f.fault(editor).isEmpty());
    const auto fields = [&] { return core::findSource(f.district().sources(), "inspection")->fields; };
    REQUIRE(fields().size() == 1);
    CHECK(fields()[0].name == "检查轮次");
    CHECK(fields()[0].key == "field1");
    CHECK(fields()[0].isRequired);
    REQUIRE(fields()[0].choices.size() == 3);
    CHECK(fields()[0].choices[2].name == "终查");
    CHECK(fields()[0].choices[2].key == "终查");
    f.picture(editor, QStringLiteral("source-fields"));

    f.click(editor, "addField");
    f.type(editor, "fieldName", QStringLiteral("检查人"));
    f.click(editor, "fieldUp");
    f.click(editor, "save");
    REQUIRE(fields().size() == 2);
    CHECK(fields()[0].name == "检查人");
    CHECK(fields()[0].key == "field2");
    f.click(editor, "removeField");
    f.click(editor, "save");
    REQUIRE(fields().size() == 1);
    CHECK(fields()[0].key == "field1");
    REQUIRE(editor.select(QStringLiteral("petition"))); // showing another one enters nothing
    CHECK(!editor.isChanged());
    auto& shown = f.part<QTreeView>(editor, "fields");
    CHECK(shown.model()->rowCount() == 5);
    shown.setCurrentIndex(shown.model()->index(4, 0));
    CHECK(!editor.isChanged());
    REQUIRE(f.workspace.undo());
    f.waitForJobs();
    CHECK(fields().size() == 2);
}

TEST_CASE("a choice of a field stays the same choice when its name is typed again or differs", "[app][district]") {
    EditorFixture f;
    const auto fields = [&] { return core::findSource(f.district().sources(), "inspection")->fields; };
    REQUIRE(f.workspace.change({"test-fields", {}}, [&](core::Change& change) {
        core::CaseSource source = *core::findSource(f.district().sources(), "inspection");
        core::SourceField round;
        round.key = "round";
        round.name = "检查轮次";
        round.kind = core::FieldKind::Choice;
        round.choices = {{"first", "初查", "first"}, {"again", "复查", "again"}};
        source.fields = {round};
        return core::saveSource(change, source);
    }));
    auto& editor = f.openList(EditorKind::Sources);
    REQUIRE(editor.select(QStringLiteral("inspection")));
    using Choices = std::vector<core::FieldChoice>;
    const auto enter = [&](const char* names) {
        f.type(editor, "fieldChoices", QString::fromUtf8(names));
        f.click(editor, "save");
        CHECK(f.fault(editor).isEmpty());
        REQUIRE(fields().size() == 1);
        return fields()[0].choices;
    };
    // Typed letter by letter: the names in between are none.
    CHECK(enter("初查, 复查, 终查") == Choices{{"first", "初查", "first"}, {"again", "复查", "again"}, {"终查", "终查", {}}});
    CHECK(enter("第一轮, 复查, 终查") == Choices{{"first", "第一轮", "first"}, {"again", "复查", "again"}, {"终查", "终查", {}}}); // another name for it
    CHECK(enter("复查, 第一轮, 终查") == Choices{{"again", "复查", "again"}, {"first", "第一轮", "first"}, {"终查", "终查", {}}}); // moved
    CHECK(enter("复查, first") == Choices{{"again", "复查", "again"}, {"first2", "first", {}}}); // a new one, whatever its name
}
