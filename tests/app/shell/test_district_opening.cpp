// SPDX-License-Identifier: GPL-3.0-or-later
// What the window says and asks when a district is opened.
#include "app/shell/message_bar.h"
#include "app/shell/window_host.h"
#include "app/workspace/prompts.h"
#include "core/store/backup_shelf.h"
#include "tests/support/reading_process.h"
#include "tests/support/small_district.h"

#include <QDialog>
#include <QLabel>
#include <QPushButton>
#include <QTest>
#include <QTimer>
#include <QToolButton>

using namespace gridwarden;
using namespace gridwarden::test;
using app::ActionId;

namespace fs = std::filesystem;

namespace {

class ScriptedChoices : public app::Prompts {
  public:
    ScriptedChoices() { app::setPrompts(this); }
    ~ScriptedChoices() override { app::setPrompts(nullptr); }
    QString fileToOpen(QWidget*, const QString&, const QString&) override { return {}; }
    QStringList filesToOpen(QWidget*, const QString&, const QString&) override { return {}; }
    QString fileToSave(QWidget*, const QString&, const QString&, const QString&) override { return path; }
    QString folder(QWidget*, const QString&) override { return {}; }
    bool confirm(QWidget*, const QString&, const QString&) override { return false; }
    QString text(QWidget*, const QString&, const QString&, const QString&) override { return {}; }
    int choose(QWidget*, const Choice& choice) override {
        asked.push_back(choice);
        return static_cast<int>(choice.actions.indexOf(answer));
    }
    std::vector<Choice> asked;
    QString answer;
    QString path;
};

struct OpeningDesk {
    ScriptedChoices prompts;
    ScratchFolder folder;
    app::WindowHost host;

