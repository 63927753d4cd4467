// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/district/duty_dialog.h"
#include "app/district/duty_rules_dialog.h"
#include "app/district/duty_week_table.h"
#include "app/district/duty_week_window.h"
#include "tests/app/district/editor_fixture.h"

#include <QListWidget>
#include <QPlainTextEdit>
#include <QRadioButton>
#include <fstream>

using namespace gridwarden;
using app::DutyWeekModel;
using app::DutyWeekTable;
using app::DutyWeekWindow;
using std::chrono::days;
using test::EditorFixture;

namespace {

const core::Day Monday = core::parseDay("2026-03-02").value();

/// Answers the questions with several answers by the number of one.
struct Choosing : test::ScriptedPrompts {
    int choose(QWidget*, const Choice& choice) override {
        choices = choice.actions;
        return chosen;
    }
    QStringList choices;
    int chosen = -1;
};

/// Grid 01 is 张三's every day from 07:00 to 19:00; the others have nobody. To be covered: 07:00 to 19:00, Monday to
/// Friday.
struct WeekFixture : EditorFixture {
    Choosing answers;
    std::unique_ptr<DutyWeekWindow> week;

    explicit WeekFixture(core::Language language = core::Language::English) : EditorFixture(language) {
        REQUIRE(workspace.change({"test", {}}, [](core::Change& change) {
            return core::saveSetting(change, "duty_rules",
                                     R"({"service": [{"weekdays": "1-5", "start": "07:00", "end": "19:00"}]})");
        }));
        week = std::make_unique<DutyWeekWindow>(workspace, nullptr);
        week->showWeek(Monday);
        week->show();
        REQUIRE(QTest::qWaitForWindowExposed(week.get()));
        new QAbstractItemModelTester(table().model(), QAbstractItemModelTester::FailureReportingMode::Fatal, &table());
    }
    [[nodiscard]] DutyWeekTable& table() { return part<DutyWeekTable>(*week, "dutyWeekTable"); }
    [[nodiscard]] QString cell(int row, int day) { return table().model()->index(row, day).data().toString(); }
    [[nodiscard]] QListWidget& problems() { return part<QListWidget>(*week, "dutyProblems"); }
    void choose(int row, int day) {
        const QModelIndex index = table().model()->index(row, day);
        table().scrollTo(index);
        QTest::mouseClick(table().viewport(), Qt::LeftButton, {}, table().visualRect(index).center());
        REQUIRE(table().currentIndex() == index);
    }
    [[nodiscard]] QDialog& dialog(const char* name) {
        auto* const found = week->findChild<QDialog*>(QLatin1String(name));
        REQUIRE(found != nullptr);
        REQUIRE(QTest::qWaitFor([found] { return found->isVisible(); }, 2000));
        return *found;
    }
    void settle() {
        waitForJobs();
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    }
    [[nodiscard]] std::size_t duties() { return district().people().duties().size(); }
};

} // namespace

TEST_CASE("a week shows who is on duty and where nobody is", "[app][district][duty]") {
    WeekFixture f;
    REQUIRE(f.table().model()->rowCount() == 4);
    CHECK(f.table().model()->headerData(0, Qt::Vertical).toString() == QStringLiteral("01 网格01"));
    CHECK(f.table().model()->headerData(0, Qt::Horizontal).toString() == QStringLiteral("Mon 03-02"));
    for (int day = 0; day < 7; ++day) {
        CHECK(f.cell(0, day) == QStringLiteral("07–19 张三"));
        CHECK(f.cell(1, day) == (day < 5 ? QStringLiteral("07–19 nobody") : QString()));
    }
    REQUIRE(f.problems().count() == 3); // one for each grid without anybody
    CHECK(f.problems().item(0)->text() ==
          QStringLiteral("▲ Nobody on duty: 02 网格02\n2026-03-02 – 2026-03-06 07:00–19:00"));
    CHECK(f.part<QLabel>(*f.week, "dutySummary").text() == QStringLiteral("3 problems in this week"));
    CHECK(f.week->places().points().size() == 3);
    f.picture(*f.week, QStringLiteral("duty-week-small"));
    f.click(*f.week, "weekAfter");
    CHECK(f.table().model()->headerData(0, Qt::Horizontal).toString() == QStringLiteral("Mon 03-09"));
    f.type(*f.week, "filter", QStringLiteral("张三"));
    CHECK(f.table().model()->rowCount() == 1);
}

TEST_CASE("a problem leads to its cell and its area on the map, and a place on the map to the problem",
          "[app][district][duty]") {
    WeekFixture f;
    std::optional<core::GeoBox> zoomed;
    QObject::connect(&f.workspace, &app::Workspace::zoomRequested, [&](const core::GeoBox& box) { zoomed = box; });
    QTest::mouseClick(f.problems().viewport(), Qt::LeftButton, {},
                      f.problems().visualItemRect(f.problems().item(1)).center());
    CHECK(f.table().currentIndex().row() == 2);
    CHECK(f.table().currentIndex().column() == 0);
    CHECK(f.workspace.selectedArea() == f.grids[2]);
    REQUIRE(zoomed);
    CHECK(zoomed->minLatitude == Approx(28.01).margin(1e-9));
    f.week->places().click(2);
    CHECK(f.table().currentIndex().row() == 3);
}

