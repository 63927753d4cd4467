// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/activities/activity_panel.h"
#include "app/shell/window_host.h"
#include "app/text/language.h"
#include "app/workspace/prompts.h"
#include "tests/support/small_district.h"

#include <QAbstractButton>
#include <QApplication>
#include <QDockWidget>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QMenu>
#include <QMenuBar>
#include <QScreen>
#include <QSignalSpy>
#include <QStyle>
#include <QTableView>
#include <QTest>
#include <QTimer>

using namespace gridwarden;
using namespace gridwarden::test;
using app::ActionId;

namespace {

/// Answers instead of dialogs.
class ScriptedPrompts : public app::Prompts {
  public:
    ScriptedPrompts() { app::setPrompts(this); }
    ~ScriptedPrompts() override { app::setPrompts(nullptr); }
    QString fileToOpen(QWidget*, const QString&, const QString&) override { return path; }
    QStringList filesToOpen(QWidget*, const QString&, const QString&) override { return {path}; }
    QString fileToSave(QWidget*, const QString&, const QString&, const QString&) override { return path; }
    QString folder(QWidget*, const QString&) override { return path; }
    bool confirm(QWidget*, const QString&, const QString&) override {
        ++asked;
        return agrees;
    }
    QString text(QWidget*, const QString&, const QString&, const QString&) override { return typed; }
    QString path;
    QString typed;
    bool agrees = false;
    int asked = 0;
};

struct Desk {
    ScriptedPrompts prompts;
    SmallDistrict small;
    QString path = QString::fromStdString((small.folder / "small.gpkg").string());
    app::WindowHost host;
    app::MainWindow& window() { return host.window(); }

