// SPDX-License-Identifier: GPL-3.0-or-later
// Backups and archives as a supervisor meets them: with the mouse, in the whole window.
#include "app/backup/backup_window.h"
#include "app/shell/window_host.h"
#include "app/workspace/prompts.h"
#include "core/archive/district_archive.h"
#include "core/store/file_place.h"
#include "tests/support/small_district.h"

#include <QLabel>
#include <QLineEdit>
#include <QMenuBar>
#include <QPushButton>
#include <QSpinBox>
#include <QTest>
#include <fstream>

using namespace gridwarden;
using namespace gridwarden::test;
using app::ActionId;

namespace {

constexpr int Patience = 30'000; // milliseconds

class ScriptedPrompts : public app::Prompts {
  public:
    ScriptedPrompts() { app::setPrompts(this); }
    ~ScriptedPrompts() override { app::setPrompts(nullptr); }
    QString fileToOpen(QWidget*, const QString&, const QString&) override { return path; }
    QStringList filesToOpen(QWidget*, const QString&, const QString&) override { return {path}; }
    QString fileToSave(QWidget*, const QString&, const QString&, const QString&) override { return path; }
    QString folder(QWidget*, const QString&) override { return folderPath; }
    bool confirm(QWidget*, const QString& question, const QString&) override {
        asked << question;
        return agrees;
    }
    QString text(QWidget*, const QString&, const QString&, const QString&) override { return {}; }
    QString path, folderPath;
    QStringList asked;
    bool agrees = true;
};

struct BackupDesk {
    ScriptedPrompts prompts;
    SmallDistrict small;
    QString path = QString::fromStdString(small.district->path().string());
    app::WindowHost host;
    std::vector<app::Notice> notices;

    BackupDesk() {
        QObject::connect(&host.workspace(), &app::Workspace::noticePosted, [this](const app::Notice& notice) { notices.push_back(notice); });
    }
    app::MainWindow& window() { return host.window(); }
    app::Workspace& workspace() { return host.workspace(); }
    [[nodiscard]] std::size_t cases() { return workspace().facts()->size(); }
    void open() {
        small.district.reset();
        window().resize(1366, 768);
        window().show();
        REQUIRE(QTest::qWaitForWindowExposed(&window()));
        window().files().open(path);
        REQUIRE(QTest::qWaitFor([this] { return workspace().district() != nullptr; }, Patience));
    }
    /// Through the menu, by its keys.
    void choose(const char* action) {
        auto* const entry = window().findChild<QAction*>(QString::fromLatin1(action));
        REQUIRE(entry != nullptr);
        for (QAction* const menu : window().menuBar()->actions())
            if (menu->menu() != nullptr && menu->menu()->actions().contains(entry)) {
                menu->menu()->popup(window().mapToGlobal(QPoint(40, 40)));
                QTest::mouseClick(menu->menu(), Qt::LeftButton, {}, menu->menu()->actionGeometry(entry).center());
                return;
            }
        FAIL("not in a menu");
    }
    app::BackupWindow& backups() {
        choose("backups");
        auto* const found = window().findChild<app::BackupWindow*>();
        REQUIRE(found != nullptr);
        REQUIRE(QTest::qWaitForWindowExposed(found));
        return *found;
    }
    static void click(QWidget& window, const char* button) {
        auto* const found = window.findChild<QPushButton*>(QString::fromLatin1(button));
        REQUIRE(found != nullptr);
        REQUIRE(found->isEnabled());
        QTest::mouseClick(found, Qt::LeftButton);
    }
};

/// Waits for so many rows: the present file and its backups.
QTreeWidget& rows(app::BackupWindow& window, int count) {
    auto* const list = window.findChild<QTreeWidget*>();
    REQUIRE(list != nullptr);
    REQUIRE(QTest::qWaitFor([&] { return list->topLevelItemCount() == count; }, Patience));
    return *list;
}

void clickRow(QTreeWidget& list, int row) {
    QTest::mouseClick(list.viewport(), Qt::LeftButton, {}, list.visualItemRect(list.topLevelItem(row)).center());
}

} // namespace

