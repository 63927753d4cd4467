// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/map/bookmarks.h"
#include "app/map/identify_panel.h"
#include "app/map/map_commands.h"
#include "app/map/print_map.h"
#include "app/map/style_dialog.h"
#include "tests/app/map/map_desk.h"

#include <QClipboard>
#include <QComboBox>
#include <QFile>
#include <QGuiApplication>
#include <QListWidget>
#include <QMenu>
#include <QSlider>
#include <QTableWidget>

using namespace gridwarden;
using namespace gridwarden::test;

namespace {

constexpr core::GeoPoint Inside{120.645, 28.005};

gis::LayerSource writeTrees(const SmallDistrict& small) {
    const std::filesystem::path path = small.folder / "trees.geojson";
    QFile file(QString::fromStdString(path.string()));
    REQUIRE(file.open(QIODevice::WriteOnly));
    file.write(R"({"type":"FeatureCollection","features":[
        {"type":"Feature","properties":{"label":"Old camphor","sort":"camphor"},"geometry":{"type":"Point","coordinates":[120.645,28.005]}},
        {"type":"Feature","properties":{"label":"Young plane","sort":"plane"},"geometry":{"type":"Point","coordinates":[120.655,28.005]}}]})");
    return {.path = path, .layer = {}, .encoding = {}, .crs = {}, .fields = {}};
}

} // namespace

TEST_CASE("the right button copies the coordinate in Chinese datums", "[app][map]") {
    const MapDesk desk;
    new app::MapCommands(*desk.map, *desk.layers);
    QTest::mouseClick(desk.map.get(), Qt::RightButton, Qt::NoModifier, desk.screen(Inside));
    auto* const menu = desk.map->findChild<QMenu*>(QStringLiteral("mapMenu"));
    REQUIRE(menu != nullptr);
    QAction* gcj02 = nullptr;
    for (QAction* const action : menu->actions())
        if (action->text().startsWith(QStringLiteral("GCJ-02")))
            gcj02 = action;
    REQUIRE(gcj02 != nullptr);
    gcj02->trigger();
    menu->close();
    const QStringList numbers = QGuiApplication::clipboard()->text().split(QStringLiteral(", "));
    REQUIRE(numbers.size() == 2);
    // The offset there is some 450 metres to the east and 300 to the south.
    CHECK(numbers[0].toDouble() - Inside.longitude == Approx(0.0046).margin(0.001));
    CHECK(numbers[1].toDouble() - Inside.latitude == Approx(-0.0029).margin(0.001));
}

TEST_CASE("bookmarks are kept with the district and can be removed", "[app][map]") {
    MapDesk desk;
    const core::GeoBox box = desk.map->visibleDegrees();
    CHECK(app::addBookmark(desk.workspace, {QStringLiteral("Market"), box}));
    CHECK(app::addBookmark(desk.workspace, {QStringLiteral("Harbour"), box}));
    CHECK(app::addBookmark(desk.workspace, {QStringLiteral("Market"), {120.64, 28.0, 120.65, 28.01}})); // a new place
    auto all = app::bookmarks(*desk.workspace.district());
    REQUIRE(all.size() == 2);
    CHECK(all[0].box == core::GeoBox{120.64, 28.0, 120.65, 28.01});
    CHECK(app::removeBookmark(desk.workspace, QStringLiteral("Market")));
    CHECK(app::bookmarks(*desk.workspace.district()).size() == 1);
    CHECK(desk.workspace.undo());
    desk.settle();
    CHECK(app::bookmarks(*desk.workspace.district()).size() == 2);
}

TEST_CASE("identify lists everything at the place with its attributes", "[app][map]") {
    MapDesk desk;
    desk.layers->add({writeTrees(desk.small)});
    const core::CaseId id = desk.report(Inside);
    auto* const panel = new app::IdentifyPanel(*desk.map, *desk.layers, desk.jobs);
    panel->identify(desk.map->picture().toMap(Inside).value());
    CHECK(panel->isVisible());
    CHECK(panel->count() == 4); // the case, the grid, the zone and the tree
    CHECK(desk.workspace.currentCase() == id);
    auto* const list = panel->findChild<QListWidget*>(QStringLiteral("identified"));
    list->setCurrentRow(3);
    desk.settle();
    auto* const attributes = panel->findChild<QTableWidget*>(QStringLiteral("attributes"));
    QStringList values;
    for (int row = 0; row < attributes->rowCount(); ++row)
        values << attributes->item(row, 1)->text();
    CHECK(values.contains(QStringLiteral("Old camphor")));
    panel->identify(desk.map->picture().toMap(core::GeoPoint{120.70, 28.10}).value());
    CHECK(panel->count() == 0);
}

TEST_CASE("a style shows at once and is taken back by Cancel and kept by OK", "[app][map]") {
    MapDesk desk;
    desk.layers->add({writeTrees(desk.small)});
    desk.settle();
    REQUIRE(desk.layers->entry(3).state == app::LayerState::Ready);
    {
        app::StyleDialog dialog(*desk.layers, 3);
        dialog.findChild<QSlider*>(QStringLiteral("opacity"))->setValue(40);
        CHECK(desk.layers->styleOf(3).opacity == Approx(0.4));
        dialog.reject();
    }
    CHECK(desk.layers->styleOf(3).opacity == Approx(1));
    CHECK_FALSE(desk.layers->entry(3).style.has_value());
    app::StyleDialog dialog(*desk.layers, 3);
    auto* const field = dialog.findChild<QComboBox*>(QStringLiteral("classField"));
    field->setCurrentIndex(field->findData(QStringLiteral("sort")));
    emit field->activated(field->currentIndex());
    auto* const table = dialog.findChild<QTableWidget*>(QStringLiteral("classTable"));
    REQUIRE(QTest::qWaitFor([&] { return table->rowCount() == 3; }, 5000));
    dialog.accept();
    REQUIRE(desk.layers->entry(3).style.has_value());
    CHECK(desk.layers->entry(3).style->classes.size() == 2);
    CHECK(desk.workspace.district()->setting("layers").find("camphor") != std::string::npos);
}

TEST_CASE("the printed map fills its sheet under its title", "[app][map]") {
    MapDesk desk;
    desk.report(Inside);
    QImage page(1123, 794, QImage::Format_RGB32); // A4 across at 96 dpi
    page.fill(Qt::white);
    QPainter painter(&page);
    app::paintMapSheet(painter, page.size(), 96, {QStringLiteral("Harbour"), QStringLiteral("2026-11-21"), 0, true},
                       desk.map->picture().content(), desk.map->view());
    painter.end();
    const auto isInked = [&](QRect part) {
        for (int y = part.top(); y <= part.bottom(); ++y)
            for (int x = part.left(); x <= part.right(); ++x)
                if (page.pixelColor(x, y) == Qt::black)
                    return true;
        return false;
    };
    CHECK(isInked({0, 0, 200, 33}));      // title
    CHECK(isInked({0, 772, 200, 21}));    // scale
    CHECK(isInked({923, 772, 200, 21}));  // note
    CHECK(page.pixelColor(560, 60) == desk.layers->theme().background()); // map beside the areas
}
