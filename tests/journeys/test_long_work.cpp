// SPDX-License-Identifier: GPL-3.0-or-later
// Long work in the real window: what waits goes on beside it, is stopped at a click, and never keeps it from closing. What is
// waited for answers only when the test lets it: a file that is a pipe, or a commit that another program holds up.
#include "app/cases/case_import_session.h"
#include "app/cases/import_dialog.h"
#include "app/district/area_import_window.h"
#include "app/district/editors.h"
#include "app/district/record_editor.h"
#include "app/map/identify_panel.h"
#include "app/shell/status_parts.h"
#include "app/shell/window_host.h"
#include "core/base/clock.h"
#include "tests/app/cases/scripted_prompts.h"
#include "tests/support/small_district.h"
#include "tests/support/sound.h"

#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QSignalSpy>
#include <QTableWidget>
#include <QTest>
#include <QToolButton>
#include <fstream>
#include <sys/stat.h>

using namespace gridwarden;
using namespace gridwarden::app;
using test::SmallDistrict;

namespace {

/// Answers at will.
struct Answers : test::ScriptedPrompts {
    bool confirm(QWidget*, const QString&, const QString&) override {
        ++asked;
        return agrees;
    }
    bool agrees = true;
    int asked = 0;
};

/// Another program that reads the district, so that no commit can end.
class Holder {
  public:
    explicit Holder(const std::filesystem::path& district) : m_connection(core::Connection::open(district, core::Connection::Access::ReadOnly).value()) {
        REQUIRE(m_connection.script("BEGIN"));
        REQUIRE(m_connection.integer("SELECT count(*) FROM area"));
    }
    void letGo() { REQUIRE(m_connection.script("ROLLBACK")); }

  private:
    core::Connection m_connection;
};

struct Desk {
    Answers prompts;
    SmallDistrict small;
    std::filesystem::path file = small.folder / "small.gpkg";
    std::unique_ptr<WindowHost> host = std::make_unique<WindowHost>();