TEST_CASE("a duty is added where there is a gap, in its hours", "[app][district][duty]") {
    WeekFixture f;
    f.choose(1, 2);
    f.click(*f.week, "addDuty");
    QDialog& dialog = f.dialog("dutyDialog");
    CHECK(f.part<QLineEdit>(dialog, "start").text() == QStringLiteral("07:00"));
    CHECK(f.part<QLineEdit>(dialog, "from").text() == QStringLiteral("2026-03-02"));
    f.click(dialog, "save");
    CHECK(!f.fault(dialog).isEmpty()); // nobody was chosen
    f.part<QComboBox>(dialog, "person").setFocus();
    f.pick(dialog, "person", QStringLiteral("李四 · 一中队"));
    REQUIRE(dialog.isVisible()); // Enter took the entry and nothing else
    f.type(dialog, "responsibility", QStringLiteral("巡查"));
    f.picture(dialog, QStringLiteral("duty-dialog"));
    f.click(dialog, "save");
    f.settle();
    CHECK(f.cell(1, 2) == QStringLiteral("07–19 李四"));
    CHECK(f.cell(1, 1) == QStringLiteral("07–19 nobody"));
    CHECK(f.lastLabel() == QStringLiteral("Add duty of 李四 for 02 网格02"));
    CHECK(f.table().currentIndex().column() == 2); // the cell stays chosen
    REQUIRE(f.workspace.undo());
    f.settle();
    CHECK(f.cell(1, 2) == QStringLiteral("07–19 nobody"));
}

TEST_CASE("a change holds in the week only where that is wanted", "[app][district][duty]") {
    WeekFixture f;
    f.choose(0, 0);
    f.click(*f.week, "editDuty");
    QDialog& dialog = f.dialog("dutyDialog");
    f.part<QComboBox>(dialog, "person").setFocus();
    f.pick(dialog, "person", QStringLiteral("李四 · 一中队"));
    REQUIRE(dialog.isVisible()); // Enter took the entry and nothing else
    f.click(dialog, "thisWeek");
    f.click(dialog, "save");
    f.settle();
    CHECK(f.duties() == 3); // before, in the week, after
    CHECK(f.cell(0, 0) == QStringLiteral("07–19 李四"));
    CHECK(f.cell(0, 6) == QStringLiteral("07–19 李四"));
    f.week->showWeek(Monday + days(7));
    CHECK(f.cell(0, 0) == QStringLiteral("07–19 张三"));
    f.week->showWeek(Monday - days(7));
    CHECK(f.cell(0, 6) == QStringLiteral("07–19 张三"));
}

TEST_CASE("a duty is taken out of a day or a week or altogether", "[app][district][duty]") {
    WeekFixture f;
    f.choose(0, 3);
    f.click(*f.week, "removeDuty");
    CHECK(f.answers.choices.size() == 3);
    CHECK(f.duties() == 1); // thought better of
    f.answers.chosen = 0;
    f.click(*f.week, "removeDuty");
    f.settle();
    CHECK(f.cell(0, 3) == QStringLiteral("07–19 nobody"));
    CHECK(f.cell(0, 2) == QStringLiteral("07–19 张三"));
    CHECK(f.cell(0, 4) == QStringLiteral("07–19 张三"));
    CHECK(f.lastLabel() == QStringLiteral("Remove duty of 张三 for 01 网格01"));
    REQUIRE(f.workspace.undo());
    f.settle();
    f.answers.chosen = 1;
    f.click(*f.week, "removeDuty");
    f.settle();
    CHECK(f.cell(0, 5).isEmpty());
    f.week->showWeek(Monday + days(7));
    CHECK(f.cell(0, 5) == QStringLiteral("07–19 张三"));
    f.choose(0, 5);
    f.answers.chosen = 2;
    f.click(*f.week, "removeDuty");
    f.settle();
    CHECK(f.cell(0, 5).isEmpty());
}

TEST_CASE("a week is copied to the next one in one change", "[app][district][duty]") {
    WeekFixture f;
    REQUIRE(f.workspace.change({"test", {}}, [&](core::Change& change) -> core::Result<void> {
        core::Duty duty;
        duty.area = f.grids[1];
        duty.person = f.small.li;
        duty.weekdays = 0x15;
        duty.from = Monday;
        duty.to = Monday + days(6);
        duty.startMinute = 22 * 60;
        duty.endMinute = 6 * 60;
        const auto saved = core::saveDuty(change, duty);
        return saved ? core::Result<void>() : core::fail(saved);
    }));
    const std::size_t before = f.duties();
    f.click(*f.week, "copyWeek");
    f.settle();
    CHECK(f.duties() == before + 1); // that of 张三 is there anyway
    CHECK(f.part<QLabel>(*f.week, "weekDays").text() == QStringLiteral("2026-03-09 – 2026-03-15"));
    CHECK(f.cell(1, 0).contains(QStringLiteral("22–06 李四")));
    CHECK_FALSE(f.cell(1, 1).contains(QStringLiteral("李四")));
    CHECK(f.lastLabel() == QStringLiteral("Copy the duties of the week of 2026-03-02 to that of 2026-03-09"));
    REQUIRE(f.workspace.undo());
    f.settle();
    CHECK(f.duties() == before);
}

