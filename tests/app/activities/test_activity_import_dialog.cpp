// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/activities/activity_import_dialog.h"
#include "tests/app/activities/activity_desk.h"

#include <QCheckBox>
#include <QComboBox>
#include <QTabWidget>
#include <QTableWidget>
#include <fstream>
#include <semaphore>

using namespace gridwarden;
using namespace gridwarden::test;

namespace {

struct ImportDesk : ActivityDesk {
    app::ActivityImportDialog* dialog = nullptr;

    void open(const std::string& table) {
        const std::filesystem::path file = small.folder / "工作.csv";
        std::ofstream(file) << table;
        app::openActivityImport(workspace, panel.get(), QString::fromStdString(file.string()));
        dialog = panel->findChild<app::ActivityImportDialog*>();
        REQUIRE(dialog != nullptr);
        REQUIRE(QTest::qWaitForWindowExposed(dialog));
        dialog->activateWindow();
        waitForJobs();
    }
    template <class Widget> Widget& in(const char* name) { return part<Widget>(*dialog, name); }
    /// What a column means is chosen with the keyboard.
    void choose(int column, const QString& meaning) {
        auto& box = in<QComboBox>(("means" + std::to_string(column)).c_str());
        const int wanted = box.findText(meaning);
        INFO(meaning.toStdString());
        REQUIRE(wanted >= 0);
        box.setFocus();
        QTest::keyClick(&box, Qt::Key_Home);
        for (int guard = 0; box.currentIndex() != wanted && guard < box.count(); ++guard)
            QTest::keyClick(&box, Qt::Key_Down);
        CHECK(box.currentIndex() == wanted);
        waitForJobs();
    }
};

} // namespace

TEST_CASE("a table of work is looked at and imported with a click and undone as one", "[app][activities]") {
    ImportDesk desk;
    desk.open("日期,工作类别,数量,单位,地点\n"
              "2026-03-02,流动摊贩,32,起,人民广场\n"
              "2026-03-02,没有这种工作,5,起,南塘街\n"
              "2026-03-03,小广告,7,处,南塘街\n");
    auto& counted = desk.in<QTreeWidget>("toBeCounted");
    auto& problems = desk.in<QTreeWidget>("problems");
    INFO(desk.in<QLabel>("summary").text().toStdString());
    REQUIRE(desk.in<QTableWidget>("columns").rowCount() == 5);
    CHECK(desk.all().empty()); // only looked at
    REQUIRE(counted.topLevelItemCount() == 2);
    REQUIRE(problems.topLevelItemCount() == 1); // an unknown kind of work
    CHECK(problems.topLevelItem(0)->text(2).contains(QStringLiteral("没有这种工作")));
    ActivityDesk::picture(*desk.dialog, QStringLiteral("activity_import"));
    auto& import = desk.in<QPushButton>("import");
    REQUIRE(import.isEnabled());
    QTest::mouseClick(&import, Qt::LeftButton);
    desk.waitForJobs();
    REQUIRE(desk.all().size() == 2);
    CHECK(desk.all()[0].quantity == 32);
    CHECK(desk.all()[1].kind == "small_adverts");
    QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    CHECK(desk.panel->findChild<app::ActivityImportDialog*>() == nullptr); // it closed itself
    REQUIRE(desk.workspace.undo());
    desk.waitForJobs();
    CHECK(desk.all().empty());
}

TEST_CASE("columns that say nothing are given their meaning with the keyboard", "[app][activities]") {
    ImportDesk desk;
    desk.open("a,b\n2026-03-02,4\n2026-03-03,6\n");
    auto& import = desk.in<QPushButton>("import");
    CHECK_FALSE(import.isEnabled());
    CHECK(desk.in<QLabel>("summary").text().startsWith(QStringLiteral("Say in the table above")));
    desk.choose(0, QStringLiteral("Day, or the first one"));
    CHECK_FALSE(import.isEnabled());
    const core::ActivityKind* const kind = desk.workspace.district()->activityLists().find("street_stalls");
    REQUIRE(kind != nullptr);
    desk.choose(1, QStringLiteral("Number of: %1").arg(QString::fromStdString(kind->english)));
    REQUIRE(import.isEnabled());
    CHECK(desk.in<QTreeWidget>("toBeCounted").topLevelItemCount() == 2);
    QTest::mouseClick(&import, Qt::LeftButton);
    desk.waitForJobs();
    const auto all = desk.all();
    REQUIRE(all.size() == 2);
    CHECK(all[0].kind == "street_stalls");
    CHECK(all[0].quantity + all[1].quantity == 10);
}

