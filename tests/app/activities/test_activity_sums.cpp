// SPDX-License-Identifier: GPL-3.0-or-later
// Sums of a period in the panel: the numbers, the entries behind each, files of them, and the places on the map.
#include "app/activities/activity_sums.h"
#include "app/cases/period_stepper.h"
#include "app/workspace/prompts.h"
#include "tests/app/activities/activity_desk.h"

#include <QClipboard>
#include <QComboBox>
#include <QHeaderView>
#include <QTabBar>
#include <QTabWidget>
#include <fstream>
#include <iterator>

using namespace gridwarden;
using namespace gridwarden::test;

namespace {

class FilePrompt : public app::Prompts {
public:
    FilePrompt() { app::setPrompts(this); }
    ~FilePrompt() override { app::setPrompts(nullptr); }
    FilePrompt(const FilePrompt&) = delete;
    FilePrompt& operator=(const FilePrompt&) = delete;
    QString file;
    QString fileToOpen(QWidget*, const QString&, const QString&) override { return {}; }
    QStringList filesToOpen(QWidget*, const QString&, const QString&) override { return {}; }
    QString fileToSave(QWidget*, const QString&, const QString&, const QString&) override { return file; }
    QString folder(QWidget*, const QString&) override { return {}; }
    bool confirm(QWidget*, const QString&, const QString&) override { return false; }
    QString text(QWidget*, const QString&, const QString&, const QString&) override { return {}; }
};

constexpr core::GeoPoint Square{120.645, 28.005};

/// Today: stalls 32 (张三, at the square) and 8 (李四), a training for 38 people. A year and a half ago: stalls 100.
struct SumDesk : ActivityDesk {
    SumDesk() {
        const auto add = [this](const char* kind, double quantity, core::PersonId person, core::Day day,
                                std::optional<std::int64_t> people = {}, std::optional<core::GeoPoint> point = {}) {
            core::Activity activity;
            activity.kind = kind;
            activity.quantity = quantity;
            activity.person = person;
            activity.people = people;
            activity.point = point;
            activity.time = core::ActivityTime::ofDays({day, day}, workspace.district()->timeZone());
            REQUIRE(core::addActivity(*workspace.district(), workspace.actor(), activity));
        };
        add("street_stalls", 100, small.zhang, today() - std::chrono::days(550));
        add("street_stalls", 32, small.zhang, today(), {}, Square);
        add("street_stalls", 8, small.li, today());
        add("training", 1, {}, today(), 38);
        QCoreApplication::processEvents();
        auto& tabs = part<QTabWidget>("activityTabs");
        tabs.setFocus();
        QTest::keyClick(tabs.tabBar(), Qt::Key_Right);
        QCoreApplication::processEvents();
        REQUIRE(part<QTreeWidget>("sums").isVisible());
    }
    void choose(const char* box, int row) {
        auto& field = part<QComboBox>(box);
        field.setFocus();
        QTest::keyClick(&field, Qt::Key_Home);
        for (int i = 0; i < row; ++i)
            QTest::keyClick(&field, Qt::Key_Down);
        QCoreApplication::processEvents();
    }
    void clickNumber(QTreeWidgetItem* item, int column) {
        auto& sums = part<QTreeWidget>("sums");
        QRect cell = sums.visualItemRect(item);
        cell.setLeft(sums.header()->sectionPosition(column));
        cell.setWidth(sums.header()->sectionSize(column));
        QTest::mouseClick(sums.viewport(), Qt::LeftButton, {}, cell.center());
        QCoreApplication::processEvents();
    }
    static QStringList texts(const QTreeWidgetItem* item) {
        QStringList all;
        for (int i = 0; i < item->columnCount(); ++i)
            all << item->text(i);
        return all;
    }
};

} // namespace

TEST_CASE("periods are the day the week the month or the year around a day", "[app][activities]") {
    using Unit = app::PeriodStepper::Unit;
    const auto day = [](const char* text) { return core::parseDay(text).value(); };
    const core::Day wednesday = day("2028-02-23"); // of a leap year
    CHECK(app::periodAround(wednesday, Unit::Day) == core::Period{wednesday, wednesday});
    CHECK(app::periodAround(wednesday, Unit::Week) == core::Period{day("2028-02-21"), day("2028-02-27")});
    CHECK(app::periodAround(wednesday, Unit::Month) == core::Period{day("2028-02-01"), day("2028-02-29")});
    CHECK(app::periodAround(wednesday, Unit::Quarter) == core::Period{day("2028-01-01"), day("2028-03-31")});
    CHECK(app::periodAround(wednesday, Unit::HalfYear) == core::Period{day("2028-01-01"), day("2028-06-30")});
    CHECK(app::periodAround(day("2028-07-01"), Unit::HalfYear) == core::Period{day("2028-07-01"), day("2028-12-31")});
    CHECK(app::periodAround(wednesday, Unit::Year) == core::Period{day("2028-01-01"), day("2028-12-31")});
    CHECK(app::periodAround(day("2026-11-22"), Unit::Week) ==
          core::Period{day("2026-11-16"), day("2026-11-22")}); // a Sunday
}

