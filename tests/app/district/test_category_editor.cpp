// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/district/editor_fixture.h"

#include <QCheckBox>
#include <QDoubleSpinBox>

using namespace gridwarden;
using app::EditorKind;
using test::EditorFixture;

namespace {

QString keyOf(EditorFixture& f, const char* category) {
    const core::Category* const found = f.district().categories().find(category);
    REQUIRE(found != nullptr);
    return QString::number(found->id.value());
}

} // namespace

TEST_CASE("the municipal example becomes the bureau's own limit when it is changed", "[app][district]") {
    EditorFixture f;
    auto& editor = f.openList(EditorKind::Categories);
    REQUIRE(editor.select(keyOf(f, "2026:matter:01001")));
    auto& rules = f.part<QTreeView>(editor, "rules");
    REQUIRE(rules.model()->rowCount() >= 1);
    CHECK(rules.model()->index(0, 3).data().toString() == QStringLiteral("municipal example"));
    auto& value = f.part<QDoubleSpinBox>(editor, "value");
    CHECK(value.value() == 2);
    value.setFocus();
    value.selectAll();
    QTest::keyClicks(&value, QStringLiteral("5"));
    f.pick(editor, "unit", app::word("limit_units", "wh"));
    CHECK(editor.isChanged());
    f.picture(editor, QStringLiteral("categories"));
    const std::size_t before = f.journalLength();
    f.click(editor, "save");
    CHECK(f.fault(editor).isEmpty());
    CHECK(f.journalLength() == before + 1);
    const auto& categories = f.district().categories();
    const core::LimitRule* const rule = categories.rule(categories.find("2026:matter:01001")->id, "1");
    REQUIRE(rule != nullptr);
    CHECK(rule->limit == core::Limit{5, core::LimitUnit::WorkingHour});
    CHECK(rule->origin.empty());
    REQUIRE(f.workspace.undo());
    f.waitForJobs();
    CHECK(value.value() == 2);
    CHECK(rules.model()->index(0, 3).data().toString() == QStringLiteral("municipal example"));
}

TEST_CASE("a local category is added with a limit of its own", "[app][district]") {
    EditorFixture f;
    auto& editor = f.openList(EditorKind::Categories);
    f.click(editor, "add");
    f.type(editor, "code", QStringLiteral("EBIKE"));
    f.type(editor, "name", QStringLiteral("电动车乱停"));
    f.type(editor, "english", QStringLiteral("e-bike in the way"));
    f.click(editor, "addLimit");
    f.type(editor, "filing", QStringLiteral("占用人行道"));
    f.part<QDoubleSpinBox>(editor, "value").setFocus();
    f.part<QDoubleSpinBox>(editor, "value").selectAll();
    QTest::keyClicks(&f.part<QDoubleSpinBox>(editor, "value"), QStringLiteral("4"));
    f.click(editor, "save");
    CHECK(f.fault(editor).isEmpty());
    const auto& categories = f.district().categories();
    const core::Category* const added = categories.find("local:EBIKE");
    REQUIRE(added != nullptr);
    CHECK(added->name == "电动车乱停");
    const core::LimitRule* const rule = categories.defaultRule(added->id);
    REQUIRE(rule != nullptr);
    CHECK(rule->limit == core::Limit{4, core::LimitUnit::WorkingHour});
    CHECK(f.lastLabel() == QStringLiteral("Add category 电动车乱停"));
    REQUIRE(editor.currentKey() == QString::number(added->id.value()));

    f.click(editor, "removeLimit");
    f.click(editor, "save");
    CHECK(f.district().categories().rules(f.district().categories().find("local:EBIKE")->id).empty());
    f.picture(editor, QStringLiteral("category-local"));
}

TEST_CASE("a category is found by initials and taken out of the offer", "[app][district]") {
    EditorFixture f;
    auto& editor = f.openList(EditorKind::Categories);
    const core::Category* const known = f.district().categories().find("2026:matter:09006");
    REQUIRE(known != nullptr);
    f.type(editor, "filter", QString::fromStdString(known->initials));
    REQUIRE(editor.select(keyOf(f, "2026:matter:09006")));
    CHECK(!f.part<QLineEdit>(editor, "code").isEnabled());
    CHECK(f.part<QLineEdit>(editor, "code").text() == QStringLiteral("2026:matter:09006"));
    f.click(editor, "enabled");
    f.click(editor, "save");
    CHECK(!f.district().categories().find("2026:matter:09006")->isEnabled);
}

TEST_CASE("a category without a name is refused with a sentence", "[app][district]") {
    EditorFixture f;
    auto& editor = f.openList(EditorKind::Categories);
    f.click(editor, "add");
    f.type(editor, "code", QStringLiteral("X"));
    f.click(editor, "save");
    CHECK(f.fault(editor).contains(QStringLiteral("local:X")));
    CHECK(editor.isNew());
}