TEST_CASE("somebody in two places is marked in both cells", "[app][district][duty]") {
    WeekFixture f;
    REQUIRE(f.workspace.change({"test", {}}, [&](core::Change& change) -> core::Result<void> {
        core::Duty duty;
        duty.area = f.grids[1];
        duty.person = f.small.zhang;
        duty.responsibility = "值守";
        duty.weekdays = 0x01;
        duty.startMinute = 7 * 60;
        duty.endMinute = 19 * 60;
        const auto saved = core::saveDuty(change, duty);
        return saved ? core::Result<void>() : core::fail(saved);
    }));
    const auto& model = *qobject_cast<DutyWeekModel*>(f.table().model());
    for (const int row : {0, 1})
        CHECK(model.lines(model.index(row, 0)).at(0).mark == app::DutyWeekLine::Mark::Problem);
    CHECK(model.lines(model.index(0, 1)).at(0).mark == app::DutyWeekLine::Mark::None);
    CHECK(model.index(0, 0).data(Qt::ToolTipRole).toString().contains(QStringLiteral("In two places at once")));
    f.picture(*f.week, QStringLiteral("duty-week-clash"));
}

TEST_CASE("rules are changed in the window and hold at once", "[app][district][duty]") {
    WeekFixture f;
    f.click(*f.week, "dutyRules");
    QDialog& dialog = f.dialog("dutyRulesDialog");
    auto& service = f.part<QPlainTextEdit>(dialog, "service");
    CHECK(service.toPlainText() == QStringLiteral("1-5 07:00-19:00"));
    f.picture(dialog, QStringLiteral("duty-rules"));
    service.setPlainText(QStringLiteral("sometimes"));
    f.click(dialog, "save");
    CHECK(f.fault(dialog).contains(QStringLiteral("sometimes")));
    service.setPlainText(QStringLiteral("周六 08:00-10:00 02\n周六 9：00-10:00 02 东门"));
    f.part<QPlainTextEdit>(dialog, "certificateRules").setPlainText(QStringLiteral("Enforcement officer: 上岗证"));
    f.click(dialog, "save");
    f.settle();
    const auto rules = core::dutyRulesOf(f.district().setting("duty_rules"));
    REQUIRE(rules->service.size() == 2);
    CHECK(rules->service[1].post == "东门");
    CHECK(rules->certificates.at(0).role == "officer");
    CHECK(rules->certificates.at(0).kind == "上岗证");
    CHECK_FALSE(rules->longestShift);
    REQUIRE(f.problems().count() == 2);
    CHECK(f.problems().item(1)->text().contains(QStringLiteral("东门")));
    CHECK(f.cell(1, 0).isEmpty());
}

TEST_CASE("a roster comes from a file and goes to one", "[app][district][duty]") {
    WeekFixture f;
    const auto path = f.small.folder / "roster.csv";
    std::ofstream(path) << "网格,姓名,星期,开始,结束\n02,李四,1-5,07:00,19:00\n09,李四,1-5,07:00,19:00\n";
    f.answers.file = QString::fromStdString(path.string());
    QStringList notices;
    QObject::connect(&f.workspace, &app::Workspace::noticePosted,
                     [&](const app::Notice& notice) { notices << notice.text + notice.details; });
    f.click(*f.week, "importDuties");
    f.settle();
    CHECK(f.cell(1, 0) == QStringLiteral("07–19 李四"));
    REQUIRE(notices.size() == 1);
    CHECK(notices[0].contains(QStringLiteral("Row 2: There is no area 09.")));
    f.answers.file = QString::fromStdString((f.small.folder / "out.csv").string());
    f.click(*f.week, "exportDuties");
    std::ifstream out(f.small.folder / "out.csv");
    const std::string written((std::istreambuf_iterator<char>(out)), {});
    CHECK(std::count(written.begin(), written.end(), '\n') == 3); // headings and two duties
    CHECK(written.find("李四") != std::string::npos);
}

TEST_CASE("the week cannot be changed where the district is only read", "[app][district][duty]") {
    WeekFixture f;
    const QString path = QString::fromStdString(f.district().path().string());
    f.workspace.closeDistrict();
    f.week.reset();
    REQUIRE(f.workspace.openDistrict(path, core::OpenMode::ReadOnly));
    DutyWeekWindow week(f.workspace, nullptr);
    for (const char* const name : {"addDuty", "editDuty", "removeDuty", "copyWeek", "dutyRules", "importDuties"})
        CHECK(!f.part<QPushButton>(week, name).isEnabled());
    CHECK(f.part<QPushButton>(week, "exportDuties").isEnabled());
}