TEST_CASE("merged cells are filled down when that is checked", "[app][activities]") {
    ImportDesk desk;
    desk.open("日期,流动摊贩\n2026-03-02,4\n,6\n");
    desk.choose(0, QStringLiteral("Day, or the first one"));
    const core::ActivityKind* const kind = desk.workspace.district()->activityLists().find("street_stalls");
    REQUIRE(kind != nullptr);
    desk.choose(1, QStringLiteral("Number of: %1").arg(QString::fromStdString(kind->english)));
    auto& counted = desk.in<QTreeWidget>("toBeCounted");
    CHECK(counted.topLevelItemCount() == 1);
    CHECK(desk.in<QTreeWidget>("problems").topLevelItemCount() == 1);
    auto& fillDown = desk.in<QCheckBox>("fillDown");
    fillDown.setFocus();
    QTest::keyClick(&fillDown, Qt::Key_Space);
    desk.waitForJobs();
    CHECK(counted.topLevelItemCount() == 2);
    CHECK(desk.in<QTreeWidget>("problems").topLevelItemCount() == 0);
}

TEST_CASE("a file that is no table says so and the import stays off", "[app][activities]") {
    ImportDesk desk;
    desk.open("");
    CHECK_FALSE(desk.in<QPushButton>("import").isEnabled());
    CHECK_FALSE(desk.in<QLabel>("summary").text().isEmpty());
    CHECK(desk.in<QLabel>("summary").text() != QStringLiteral("Reading …"));
    QTest::keyClick(desk.dialog, Qt::Key_Escape);
    CHECK_FALSE(desk.dialog->isVisible());
}

TEST_CASE("an import that fails or is cancelled can be tried again and only a fault is said to be one",
          "[app][activities]") {
    ImportDesk desk;
    std::vector<app::Notice> notices;
    QObject::connect(&desk.workspace, &app::Workspace::noticePosted, desk.panel.get(),
                     [&](const app::Notice& notice) { notices.push_back(notice); });
    std::string table = "日期,工作类别,数量\n";
    for (int i = 0; i < 20'000; ++i)
        table += "2026-03-02,流动摊贩,1\n";
    desk.open(table);
    auto& import = desk.in<QPushButton>("import");
    REQUIRE(import.isEnabled());
    const std::filesystem::path file = desk.small.folder / "工作.csv", away = desk.small.folder / "away.csv";
    std::filesystem::rename(file, away);
    QTest::mouseClick(&import, Qt::LeftButton);
    desk.waitForJobs();
    REQUIRE(notices.size() == 1);
    CHECK(notices[0].kind == app::NoticeKind::Fault);
    std::filesystem::rename(away, file);
    REQUIRE(import.isEnabled());

    QTest::mouseClick(&import, Qt::LeftButton);
    desk.jobs.cancelAll();
    desk.waitForJobs();
    CHECK(notices.size() == 1); // whoever cancels need not be told
    CHECK(desk.all().empty());
    REQUIRE(import.isEnabled());

    QTest::mouseClick(&import, Qt::LeftButton);
    desk.waitForJobs();
    CHECK(desk.all().size() == 20'000);
}

TEST_CASE("a table that is opened while the district is busy is read afterwards", "[app][activities]") {
    ImportDesk desk;
    desk.open("日期,流动摊贩\n2026-03-02,4\n2026-03-03,6\n");
    desk.choose(0, QStringLiteral("Day, or the first one"));
    std::binary_semaphore mayEnd{0};
    REQUIRE(desk.workspace.run(QStringLiteral("Checking"),
                               [&](core::District&, const app::Jobs::Progress&) { mayEnd.acquire(); }));
    auto& fillDown = desk.in<QCheckBox>("fillDown");
    fillDown.setFocus();
    QTest::keyClick(&fillDown, Qt::Key_Space);
    CHECK(desk.in<QLabel>("summary").text().contains(QStringLiteral("Checking")));
    mayEnd.release();
    desk.waitForJobs();
    CHECK_FALSE(desk.in<QLabel>("summary").text().contains(QStringLiteral("Checking")));
    CHECK(desk.in<QTreeWidget>("toBeCounted").topLevelItemCount() == 2);
    CHECK(desk.in<QPushButton>("import").isEnabled());
}