    void show(QSize size = {1366, 768}) {
        window().resize(size);
        window().show();
        REQUIRE(QTest::qWaitForWindowExposed(&window()));
    }
    void openSmall() {
        small.district.reset();
        window().files().open(path);
        REQUIRE(QTest::qWaitFor([this] { return host.workspace().district() != nullptr; }, 10'000));
    }
};

/// Buttons and labels whose words do not fit into them.
QStringList clippedTexts(const QWidget& window) {
    QStringList clipped;
    const auto buttons = window.findChildren<QAbstractButton*>();
    for (const QAbstractButton* const button : buttons)
        if (button->isVisible() && !button->text().isEmpty() && button->width() < button->minimumSizeHint().width())
            clipped << button->objectName() + QStringLiteral(": ") + button->text();
    const auto labels = window.findChildren<QLabel*>();
    for (const QLabel* const label : labels)
        if (label->isVisible() && !label->text().isEmpty() && !label->wordWrap() && label->pixmap().isNull() &&
            label->sizePolicy().horizontalPolicy() != QSizePolicy::Ignored && label->width() < label->minimumSizeHint().width())
            clipped << label->objectName() + QStringLiteral(": ") + label->text();
    return clipped;
}

} // namespace

TEST_CASE("without a district there is the start page and no tools", "[app][shell]") {
    Desk desk;
    desk.show();
    CHECK(desk.window().findChild<QWidget*>(QStringLiteral("startPage"))->isVisible());
    CHECK_FALSE(desk.window().findChild<QWidget*>(QStringLiteral("toolBar"))->isVisible());
    CHECK_FALSE(desk.window().action(ActionId::AddIncident)->isEnabled());
    const auto docks = desk.window().findChildren<QDockWidget*>();
    for (const QDockWidget* const dock : docks)
        CHECK_FALSE(dock->isVisible());
}

TEST_CASE("an opened district shows map, panels and its name", "[app][shell]") {
    Desk desk;
    desk.show();
    desk.openSmall();
    CHECK(desk.window().map().isVisible());
    CHECK(desk.window().windowTitle().startsWith(QStringLiteral("测试区")));
    for (const char* const name : {"areasDock", "layersDock", "caseDock", "tableDock"}) {
        CAPTURE(name);
        CHECK(desk.window().findChild<QDockWidget*>(QLatin1String(name))->isVisible());
    }
    CHECK(desk.window().action(ActionId::AddIncident)->isEnabled());
    desk.window().action(ActionId::CloseDistrict)->trigger();
    CHECK(desk.window().findChild<QWidget*>(QStringLiteral("startPage"))->isVisible());
}

TEST_CASE("a dropped district is opened only after asking", "[app][shell]") {
    Desk desk;
    desk.show();
    desk.openSmall();
    SmallDistrict other;
    const QString second = QString::fromStdString((other.folder / "small.gpkg").string());
    other.district.reset();
    desk.window().dropped().take({second}, std::nullopt, {});
    CHECK(desk.prompts.asked == 0); // the file is looked into beside the window
    REQUIRE(QTest::qWaitFor([&] { return desk.prompts.asked == 1; }, 5000));
    CHECK(QString::fromStdString(desk.host.workspace().district()->path().string()) == desk.path);
    desk.prompts.agrees = true;
    desk.window().dropped().take({second}, std::nullopt, {});
    REQUIRE(QTest::qWaitFor([&] { return QString::fromStdString(desk.host.workspace().district()->path().string()) == second; }, 10'000));
}

TEST_CASE("of several dropped files none is passed over in silence", "[app][shell]") {
    Desk desk;
    desk.show();
    desk.prompts.agrees = true;
    SmallDistrict other;
    const QString second = QString::fromStdString((other.folder / "small.gpkg").string());
    other.district.reset();
    desk.small.district.reset();
    QSignalSpy notices(&desk.host.workspace(), &app::Workspace::noticePosted);
    desk.window().dropped().take({desk.path, second}, std::nullopt, {});
    REQUIRE(QTest::qWaitFor([&] { return notices.size() == 1; }, 5000));
    CHECK(desk.host.workspace().district() == nullptr);
    notices.clear();
    desk.window().dropped().take({QStringLiteral("/tmp/trees.shp"), desk.path}, std::nullopt, {});
    REQUIRE(QTest::qWaitFor([&] { return notices.size() >= 1; }, 5000));
    CHECK(notices[0][0].value<app::Notice>().text.contains(QStringLiteral("trees.shp")));
    REQUIRE(QTest::qWaitFor([&] { return desk.host.workspace().district() != nullptr; }, 10'000));
}

TEST_CASE("the first window leaves room for its frame on the screen", "[app][shell]") {
    const ScratchFolder home; // nothing is remembered
    qputenv("HOME", home.path().c_str());
    app::WindowHost host;
    const app::MainWindow& window = host.window();
    const QSize room = window.screen()->availableSize();
    const int title = window.style()->pixelMetric(QStyle::PM_TitleBarHeight, nullptr, &window);
    REQUIRE(title > 0);
    CHECK(window.height() <= room.height() - title);
    CHECK(window.width() < room.width());
}

TEST_CASE("what a click will do is said over the map until Esc ends it", "[app][shell]") {
    Desk desk;
    desk.show();
    desk.openSmall();
    auto& hint = *desk.window().findChild<QLabel*>(QStringLiteral("mapHint"));
    app::MapWidget& map = desk.window().map();
    CHECK_FALSE(hint.isVisible());
    desk.window().action(ActionId::AddIncident)->trigger();
    CHECK(hint.isVisible());
    CHECK(hint.text() == QStringLiteral("A click enters a new incident there. Esc ends it."));
    CHECK(map.rect().contains(hint.geometry()));
    QTest::keyClick(&map, Qt::Key_Escape);
    CHECK(map.tool() == app::ToolKind::Pan);
    CHECK_FALSE(hint.isVisible());

    auto& activities = *desk.window().findChild<app::ActivityPanel*>();
    emit activities.placeWanted();
    CHECK(hint.text() == QStringLiteral("Click the map where the work was done. Esc ends it."));
    desk.window().action(ActionId::AddIncident)->trigger(); // something else
    CHECK(hint.text() == QStringLiteral("A click enters a new incident there. Esc ends it."));
    emit activities.placeWanted();
    QTest::mouseClick(&map, Qt::LeftButton, {}, map.rect().center());
    CHECK_FALSE(hint.isVisible());
    CHECK(map.tool() == app::ToolKind::Pan);
}

TEST_CASE("undo is named after what it takes back", "[app][shell]") {
    Desk desk;
    desk.show();
    desk.openSmall();
    core::CaseDraft draft;
    draft.place = core::GeoPoint{120.645, 28.005};
    draft.category = desk.host.workspace().district()->categories().find("09006")->id;
    REQUIRE(desk.host.workspace().report(draft));
    const QAction* const undo = desk.window().action(ActionId::Undo);
    CHECK(undo->isEnabled());
    CHECK(undo->text().size() > QStringLiteral("&Undo: ").size());
    desk.window().action(ActionId::Undo)->trigger();
    REQUIRE(QTest::qWaitFor([&desk] { return !desk.host.workspace().isBusy(); }, 10'000));
    CHECK(desk.host.workspace().facts()->rowOf(core::CaseId(1)) == std::nullopt);
    CHECK(desk.window().action(ActionId::Redo)->isEnabled());
}

TEST_CASE("the search box finds areas and commands and coordinates", "[app][shell]") {
    Desk desk;
    desk.show();
    desk.openSmall();
    auto* const search = desk.window().findChild<QLineEdit*>(QStringLiteral("search"));
    auto* const hits = desk.window().findChild<QListWidget*>(QStringLiteral("searchHits"));
    REQUIRE(search != nullptr);
    REQUIRE(hits != nullptr);
    desk.window().action(ActionId::Search)->trigger();
    QTest::keyClicks(search, QStringLiteral("04"));
    REQUIRE(hits->isVisible());
    REQUIRE(hits->count() >= 1);
    QTest::keyClick(search, Qt::Key_Return);
    CHECK(desk.host.workspace().selectedArea() == desk.small.grids[3]);
    QTest::keyClicks(search, QStringLiteral("120.641, 28.001"));
    QTest::keyClick(search, Qt::Key_Return);
    const auto centre = desk.window().map().geoAt(QPointF(desk.window().map().rect().center()));
    REQUIRE(centre);
    CHECK(core::distanceMetres(*centre, {120.641, 28.001}) < 20);
    QTest::keyClicks(search, QStringLiteral("measure len"));
    QTest::keyClick(search, Qt::Key_Return);
    CHECK(desk.window().map().tool() == app::ToolKind::MeasureLength);
}

TEST_CASE("the search box finds what layers name, also when Return comes before the hits", "[app][shell]") {
    Desk desk;
    desk.show();
    desk.openSmall();
    const std::filesystem::path path = desk.small.folder / "places.geojson";
    QFile file(QString::fromStdString(path.string()));
    REQUIRE(file.open(QIODevice::WriteOnly));
    file.write(R"({"type":"FeatureCollection","features":[
        {"type":"Feature","properties":{"name":"Reset Street"},"geometry":{"type":"LineString","coordinates":[[120.642,28.002],[120.643,28.002]]}},
        {"type":"Feature","properties":{"name":"Reset Street"},"geometry":{"type":"LineString","coordinates":[[120.645,28.002],[120.646,28.002]]}},
        {"type":"Feature","properties":{"name":"Old Well"},"geometry":{"type":"Point","coordinates":[120.657,28.013]}}]})");
    file.close();
    app::LayerList& layers = desk.window().layers();
    layers.add({{.path = path, .layer = {}, .encoding = {}, .crs = {}, .fields = {}}});
    REQUIRE(QTest::qWaitFor([&] { return !layers.isLoading(); }, 10'000));
    auto* const search = desk.window().findChild<QLineEdit*>(QStringLiteral("search"));
    auto* const hits = desk.window().findChild<QListWidget*>(QStringLiteral("searchHits"));
    const auto isCentredOn = [&](core::GeoPoint place) {
        const auto centre = desk.window().map().geoAt(QPointF(desk.window().map().rect().center()));
        return centre && core::distanceMetres(*centre, place) < 20;
    };
    desk.window().action(ActionId::Search)->trigger();
    QTest::keyClicks(search, QStringLiteral("reset")); // a command is called so as well
    REQUIRE(QTest::qWaitFor([&] { return hits->count() >= 2; }, 5000));
    CHECK(hits->item(0)->text().startsWith(QStringLiteral("Reset Street"))); // before commands, and once
    CHECK(hits->currentRow() == 0);
    QTest::keyClick(search, Qt::Key_Return);
    CHECK(isCentredOn({120.644, 28.002}));
    desk.window().action(ActionId::Search)->trigger();
    QTest::keyClicks(search, QStringLiteral("Old Well"));
    QTest::keyClick(search, Qt::Key_Return);
    CHECK(QTest::qWaitFor([&] { return isCentredOn({120.657, 28.013}); }, 5000));
    CHECK(search->text().isEmpty());
}

TEST_CASE("a bookmark keeps the place and comes back in the menu", "[app][shell]") {
    Desk desk;
    desk.show();
    desk.openSmall();
    desk.prompts.typed = QStringLiteral("Market");
    desk.window().map().centreOn({120.641, 28.001});
    desk.window().action(ActionId::AddBookmark)->trigger();
    CHECK(desk.host.workspace().district()->setting("bookmarks").find("Market") != std::string::npos);
    CHECK(desk.window().action(ActionId::Undo)->text().contains(QStringLiteral("Market")));
}

TEST_CASE("the work places change what surrounds the map and come back as they were left", "[app][shell]") {
    Desk desk;
    desk.show();
    desk.openSmall();
    auto* const rail = desk.window().findChild<app::PlaceRail*>();
    auto* const layers = desk.window().findChild<QDockWidget*>(QStringLiteral("layersDock"));
    rail->setPlace(app::WorkPlace::Map);
    desk.window().action(ActionId::ResetLayout)->trigger();
    layers->hide();
    rail->setPlace(app::WorkPlace::Cases);
    layers->show();
    rail->setPlace(app::WorkPlace::Map);
    CHECK_FALSE(layers->isVisible());
    desk.window().action(ActionId::ResetLayout)->trigger();
    CHECK(layers->isVisible());
}

TEST_CASE("the table's menu opens the form that links a case, also where its panel was closed", "[app][shell]") {
    Desk desk;
    desk.show();
    desk.openSmall();
    core::CaseDraft draft;
    draft.place = core::GeoPoint{120.645, 28.005};
    draft.category = desk.host.workspace().district()->categories().find("09006")->id;
    const auto id = desk.host.workspace().report(draft);
    REQUIRE(id);
    desk.host.workspace().selectCases({*id});
    auto* const dock = desk.window().findChild<QDockWidget*>(QStringLiteral("caseDock"));
    REQUIRE(dock != nullptr);
    dock->close();
    auto* const table = desk.window().findChild<QTableView*>(QStringLiteral("caseTable"));
    REQUIRE(table != nullptr);
    QTimer::singleShot(50, table, [] {
        auto* const menu = qobject_cast<QMenu*>(QApplication::activePopupWidget());
        REQUIRE(menu != nullptr);
        auto* const link = menu->findChild<QAction*>(QStringLiteral("linkSelected"));
        REQUIRE(link != nullptr);
        QTest::mouseClick(menu, Qt::LeftButton, {}, menu->actionGeometry(link).center());
        menu->close();
    });
    emit table->customContextMenuRequested(QPoint(20, 5));
    CHECK(dock->isVisible());
    const auto* const form = dock->findChild<QWidget*>(QStringLiteral("stepForm"));
    REQUIRE(form != nullptr);
    CHECK(form->isVisible());
    CHECK(form->findChild<QLineEdit*>(QStringLiteral("number")) != nullptr);
}

TEST_CASE("another language rebuilds the window with the district open", "[app][shell]") {
    Desk desk;
    desk.show();
    desk.openSmall();
    desk.window().action(ActionId::Chinese)->trigger();
    REQUIRE(QTest::qWaitFor([&] { return desk.window().action(ActionId::AddIncident)->text().startsWith(QStringLiteral("登记案件")); }, 5000));
    CHECK(desk.host.workspace().district() != nullptr);
    CHECK(desk.window().map().isVisible());
    CHECK(desk.window().menuBar()->actions().first()->text().startsWith(QStringLiteral("文件")));
    desk.window().action(ActionId::English)->trigger();
    REQUIRE(QTest::qWaitFor([&] { return desk.window().action(ActionId::AddIncident)->text() == QStringLiteral("&Enter incident"); }, 5000));
}

TEST_CASE("no words are cut in either language at the smallest size", "[app][shell]") {
    const auto language = GENERATE(core::Language::Chinese, core::Language::English);
    app::setLanguage(language);
    {
        Desk desk;
        desk.show({1366, 768});
        CHECK(clippedTexts(desk.window()).join(QStringLiteral("; ")).toStdString() == "");
        desk.openSmall();
        desk.window().action(ActionId::ResetLayout)->trigger();
        QTest::qWait(100);
        CHECK(clippedTexts(desk.window()).join(QStringLiteral("; ")).toStdString() == "");
        CHECK(desk.window().width() <= 1366);
    }
    app::setLanguage(core::Language::English);
}
