// SPDX-License-Identifier: GPL-3.0-or-later
// The two lists about work without a case: what can be counted and what is planned.
#include "tests/app/district/editor_fixture.h"

#include <QCheckBox>
#include <QToolButton>

using namespace gridwarden;
using app::EditorKind;
using test::EditorFixture;

namespace {

const core::ActivityKind& kindOf(EditorFixture& f, const char* key) {
    const core::ActivityKind* const kind = f.district().activityLists().find(key);
    INFO(key);
    REQUIRE(kind != nullptr);
    return *kind;
}

} // namespace

TEST_CASE("a kind of activity is added with what belongs to it and moved in the list", "[app][district]") {
    EditorFixture f;
    auto& editor = f.openList(EditorKind::ActivityKinds);
    const std::size_t before = f.district().activityLists().kinds().size();
    f.click(editor, "add");
    f.type(editor, "name", QStringLiteral("清理僵尸车"));
    f.type(editor, "english", QStringLiteral("abandoned vehicles removed"));
    f.type(editor, "key", QStringLiteral("abandoned_vehicles"));
    f.type(editor, "unit", QStringLiteral("辆"));
    f.type(editor, "aliases", QStringLiteral("僵尸车，废弃车辆")); // a Chinese comma is one
    f.click(editor, "countsPeople");
    f.click(editor, "save");
    CHECK(f.fault(editor).isEmpty());
    REQUIRE(f.district().activityLists().kinds().size() == before + 1);
    const core::ActivityKind& added = kindOf(f, "abandoned_vehicles");
    CHECK(added.name == "清理僵尸车");
    CHECK(added.unit == "辆");
    CHECK(added.aliases == "僵尸车,废弃车辆");
    CHECK(added.countsPeople);
    CHECK(added.isEnabled);
    CHECK(f.district().activityLists().kinds().back().key == "abandoned_vehicles");
    CHECK_FALSE(f.part<QLineEdit>(editor, "key").isEnabled()); // given once
    f.click(editor, "up");
    CHECK(f.district().activityLists().kinds()[before - 1].key == "abandoned_vehicles");
    CHECK(editor.currentKey() == QStringLiteral("abandoned_vehicles"));
    f.picture(editor, QStringLiteral("activity_kinds"));
}

TEST_CASE("a kind is taken out of the offer and a key is not given twice", "[app][district]") {
    EditorFixture f;
    auto& editor = f.openList(EditorKind::ActivityKinds);
    REQUIRE(editor.select(QStringLiteral("street_stalls")));
    f.click(editor, "enabled");
    f.click(editor, "save");
    CHECK_FALSE(kindOf(f, "street_stalls").isEnabled);
    CHECK(kindOf(f, "street_stalls").name == "清理游摊");

    const std::size_t before = f.journalLength();
    f.click(editor, "add");
    f.type(editor, "name", QStringLiteral("又一种"));
    f.type(editor, "key", QStringLiteral("training"));
    f.type(editor, "unit", QStringLiteral("次"));
    f.click(editor, "save");
    CHECK(f.fault(editor).contains(QStringLiteral("training")));
    f.type(editor, "key", QStringLiteral("another"));
    f.type(editor, "category", QStringLiteral("99999"));
    f.click(editor, "save");
    CHECK(f.fault(editor).contains(QStringLiteral("99999")));
    f.type(editor, "category", QString());
    f.type(editor, "unit", QString());
    f.click(editor, "save");
    CHECK_FALSE(f.fault(editor).isEmpty()); // nothing is counted without a unit
    CHECK(f.journalLength() == before);
}

TEST_CASE("a plan is added for weekdays and days of the month and offered on them", "[app][district]") {
    EditorFixture f;
    auto& editor = f.openList(EditorKind::ActivityPlans);
    f.click(editor, "add");
    f.pick(editor, "kind", QStringLiteral("trainings"));
    f.type(editor, "quantity", QStringLiteral("1"));
    f.type(editor, "people", QStringLiteral("38"));
    f.type(editor, "place", QStringLiteral("会议室"));
    f.click(editor, "save");
    CHECK(f.fault(editor) == QStringLiteral("Choose weekdays or days of the month."));
    f.type(editor, "monthDays", QStringLiteral("1, 32"));
    f.click(editor, "save");
    CHECK(f.fault(editor) == QStringLiteral("Give the days of the month as 1, 15, last."));
    f.type(editor, "monthDays", QStringLiteral("1、last"));
    const auto days = f.part<QWidget>(editor, "weekdays").findChildren<QToolButton*>();
    REQUIRE(days.size() == 7);
    QTest::mouseClick(days[1], Qt::LeftButton); // Tuesday
    f.click(editor, "save");
    CHECK(f.fault(editor).isEmpty());
    REQUIRE(f.district().activityLists().plans().size() == 1);
    const core::ActivityPlan plan = f.district().activityLists().plans().front();
    CHECK(plan.kind == "training");
    CHECK(plan.unit == "次"); // that of the kind
    CHECK(plan.quantity == 1);
    CHECK(plan.people == 38);
    CHECK(plan.place == "会议室");
    using namespace std::chrono;
    CHECK(plan.occursOn(local_days(2026y / March / 3)));     // a Tuesday
    CHECK(plan.occursOn(local_days(2026y / February / 28))); // the last day
    CHECK(plan.occursOn(local_days(2026y / March / 1)));
    CHECK_FALSE(plan.occursOn(local_days(2026y / March / 4)));
    f.picture(editor, QStringLiteral("activity_plans"));

    f.type(editor, "people", QStringLiteral("many"));
    f.click(editor, "save");
    CHECK(f.fault(editor) == QStringLiteral("The number of people is not a whole number."));
    f.click(editor, "discard");
    CHECK(f.part<QLineEdit>(editor, "people").text() == QStringLiteral("38"));
    f.click(editor, "remove");
    CHECK(f.district().activityLists().plans().empty());
}