TEST_CASE("a backup is restored with the mouse, and taken back", "[app][backup]") {
    BackupDesk desk;
    desk.small.report(core::GeoPoint{120.645, 28.005});
    REQUIRE(desk.small.district->backups().make(core::BackupReason::NewDay));
    desk.small.report(core::GeoPoint{120.646, 28.006});
    desk.open();
    REQUIRE(desk.cases() == 2);

    app::BackupWindow& window = desk.backups();
    QTreeWidget& list = rows(window, 2);
    CHECK(list.topLevelItem(0)->text(3) == QLatin1String("2"));
    CHECK(list.topLevelItem(1)->text(3) == QStringLiteral("1 (−1)"));
    auto* const restore = window.findChild<QPushButton*>(QStringLiteral("restoreBackup"));
    CHECK_FALSE(restore->isEnabled());
    clickRow(list, 0);
    CHECK_FALSE(restore->isEnabled()); // the present file is not a backup
    clickRow(list, 1);
    CHECK(restore->isEnabled());

    desk.prompts.agrees = false;
    QTest::mouseClick(restore, Qt::LeftButton);
    CHECK(desk.cases() == 2);
    desk.prompts.agrees = true;
    QTest::mouseClick(restore, Qt::LeftButton);
    REQUIRE(QTest::qWaitFor([&] { return desk.workspace().district() != nullptr && desk.cases() == 1; }, Patience));
    CHECK(desk.prompts.asked.last().contains(QLatin1Char('1')));

    // What was there is on the list, and comes back the same way.
    rows(window, 3);
    CHECK(QTest::qWaitFor([&] { return list.topLevelItem(1)->text(3) == QStringLiteral("2 (+1)"); }, Patience));
    clickRow(list, 1);
    REQUIRE(QTest::qWaitFor([&] { return restore->isEnabled(); }, Patience));
    QTest::mouseClick(restore, Qt::LeftButton);
    REQUIRE(QTest::qWaitFor([&] { return desk.workspace().district() != nullptr && desk.cases() == 2; }, Patience));
    CHECK(desk.workspace().canWrite());
}

TEST_CASE("backups are made, checked and copied in the window", "[app][backup]") {
    BackupDesk desk;
    desk.small.report(core::GeoPoint{120.645, 28.005});
    desk.open();
    app::BackupWindow& window = desk.backups();
    QTreeWidget& list = rows(window, 1);
    BackupDesk::click(window, "makeBackup");
    rows(window, 2);
    auto* const check = window.findChild<QPushButton*>(QStringLiteral("checkBackups"));
    REQUIRE(QTest::qWaitFor([&] { return check->isEnabled(); }, Patience));
    const QString before = list.topLevelItem(1)->text(2);
    QTest::mouseClick(check, Qt::LeftButton);
    REQUIRE(QTest::qWaitFor([&] { return list.topLevelItem(1)->text(2) != before; }, Patience));

    clickRow(list, 1);
    desk.prompts.path = QString::fromStdString((desk.small.folder / "copy.gpkg").string());
    BackupDesk::click(window, "copyBackup");
    REQUIRE(QTest::qWaitFor([&] { return check->isEnabled(); }, Patience));
    CHECK(core::verifyDistrict(desk.small.folder / "copy.gpkg")->cases == 1);
    CHECK(desk.workspace().district()->store().journal(1)->front().label == core::Message{"full-copy", {(desk.small.folder / "copy.gpkg").string(), "1"}});

    // How many are kept is a setting of the district and stands in its journal.
    auto* const count = window.findChild<QSpinBox*>(QStringLiteral("backupCount"));
    count->setFocus();
    count->selectAll();
    QTest::keyClicks(count, QStringLiteral("4"));
    QTest::keyClick(count, Qt::Key_Return);
    CHECK(desk.workspace().district()->backups().limits().count == 4);
    CHECK(desk.workspace().district()->store().journal(1)->front().label.key == "backup-limits-changed");
}