TEST_CASE("sums by kind are those of the period and each leads to its entries", "[app][activities]") {
    SumDesk desk;
    auto& sums = desk.part<QTreeWidget>("sums");
    auto& entries = desk.part<QTreeWidget>("sumEntries");
    REQUIRE(sums.topLevelItemCount() == 2);
    CHECK(SumDesk::texts(sums.topLevelItem(0)) == QStringList{QStringLiteral("street stalls cleared"),
                                                              QStringLiteral("40 次"), QString(), QStringLiteral("2")});
    CHECK(SumDesk::texts(sums.topLevelItem(1)) ==
          QStringList{QStringLiteral("trainings"), QStringLiteral("1 次"), QStringLiteral("38"), QStringLiteral("1")});
    CHECK(desk.part<QLabel>("sumsTotal").text() == QStringLiteral("All: 3 entries, 38 people"));
    CHECK(entries.topLevelItemCount() == 3);
    desk.clickNumber(sums.topLevelItem(0), 1);
    REQUIRE(entries.topLevelItemCount() == 2);
    CHECK(entries.topLevelItem(0)->text(1) == QStringLiteral("32 次"));
    ActivityDesk::picture(*desk.panel, QStringLiteral("activity_sums"));
    desk.clickNumber(sums.topLevelItem(0), 2); // nobody was counted with it
    CHECK(entries.topLevelItemCount() == 0);
    desk.clickNumber(sums.topLevelItem(1), 2);
    CHECK(entries.topLevelItemCount() == 1);

    ActivityDesk::clickRow(entries, 0);
    entries.setFocus();
    QTest::keyClick(&entries, Qt::Key_Return); // to the day, where it can be changed
    QCoreApplication::processEvents();
    auto& counted = desk.part<QTreeWidget>("counted");
    REQUIRE(counted.isVisible());
    REQUIRE(counted.currentItem() != nullptr);
    CHECK(counted.currentItem()->text(0).startsWith(QStringLiteral("trainings")));
}

TEST_CASE("sums by person have their kinds below and what is nobody's is said", "[app][activities]") {
    SumDesk desk;
    desk.choose("sumsBy", 2);
    auto& sums = desk.part<QTreeWidget>("sums");
    REQUIRE(sums.topLevelItemCount() == 3);
    QStringList names;
    for (int i = 0; i < 3; ++i)
        names << sums.topLevelItem(i)->text(0);
    CHECK(names == QStringList{QStringLiteral("张三"), QStringLiteral("李四"),
                               QStringLiteral("without a person")}); // by P1 and P2
    REQUIRE(sums.topLevelItem(0)->childCount() == 1);
    CHECK(sums.topLevelItem(0)->child(0)->text(1) == QStringLiteral("32 次"));
    ActivityDesk::picture(*desk.panel, QStringLiteral("activity_sums_person"));
    desk.clickNumber(sums.topLevelItem(1), 3);
    auto& entries = desk.part<QTreeWidget>("sumEntries");
    REQUIRE(entries.topLevelItemCount() == 1);
    CHECK(entries.topLevelItem(0)->text(1) == QStringLiteral("8 次"));
    desk.choose("sumsBy", 1);
    REQUIRE(sums.topLevelItemCount() == 2);
    CHECK(sums.topLevelItem(0)->text(0) == QStringLiteral("一中队")); // of the two people
    CHECK(sums.topLevelItem(0)->child(0)->text(1) == QStringLiteral("40 次"));
}