    OpeningDesk() {
        host.window().resize(1366, 768);
        host.window().show();
        REQUIRE(QTest::qWaitForWindowExposed(&host.window()));
    }
    [[nodiscard]] fs::path path() const { return folder / "辖区.gpkg"; }
    [[nodiscard]] QString name() const { return QString::fromStdString(path().string()); }
    void makeCurrent() const { REQUIRE(core::District::create(path(), {"测试区", "Asia/Shanghai", ""})); }
    [[nodiscard]] core::District* district() { return host.workspace().district(); }
    void open() {
        host.window().files().open(name());
        REQUIRE(QTest::qWaitFor([this] { return !host.window().files().isBusy(); }, 10'000));
    }
    bool waitUntilWritable() {
        return QTest::qWaitFor([this] { return district() != nullptr && !district()->isReadOnly(); }, 10'000);
    }
    template <class T> T* part(const char* name) { return host.window().findChild<T*>(QLatin1String(name)); }
    QString said() { return part<QLabel>("messageText")->isVisible() ? part<QLabel>("messageText")->text() : QString(); }
    QPushButton* action() { return part<QPushButton>("messageAction"); }
    bool rename(const char* name) {
        return host.workspace().change({"edit-district-settings", {}}, [name](core::Change& change) { return core::saveSetting(change, "name", name); });
    }
};

/// Looks again and again, also while a change waits, until the dialog is there.
template <class Act> void whenHeldUp(QTimer& timer, app::MainWindow& window, Act act) {
    QObject::connect(&timer, &QTimer::timeout, &window, [&timer, &window, act] {
        if (auto* const dialog = window.findChild<QDialog*>(QStringLiteral("heldUp")); dialog != nullptr && dialog->isVisible()) {
            timer.stop();
            act(*dialog);
        }
    });
    timer.start(20);
}

} // namespace

TEST_CASE("a district that is open elsewhere is offered for reading and can be taken over when it is free", "[app][shell][opening]") {
    OpeningDesk desk;
    desk.makeCurrent();
    auto other = core::Store::open(desk.path(), core::OpenMode::ReadWrite);
    REQUIRE(other);
    SECTION("the user gives up") {
        desk.open();
        REQUIRE(desk.prompts.asked.size() == 1);
        CHECK(desk.prompts.asked[0].actions.size() == 2);
        CHECK(desk.prompts.asked[0].explanation.contains(QString::fromStdString(core::District::systemActor().name)));
        CHECK(desk.district() == nullptr);
    }
    SECTION("the user reads, and writes later") {
        desk.prompts.answer = QStringLiteral("Open for reading");
        desk.open();
        REQUIRE(QTest::qWaitFor([&] { return desk.district() != nullptr; }, 10'000));
        CHECK(desk.district()->isReadOnly());
        REQUIRE(desk.action()->isVisible());
        CHECK(desk.host.window().action(ActionId::SwitchToWriting)->isEnabled());
        other->reset();
        QTest::mouseClick(desk.action(), Qt::LeftButton);
        REQUIRE(desk.waitUntilWritable());
        CHECK_FALSE(desk.host.window().action(ActionId::SwitchToWriting)->isEnabled());
        CHECK(desk.said().isEmpty());
    }
}

TEST_CASE("an older district is brought up to date when the user wants it", "[app][shell][opening]") {
    OpeningDesk desk;
    fs::copy_file(GRIDWARDEN_TEST_DATA "/districts/schema_1.gpkg", desk.path());
    SECTION("at once") {
        desk.prompts.answer = QStringLiteral("Back up and bring up to date");
        desk.open();
        REQUIRE(desk.waitUntilWritable());
        CHECK(desk.prompts.asked.size() == 1);
        CHECK(desk.said().contains(QStringLiteral("brought up to date")));
    }
    SECTION("after a look") {
        desk.prompts.answer = QStringLiteral("Open for reading");
        desk.open();
        REQUIRE(QTest::qWaitFor([&] { return desk.district() != nullptr; }, 10'000));
        CHECK(desk.district()->isReadOnly());
        REQUIRE(desk.action()->isVisible());
        desk.prompts.answer = QStringLiteral("Back up and bring up to date");
        QTest::mouseClick(desk.action(), Qt::LeftButton);
        REQUIRE(desk.waitUntilWritable());
    }
}

TEST_CASE("where a district cannot be written it is read without a question, with the reason", "[app][shell][opening]") {
    OpeningDesk desk;
    desk.makeCurrent();
    core::FilePlace place;
    SECTION("a share") { place.network = "NFS"; }
    SECTION("a medium") { place.isReadOnlyMedium = true; }
    core::setPlaceProbe([place](const fs::path&) { return place; });
    desk.open();
    const bool opened = QTest::qWaitFor([&] { return desk.district() != nullptr; }, 10'000);
    core::setPlaceProbe({});
    REQUIRE(opened);
    CHECK(desk.prompts.asked.empty());
    CHECK(desk.district()->isReadOnly());
    CHECK(desk.said().contains(place.network.empty() ? QStringLiteral("medium") : QStringLiteral("NFS")));
    REQUIRE(desk.action()->isVisible());
    desk.prompts.path = QString::fromStdString((desk.folder / "copy.gpkg").string());
    QTest::mouseClick(desk.action(), Qt::LeftButton);
    REQUIRE(QTest::qWaitFor([&] { return desk.said().contains(QStringLiteral("The copy is in")); }, 10'000));
    QTest::mouseClick(desk.action(), Qt::LeftButton);
    REQUIRE(desk.waitUntilWritable());
    CHECK(desk.district()->path().filename() == "copy.gpkg");
}

TEST_CASE("a damaged district is told with what is damaged and the newest good backup", "[app][shell][opening]") {
    OpeningDesk desk;
    desk.makeCurrent();
    const bool hasBackup = GENERATE(false, true);
    if (hasBackup)
        REQUIRE(core::BackupShelf(desk.path()).make(core::BackupReason::Asked));
    SECTION("cut off") { fs::resize_file(desk.path(), fs::file_size(desk.path()) - 40960); }
    SECTION("gone") {
        if (!hasBackup)
            return;
        fs::remove(desk.path());
    }
    desk.prompts.answer = QStringLiteral("Open the backup for reading");
    desk.open();
    REQUIRE(QTest::qWaitFor([&] { return !desk.prompts.asked.empty(); }, 10'000));
    CHECK(desk.prompts.asked[0].actions.size() == (hasBackup ? 2 : 0));
    CHECK(desk.prompts.asked[0].explanation.contains(hasBackup ? QStringLiteral("newest good backup") : QStringLiteral("No backup")));
    if (hasBackup) {
        REQUIRE(QTest::qWaitFor([&] { return desk.district() != nullptr; }, 10'000));
        CHECK(desk.district()->isReadOnly());
        CHECK(desk.district()->name() == "测试区");
    } else {
        CHECK(desk.said().contains(QStringLiteral("damaged")));
    }
}

TEST_CASE("a write by another program is told, and the district can be checked at once", "[app][shell][opening]") {
    OpeningDesk desk;
    desk.makeCurrent();
    {
        auto other = core::Connection::open(desk.path(), core::Connection::Access::ReadWrite);
        REQUIRE(other->run("UPDATE setting SET value = 'x' WHERE key = 'name'"));
    }
    desk.open();
    REQUIRE(desk.said().contains(QStringLiteral("Another program")));
    REQUIRE(desk.action()->isVisible());
    QTest::mouseClick(desk.action(), Qt::LeftButton);
    REQUIRE(QTest::qWaitFor([&] { return desk.said().contains(QStringLiteral("check")); }, 10'000));
}

TEST_CASE("a change that another program holds up waits, says so, and is not lost", "[app][shell][opening]") {
    OpeningDesk desk;
    desk.makeCurrent();
    desk.open();
    ReadingProcess reader(desk.path());
    QTimer timer;
    SECTION("it is written when the other one ends") {
        QString who;
        whenHeldUp(timer, desk.host.window(), [&](QDialog& dialog) {
            who = dialog.findChild<QLabel*>(QStringLiteral("heldUpBy"))->text();
            reader.stop();
        });
        CHECK(desk.rename("新名"));
        CHECK(who.contains(u'('));
        CHECK(desk.district()->name() == "新名");
    }
    SECTION("the user gives up and does it again later") {
        whenHeldUp(timer, desk.host.window(),
                   [](QDialog& dialog) { QTest::mouseClick(dialog.findChild<QPushButton*>(QStringLiteral("giveUp")), Qt::LeftButton); });
        CHECK_FALSE(desk.rename("新名"));
        CHECK(desk.district()->name() == "测试区");
        CHECK(desk.said().contains(QStringLiteral("not saved")));
        reader.stop();
        CHECK(desk.rename("新名"));
    }
    QTest::qWait(1);
    CHECK(desk.host.window().findChild<QDialog*>(QStringLiteral("heldUp")) == nullptr);
}

TEST_CASE("a notice that was covered by a later one comes back", "[app][shell][messages]") {
    OpeningDesk desk;
    app::Workspace& workspace = desk.host.workspace();
    workspace.notify(app::NoticeKind::Warning, QStringLiteral("first"));
    workspace.notify(app::NoticeKind::Fault, QStringLiteral("second"));
    CHECK(desk.said() == QStringLiteral("second"));
    QTest::mouseClick(desk.part<QToolButton>("closeMessage"), Qt::LeftButton);
    CHECK(desk.said() == QStringLiteral("first"));
    QTest::mouseClick(desk.part<QToolButton>("closeMessage"), Qt::LeftButton);
    CHECK(desk.said().isEmpty());
}

TEST_CASE("the settings of the district are in its menu", "[app][shell]") {
    OpeningDesk desk;
    desk.makeCurrent();
    desk.open();
    desk.host.window().action(ActionId::EditSettings)->trigger();
    CHECK(desk.part<QWidget>("districtSettings") != nullptr);
}