TEST_CASE("a failed backup of the day is loud and the work goes on", "[app][backup]") {
    BackupDesk desk;
    REQUIRE(desk.small.district->connection().run("UPDATE journal SET at = at - 3 * 86400"));
    std::ofstream(desk.small.folder / "small.backups") << "in the way";
    desk.open();
    const auto isLoud = [&] {
        return std::any_of(desk.notices.begin(), desk.notices.end(), [](const app::Notice& notice) { return notice.kind == app::NoticeKind::Fault; });
    };
    REQUIRE(QTest::qWaitFor(isLoud, Patience));
    core::CaseDraft draft;
    draft.place = core::GeoPoint{120.645, 28.005};
    draft.category = desk.workspace().district()->categories().find("09006")->id;
    CHECK(desk.workspace().report(draft));
    CHECK(desk.cases() == 1);
}

TEST_CASE("the backup of the day is made while the district is opened", "[app][backup]") {
    BackupDesk desk;
    REQUIRE(desk.small.district->connection().run("UPDATE journal SET at = at - 3 * 86400"));
    desk.open();
    const auto files = desk.workspace().district()->backups().files();
    REQUIRE(files->size() == 1);
    CHECK(files->front().reason == core::BackupReason::NewDay);
}

TEST_CASE("a district goes into an archive and comes out of it", "[app][backup]") {
    BackupDesk desk;
    desk.small.report(core::GeoPoint{120.645, 28.005});
    desk.open();
    const auto archive = desk.small.folder / "packed.zip";
    desk.prompts.path = QString::fromStdString(archive.string());
    desk.choose("packDistrict");
    REQUIRE(QTest::qWaitFor([&] { return std::filesystem::exists(archive); }, Patience));
    CHECK(core::checkArchive(archive));
    const core::JournalEntry noted = desk.workspace().district()->store().journal(1)->front();
    CHECK(noted.kind == core::EntryKind::Note);
    CHECK(noted.label == core::Message{"full-copy", {archive.string(), "1"}});

    std::filesystem::create_directory(desk.small.folder / "elsewhere");
    desk.prompts.folderPath = QString::fromStdString((desk.small.folder / "elsewhere").string());
    SECTION("through the menu") { desk.choose("unpackArchive"); }
    SECTION("dropped on the window") {
        desk.window().dropped().take({desk.prompts.path}, std::nullopt, {});
        REQUIRE(QTest::qWaitFor([&] { return desk.prompts.asked.size() == 1; }, Patience));
    }
    REQUIRE(QTest::qWaitFor([&] { return desk.workspace().district() != nullptr && desk.workspace().district()->path() == desk.small.folder / "elsewhere" / "small.gpkg"; }, Patience));
    CHECK(desk.cases() == 1);
}

TEST_CASE("who may only read makes an archive as well and is told that it is not noted", "[app][backup]") {
    BackupDesk desk;
    core::FilePlace place;
    place.isReadOnlyMedium = true;
    core::setPlaceProbe([place](const std::filesystem::path&) { return place; });
    desk.open();
    core::setPlaceProbe({});
    REQUIRE(desk.workspace().district()->isReadOnly());
    desk.notices.clear();
    desk.prompts.path = QString::fromStdString((desk.small.folder / "packed.zip").string());
    desk.choose("packDistrict");
    REQUIRE(QTest::qWaitFor([&] { return !desk.notices.empty(); }, Patience));
    CHECK(desk.notices.back().kind == app::NoticeKind::Warning);
    CHECK(desk.notices.back().text.contains(QStringLiteral("does not stand in the history")));
    CHECK(core::checkArchive(desk.small.folder / "packed.zip"));
    CHECK(desk.workspace().district()->store().journal(1)->front().label.key != "full-copy");
}