TEST_CASE("the period is stepped through and any two days can be chosen", "[app][activities]") {
    SumDesk desk;
    auto& sums = desk.part<QTreeWidget>("sums");
    QTest::mouseClick(&desk.part<QWidget>("periodBefore"), Qt::LeftButton); // the month before
    CHECK(sums.topLevelItemCount() == 0);
    CHECK(desk.part<QLabel>("sumsTotal").text() == QStringLiteral("Nothing was counted in this period."));
    QTest::mouseClick(&desk.part<QWidget>("periodAfter"), Qt::LeftButton);
    CHECK(sums.topLevelItemCount() == 2);
    desk.choose("periodUnit", static_cast<int>(app::PeriodStepper::Unit::Free));
    auto& first = desk.part<QDateEdit>("firstDay");
    first.setFocus();
    first.setSelectedSection(QDateTimeEdit::YearSection);
    QTest::keyClick(&first, Qt::Key_Down);
    QTest::keyClick(&first, Qt::Key_Down); // two years back
    QCoreApplication::processEvents();
    CHECK(sums.topLevelItem(0)->text(1) == QStringLiteral("140 次"));
}

TEST_CASE("sums are copied and written as a table", "[app][activities]") {
    FilePrompt prompt;
    SumDesk desk;
    auto& sums = desk.part<QTreeWidget>("sums");
    sums.setFocus();
    QTest::mouseClick(&desk.part<QPushButton>("copySums"), Qt::LeftButton);
    const QStringList lines = QApplication::clipboard()->text().split(u'\n', Qt::SkipEmptyParts);
    REQUIRE(lines.size() == 3);
    CHECK(lines[0] == QStringLiteral("Work\tQuantity\tUnit\tPeople\tEntries"));
    CHECK(lines[1] == QStringLiteral("street stalls cleared\t40\t次\t0\t2"));
    desk.choose("sumsBy", 1);
    prompt.file = QString::fromStdString((desk.small.folder / "sums.csv").string());
    QTest::mouseClick(&desk.part<QPushButton>("exportSums"), Qt::LeftButton);
    desk.waitForJobs();
    std::ifstream written(desk.small.folder / "sums.csv", std::ios::binary);
    const std::string content{std::istreambuf_iterator<char>(written), {}};
    CHECK(content == "\xEF\xBB\xBFOrganisation,Work,Quantity,Unit,People,Entries\r\n"
                     "一中队,street stalls cleared,40,次,0,2\r\n"
                     "without an organisation,trainings,1,次,38,1\r\n");
    prompt.file = QString::fromStdString((desk.small.folder / "sums.xlsx").string());
    std::vector<app::Notice> notices;
    QObject::connect(&desk.workspace, &app::Workspace::noticePosted, desk.panel.get(),
                     [&](const app::Notice& notice) { notices.push_back(notice); });
    QStringList titles;
    QObject::connect(&desk.jobs, &app::Jobs::started, desk.panel.get(),
                     [&](int, const QString& title) { titles << title; });
    QTest::mouseClick(&desk.part<QPushButton>("exportSums"), Qt::LeftButton);
    desk.waitForJobs();
    CHECK(titles == QStringList{QStringLiteral("Writing sums.xlsx")}); // beside the window
    CHECK(std::filesystem::file_size(desk.small.folder / "sums.xlsx") > 1000);
    REQUIRE(notices.size() == 1);
    CHECK(notices[0].kind == app::NoticeKind::Note);

    prompt.file = QString::fromStdString((desk.small.folder / "nowhere" / "sums.csv").string());
    QTest::mouseClick(&desk.part<QPushButton>("exportSums"), Qt::LeftButton);
    desk.waitForJobs();
    REQUIRE(notices.size() == 2);
    CHECK(notices[1].kind == app::NoticeKind::Fault);
}

TEST_CASE("places of the work that is listed are for the map and a click there shows the entry", "[app][activities]") {
    SumDesk desk;
    app::MarkedPoints& places = desk.panel->places();
    REQUIRE(places.points().size() == 1); // of the period
    CHECK(core::distanceMetres(places.points()[0], Square) < 0.1);
    CHECK(places.caption() == QStringLiteral("Work of the period"));
    places.click(0);
    auto& entries = desk.part<QTreeWidget>("sumEntries");
    REQUIRE(entries.currentItem() != nullptr);
    CHECK(entries.currentItem()->text(1) == QStringLiteral("32 次"));
    CHECK(places.selected() == 0U);
    desk.panel->startCounting(); // the day
    CHECK(places.caption() == QStringLiteral("Work of the day"));
    REQUIRE(places.points().size() == 1);
    places.click(0);
    auto& counted = desk.part<QTreeWidget>("counted");
    REQUIRE(counted.currentItem() != nullptr);
    CHECK(counted.currentItem()->text(1) == QStringLiteral("32 次"));
    desk.panel->setSeen(false); // behind another tab
    CHECK(places.points().empty());
    desk.panel->setSeen(true);
    CHECK(places.points().size() == 1);
    desk.panel->hide();
    CHECK(places.points().empty());
}
