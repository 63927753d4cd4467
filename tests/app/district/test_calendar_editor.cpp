// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/district/year_calendar.h"
#include "tests/app/district/editor_fixture.h"

#include <QListWidget>
#include <QSpinBox>
#include <fstream>

using namespace gridwarden;
using app::EditorKind;
using test::EditorFixture;
namespace chrono = std::chrono;

namespace {

core::Day day(int year, unsigned month, unsigned number) {
    return core::Day(chrono::local_days(chrono::year(year) / chrono::month(month) / chrono::day(number)));
}

void clickDay(app::YearCalendar& calendar, core::Day which) {
    QTest::mouseClick(&calendar, Qt::LeftButton, {}, calendar.cellOf(which).center());
}

} // namespace

TEST_CASE("clicking days makes holidays and make-up working days of a new version", "[app][district]") {
    EditorFixture f;
    auto& editor = f.open(EditorKind::Calendar);
    f.part<QSpinBox>(editor, "year").setValue(2026);
    auto& calendar = f.part<app::YearCalendar>(editor, "yearCalendar");
    clickDay(calendar, day(2026, 10, 1));
    f.type(editor, "dayName", QStringLiteral("国庆节"));
    clickDay(calendar, day(2026, 10, 2));
    clickDay(calendar, day(2026, 10, 10));
    clickDay(calendar, day(2026, 10, 10));
    CHECK(f.part<QLabel>(editor, "day").text() == QStringLiteral("2026-10-10"));
    CHECK(f.part<QComboBox>(editor, "dayKind").currentText() == app::word("day_kinds", "workday"));
    CHECK(editor.isChanged());
    const int version = f.district().calendars().current().version();
    f.picture(editor, QStringLiteral("calendar"));
    f.click(editor, "save");
    f.waitForJobs();
    CHECK(f.fault(editor).isEmpty());
    const core::WorkCalendar& saved = f.district().calendars().current();
    CHECK(saved.version() == version + 1);
    CHECK(saved.definition().days.at(day(2026, 10, 1)) == core::SpecialDay{false, "国庆节"});
    CHECK(saved.definition().days.at(day(2026, 10, 2)) == core::SpecialDay{false, "国庆节"});
    CHECK(saved.isWorkingDay(day(2026, 10, 10)));
    CHECK(!saved.isWorkingDay(day(2026, 10, 1)));
    CHECK(f.lastLabel() == QStringLiteral("Change the working calendar"));

    clickDay(calendar, day(2026, 10, 10));
    CHECK(f.part<QComboBox>(editor, "dayKind").currentIndex() == 0);
    f.click(editor, "discard");
    CHECK(f.part<QComboBox>(editor, "dayKind").currentText() == app::word("day_kinds", "workday"));
}

TEST_CASE("a day is reached and turned with the keyboard", "[app][district]") {
    EditorFixture f;
    auto& editor = f.open(EditorKind::Calendar);
    f.part<QSpinBox>(editor, "year").setValue(2026);
    auto& calendar = f.part<app::YearCalendar>(editor, "yearCalendar");
    calendar.chooseDay(day(2026, 5, 1));
    calendar.setFocus();
    QTest::keyClick(&calendar, Qt::Key_Right);
    QTest::keyClick(&calendar, Qt::Key_Down);
    CHECK(calendar.chosenDay() == day(2026, 5, 9));
    QTest::keyClick(&calendar, Qt::Key_Space);
    CHECK(f.part<QComboBox>(editor, "dayKind").currentText() == app::word("day_kinds", "holiday"));
}

TEST_CASE("a year without entries is warned of until a list is imported", "[app][district]") {
    EditorFixture f;
    auto& editor = f.open(EditorKind::Calendar);
    const auto today = chrono::year_month_day(f.district().timeZone().day(core::now()));
    const int year = static_cast<int>(today.year());
    auto& warning = f.part<QLabel>(editor, "yearWarning");
    CHECK(warning.isVisible());
    CHECK(warning.text().contains(QString::number(year)));
    std::ofstream(f.small.folder / "days.csv") << "day,kind,name\n" << year << "-10-01,holiday,国庆节\n" << year << "-13-01,holiday,\n";
    f.prompts.file = QString::fromStdString((f.small.folder / "days.csv").string());
    f.click(editor, "importDays");
    f.waitForJobs();
    CHECK(!warning.isVisible());
    auto& problems = f.part<QListWidget>(editor, "problems");
    REQUIRE(problems.count() == 2);
    CHECK(problems.item(1)->text().contains(QStringLiteral("Row 2")));
    f.click(editor, "save");
    f.waitForJobs();
    CHECK(f.district().calendars().current().definition().days.size() == 1);
}

TEST_CASE("summer hours are a plan of their own", "[app][district]") {
    EditorFixture f;
    auto& editor = f.open(EditorKind::Calendar);
    f.click(editor, "addPlan");
    f.type(editor, "spans", QStringLiteral("08:00-11:30"));
    f.type(editor, "planFrom", QStringLiteral("2026-06-01"));
    f.type(editor, "planTo", QStringLiteral("2026-09-30"));
    f.click(editor, "planWeekdays6");
    f.click(editor, "save");
    f.waitForJobs();
    CHECK(f.fault(editor).isEmpty());
    const auto& plans = f.district().calendars().current().definition().plans;
    REQUIRE(plans.size() == 2);
    CHECK(plans[1].spans == std::vector<core::Span>{{8 * 60, 11 * 60 + 30}});
    CHECK(plans[1].weekdays == 0x3f);
    REQUIRE(plans[1].to);
    CHECK(core::dayText(*plans[1].to) == "2026-09-30");

    f.type(editor, "spans", QStringLiteral("12:00-11:00"));
    f.click(editor, "save");
    f.waitForJobs();
    CHECK(!f.fault(editor).isEmpty());
    CHECK(f.district().calendars().current().definition().plans.size() == 2);
}

TEST_CASE("a calendar without any working time is refused", "[app][district]") {
    EditorFixture f;
    auto& editor = f.open(EditorKind::Calendar);
    f.click(editor, "removePlan");
    f.click(editor, "save");
    f.waitForJobs();
    CHECK(f.fault(editor) == app::text(core::Message{"calendar-empty", {}}));
}