    Desk() {
        small.district.reset();
        window().resize(1366, 768);
        window().show();
        REQUIRE(QTest::qWaitForWindowExposed(&window()));
        window().files().open(QString::fromStdString(file.string()));
        REQUIRE(QTest::qWaitFor([this] { return workspace().district() != nullptr; }, 10'000));
        settle();
    }
    MainWindow& window() { return host->window(); }
    Workspace& workspace() { return host->workspace(); }
    Jobs& jobs() { return host->jobs(); }
    void settle() {
        REQUIRE(QTest::qWaitFor([this] { return !jobs().isBusy() && !workspace().isBusy() && window().map().picture().isIdle(); }, 20'000));
        QCoreApplication::processEvents();
    }
    std::filesystem::path pipe(const std::string& name) const {
        const auto path = small.folder / name;
        std::filesystem::remove(path);
        REQUIRE(mkfifo(path.c_str(), 0600) == 0);
        return path;
    }
    /// Work goes on and the window follows the mouse: dragging moves the map.
    void requireAnswering() {
        REQUIRE(jobs().isBusy());
        MapWidget& map = window().map();
        window().action(ActionId::Pan)->trigger();
        const gis::MapPoint before = map.view().centre;
        const QPoint middle = map.rect().center();
        QTest::mousePress(&map, Qt::LeftButton, {}, middle);
        for (int step = 1; step <= 4; ++step) {
            QMouseEvent move(QEvent::MouseMove, QPointF(middle + QPoint(10 * step, 0)), map.mapToGlobal(QPointF(middle + QPoint(10 * step, 0))), Qt::NoButton,
                             Qt::LeftButton, Qt::NoModifier);
            QCoreApplication::sendEvent(&map, &move);
        }
        QTest::mouseRelease(&map, Qt::LeftButton, {}, middle + QPoint(40, 0));
        CHECK(map.view().centre.x != before.x);
        int turns = 0;
        QTimer turning;
        QObject::connect(&turning, &QTimer::timeout, [&turns] { ++turns; });
        turning.start(0);
        REQUIRE(QTest::qWaitFor([&turns] { return turns > 20; }, 10'000));
        REQUIRE(jobs().isBusy());
    }
    /// Presses the cross in the status bar once it is there.
    void pressCross() {
        auto* const bar = window().findChild<JobBar*>();
        REQUIRE(QTest::qWaitFor([bar] { return bar->isVisible(); }, 10'000));
        QTest::mouseClick(bar->findChild<QToolButton*>(QStringLiteral("cancelJob")), Qt::LeftButton);
    }
    QString table(int rows) const {
        const auto path = small.folder / "cases.csv";
        std::ofstream out(path);
        out << "案件编号,上报时间,案件类别,经度,纬度\n";
        for (int i = 0; i < rows; ++i)
            out << "L-" << i << ",2026-11-02 09:15,店外经营,120.645,28.005\n";
        return QString::fromStdString(path.string());
    }
    void importCases(int rows) {
        const std::size_t before = workspace().facts()->size();
        CaseImportSession session(workspace(), jobs(), table(rows));
        settle();
        session.run();
        settle();
        REQUIRE(session.report());
        REQUIRE(workspace().facts()->size() == before + static_cast<std::size_t>(rows));
    }
    EditorWindow& editor(EditorKind kind) {
        openEditor(kind, workspace(), jobs(), &window());
        EditorWindow* const opened = window().findChildren<EditorWindow*>(QString(), Qt::FindDirectChildrenOnly).back();
        REQUIRE(QTest::qWaitForWindowExposed(opened));
        return *opened;
    }
    void requireSoundFile() {
        host.reset();
        auto district = core::District::open(file, core::OpenMode::ReadWrite);
        REQUIRE(district);
        test::requireSound(**district);
        CHECK((*district)->store().verifyJournal().value().empty());
    }
    std::size_t casesInFile() const {
        auto district = core::District::open(file, core::OpenMode::ReadOnly);
        REQUIRE(district);
        return (*district)->facts().value()->size();
    }
};

/// A point with a name; its attributes are read from the file when they are looked at.
void writeLayer(const std::filesystem::path& path) {
    std::ofstream(path) << R"({"type":"FeatureCollection","features":[{"type":"Feature","properties":{"name":"Old camphor"},)"
                           R"("geometry":{"type":"Point","coordinates":[120.645,28.005]}}]})";
}

core::Moment dayAfterTomorrow() { return core::Moment(std::chrono::time_point_cast<core::seconds>(std::chrono::system_clock::now()).time_since_epoch()) + std::chrono::hours(48); }
core::Moment lastYear() { return core::Moment(std::chrono::time_point_cast<core::seconds>(std::chrono::system_clock::now()).time_since_epoch()) - std::chrono::hours(24 * 365); }

} // namespace

TEST_CASE("a file that does not answer is looked into beside the window", "[app][long]") {
    Desk desk;
    const int layers = desk.window().layers().rowCount();
    desk.prompts.file = QString::fromStdString(desk.pipe("stuck.geojson").string());
    SECTION("as a layer") {
        desk.window().action(ActionId::AddLayers)->trigger();
        desk.requireAnswering();
        CHECK_FALSE(desk.workspace().isBusy()); // nor is anybody kept from working
    }
    SECTION("for an import of cases") {
        desk.window().action(ActionId::ImportCases)->trigger();
        desk.requireAnswering();
    }
    SECTION("for an import of areas") {
        desk.window().action(ActionId::ImportAreas)->trigger();
        if (auto* const window = desk.window().findChild<AreaImportWindow*>())
            window->openFile(desk.prompts.file);
        desk.requireAnswering();
    }
    desk.pressCross();
    desk.settle();
    CHECK(desk.window().layers().rowCount() == layers);
    CHECK(desk.workspace().canWrite());
}

TEST_CASE("what a layer knows of a place is read beside the window", "[app][long]") {
    Desk desk;
    const auto file = desk.small.folder / "trees.geojson";
    writeLayer(file);
    desk.prompts.file = QString::fromStdString(file.string());
    desk.window().action(ActionId::AddLayers)->trigger();
    desk.settle();
    REQUIRE(QTest::qWaitFor([&desk] { return !desk.window().layers().visibleLayers().empty(); }, 10'000));
    desk.pipe("trees.geojson");
    MapWidget& map = desk.window().map();
    map.centreOn({120.645, 28.005});
    desk.settle();
    desk.window().action(ActionId::Identify)->trigger();
    QTest::mouseClick(&map, Qt::LeftButton, {}, map.screenAt({120.645, 28.005}).value().toPoint());
    auto* const panel = map.findChild<IdentifyPanel*>();
    REQUIRE(panel->isVisible());
    auto* const list = panel->findChild<QListWidget*>(QStringLiteral("identified"));
    const auto trees = list->findItems(QStringLiteral("trees"), Qt::MatchContains);
    REQUIRE(trees.size() == 1);
    QTest::mouseClick(list->viewport(), Qt::LeftButton, {}, list->visualItemRect(trees.first()).center());
    desk.requireAnswering();
    panel->hide();
    desk.pressCross();
    desk.settle();
    auto* const attributes = panel->findChild<QTableWidget*>(QStringLiteral("attributes"));
    CHECK(attributes->rowCount() == 0);
}

TEST_CASE("undoing an import goes on beside the window and can be stopped", "[app][long]") {
    Desk desk;
    desk.importCases(500);
    Holder holder(desk.file);
    desk.window().action(ActionId::Undo)->trigger();
    REQUIRE(desk.workspace().isBusy());
    desk.requireAnswering();
    QSignalSpy notices(&desk.workspace(), &Workspace::noticePosted);
    CHECK_FALSE(desk.workspace().undo()); // refused, and said what is in the way
    REQUIRE(notices.size() == 1);
    CHECK(notices[0][0].value<Notice>().text.contains(QStringLiteral("cases.csv")));
    SECTION("stopped, nothing is changed") {
        desk.pressCross();
        desk.settle();
        CHECK(desk.workspace().facts()->size() == 500);
        CHECK(desk.casesInFile() == 500);
    }
    SECTION("let go, it is done") {
        holder.letGo();
        desk.settle();
        CHECK(desk.workspace().facts()->size() == 0);
        CHECK(desk.workspace().filtered().empty());
        CHECK_FALSE(desk.window().action(ActionId::Undo)->text().contains(QStringLiteral("cases.csv")));
    }
    desk.requireSoundFile();
}

TEST_CASE("an area is saved beside the window", "[app][long]") {
    Desk desk;
    auto& editor = dynamic_cast<RecordEditor&>(desk.editor(EditorKind::Areas));
    REQUIRE(editor.select(QString::number(desk.small.grids[0].value())));
    auto* const name = editor.findChild<QLineEdit*>(QStringLiteral("name"));
    name->setFocus();
    name->selectAll();
    QTest::keyClicks(name, QStringLiteral("Market"));
    Holder holder(desk.file);
    QTest::mouseClick(editor.findChild<QPushButton*>(QStringLiteral("save")), Qt::LeftButton);
    desk.requireAnswering();
    CHECK_FALSE(name->isEnabled()); // what is being saved stays as it is
    CHECK(desk.workspace().district()->areas().find(desk.small.grids[0])->name == "网格01");
    SECTION("let go, it is done") {
        holder.letGo();
        desk.settle();
        CHECK(desk.workspace().district()->areas().find(desk.small.grids[0])->name == "Market");
        CHECK_FALSE(editor.isChanged());
    }
    SECTION("stopped, what was typed is still there") {
        desk.pressCross();
        desk.settle();
        CHECK(desk.workspace().district()->areas().find(desk.small.grids[0])->name == "网格01");
        CHECK(editor.isChanged());
        CHECK(name->text() == QStringLiteral("Market"));
    }
    SECTION("its window may be closed meanwhile") {
        editor.close();
        holder.letGo();
        desk.settle();
        CHECK(desk.workspace().district()->areas().find(desk.small.grids[0])->name == "Market");
    }
}

TEST_CASE("two long jobs go on side by side and are stopped one by one", "[app][long]") {
    Desk desk;
    desk.importCases(100);
    desk.prompts.file = QString::fromStdString(desk.pipe("stuck.geojson").string());
    desk.window().action(ActionId::AddLayers)->trigger();
    Holder holder(desk.file);
    desk.window().action(ActionId::Undo)->trigger();
    desk.requireAnswering();
    REQUIRE(desk.jobs().titles().size() == 2);
    auto* const title = desk.window().findChild<QLabel*>(QStringLiteral("jobTitle"));
    REQUIRE(QTest::qWaitFor([title] { return title->isVisible(); }, 10'000));
    CHECK(title->text().contains(QStringLiteral("cases.csv"))); // the latest
    CHECK(title->toolTip().contains(QStringLiteral("stuck.geojson")));
    desk.pressCross();
    REQUIRE(QTest::qWaitFor([&desk] { return desk.jobs().titles().size() == 1; }, 10'000));
    CHECK_FALSE(desk.workspace().isBusy());
    CHECK(title->text().contains(QStringLiteral("stuck.geojson")));
    desk.pressCross();
    desk.settle();
    CHECK(desk.workspace().facts()->size() == 100);
}

TEST_CASE("quitting during an import leaves the file as it was", "[app][long]") {
    Desk desk;
    Holder holder(desk.file); // so that it cannot have ended before
    auto* const session = new CaseImportSession(desk.workspace(), desk.jobs(), desk.table(2'000), &desk.window()); // goes with the window
    REQUIRE(QTest::qWaitFor([&desk] { return !desk.jobs().isBusy(); }, 10'000));
    session->run();
    REQUIRE(session->work() == CaseImportSession::Work::Importing);
    desk.requireAnswering();
    SECTION("refused, it goes on") {
        desk.prompts.agrees = false;
        CHECK_FALSE(desk.window().close());
        CHECK(desk.prompts.asked == 1);
        CHECK(desk.jobs().isBusy());
        holder.letGo();
        desk.settle();
        CHECK(desk.workspace().facts()->size() == 2'000);
    }
    SECTION("agreed, it is stopped") {
        CHECK(desk.window().close());
        CHECK(desk.prompts.asked == 1);
        CHECK(desk.jobs().stopsWithin(std::chrono::seconds(30)));
        desk.host.reset();
        holder.letGo();
        CHECK(desk.casesInFile() == 0);
        CHECK_FALSE(std::filesystem::exists(desk.file.string() + "-journal"));
    }
    SECTION("even where nobody waits for it") {
        desk.host.reset();
        holder.letGo();
        CHECK(desk.casesInFile() == 0);
    }
    desk.requireSoundFile();
}

TEST_CASE("a clock that jumps while work goes on breaks nothing", "[app][long]") {
    const auto [during, afterwards] = GENERATE(std::pair(&dayAfterTomorrow, &lastYear), std::pair(&lastYear, &dayAfterTomorrow));
    Desk desk;
    desk.importCases(50);
    Holder holder(desk.file);
    desk.window().action(ActionId::Undo)->trigger();
    desk.requireAnswering();
    core::setClock(during); // the lid was closed, or the clock set
    desk.requireAnswering();
    holder.letGo();
    desk.settle();
    CHECK(desk.workspace().facts()->size() == 0);
    core::setClock(afterwards);
    core::CaseDraft draft;
    draft.place = core::GeoPoint{120.645, 28.005};
    draft.category = desk.workspace().district()->categories().find("09006")->id;
    CHECK(desk.workspace().report(draft));
    desk.importCases(50);
    core::setClock(nullptr);
    desk.settle();
    desk.requireSoundFile();
}
