// SPDX-License-Identifier: GPL-3.0-or-later
// Layers that are not as they should be: a badge says so in a word, a click on it says why and offers what helps.
#include "app/map/coordinate_text.h"
#include "app/map/layer_delegate.h"
#include "app/map/layer_panel.h"
#include "app/text/language.h"
#include "gis/draw/decorations.h"
#include "tests/app/map/map_desk.h"
#include "tests/app/map/tile_server.h"

#include <QApplication>
#include <QDialog>
#include <QFile>
#include <QLabel>
#include <QMenu>
#include <QTimer>
#include <QTreeView>

using namespace gridwarden;
using namespace gridwarden::test;

namespace {

constexpr int Row = 3; ///< of the first source layer, below incidents, grids and zones

struct LayerDesk : MapDesk {
    app::LayerPanel panel{*layers, workspace, jobs};

    LayerDesk() {
        panel.resize(320, 400);
        panel.show();
        REQUIRE(QTest::qWaitForWindowExposed(&panel));
    }
    void add(const char* name, const QByteArray& content) {
        const std::filesystem::path path = small.folder / name;
        QFile file(QString::fromStdString(path.string()));
        REQUIRE(file.open(QIODevice::WriteOnly));
        file.write(content);
        file.close();
        addFile(path);
    }
    void addFile(const std::filesystem::path& path) {
        layers->add({{.path = path, .layer = {}, .encoding = {}, .crs = {}, .fields = {}}});
        settle();
    }
    [[nodiscard]] std::string badge() const {
        return layers->data(layers->index(Row), app::LayerList::BadgeRole).toString().toStdString();
    }
    [[nodiscard]] QString tip() const { return layers->data(layers->index(Row), Qt::ToolTipRole).toString(); }

    /// The notes that a click on the badge opens.
    QMenu* clickBadge() {
        auto* const view = panel.findChild<QTreeView*>(QStringLiteral("layerView"));
        QStyleOptionViewItem option;
        option.initFrom(view);
        option.font = view->font();
        option.rect = view->visualRect(layers->index(Row));
        const QRect box = app::LayerDelegate::badgeBox(option, layers->index(Row));
        REQUIRE(!box.isEmpty());
        QTest::mouseClick(view->viewport(), Qt::LeftButton, Qt::NoModifier, box.center());
        auto* const menu = panel.findChild<QMenu*>(QStringLiteral("layerNotes"));
        REQUIRE(menu != nullptr);
        return menu;
    }
    static QString textIn(const QMenu& menu) { return menu.findChild<QLabel*>()->text(); }
    static QAction* actionIn(const QMenu& menu, const char* text) {
        for (QAction* const action : menu.actions())
            if (action->text() == QString::fromUtf8(text))
                return action;
        return nullptr;
    }
};

QByteArray collection(const QByteArrayList& geometries) {
    QByteArrayList features;
    for (const QByteArray& geometry : geometries)
        features << R"({"type":"Feature","properties":{"name":"a"},"geometry":)" + geometry + "}";
    return R"({"type":"FeatureCollection","features":[)" + features.join(',') + "]}";
}

QByteArray point(double longitude, double latitude) {
    return QByteArray(R"({"type":"Point","coordinates":[)") + QByteArray::number(longitude, 'g', 17) + ',' +
           QByteArray::number(latitude, 'g', 17) + "]}";
}

/// A drawing of one line, which never says where on earth it is.
QByteArray drawing(double x, double y, double length) {
    const auto pair = [](int code, const QByteArray& value) { return QByteArray::number(code) + '\n' + value + '\n'; };
    const auto number = [&](int code, double value) { return pair(code, QByteArray::number(value, 'f', 2)); };
    return pair(0, "SECTION") + pair(2, "ENTITIES") + pair(0, "LINE") + pair(8, "walls") + number(10, x) +
           number(20, y) + number(11, x + length) + number(21, y) + pair(0, "ENDSEC") + pair(0, "EOF");
}

} // namespace

TEST_CASE("features that are left out are counted in a badge and explained behind it", "[app][map]") {
    LayerDesk desk;
    desk.add("mixed.geojson", collection({point(120.645, 28.005), point(120.65, 28.01), "null", point(120, 95),
                                          point(1e300, 28), R"({"type":"LineString","coordinates":[[120.64,28]]})"}));
    CHECK(desk.layers->entry(Row).state == app::LayerState::Ready);
    CHECK(desk.badge() == "4 left out");
    QMenu* const menu = desk.clickBadge();
    const QString text = LayerDesk::textIn(*menu);
    CHECK(text.contains(QStringLiteral("no numbers or lie where the map has no places: 2.")));
    CHECK(text.contains(QStringLiteral("too few different vertices: 1.")));
    CHECK(text.contains(QStringLiteral("without a geometry: 1.")));
    menu->close();
    app::setLanguage(core::Language::Chinese);
    CHECK(desk.badge() == "略去 4 个");
    CHECK(desk.tip().contains(QStringLiteral("坐标不是数值")));
    app::setLanguage(core::Language::English);
}

TEST_CASE("a layer without a system says what is assumed, and its badge leads to the choice of one", "[app][map]") {
    LayerDesk desk;
    desk.add("walls.dxf", drawing(40'563'000, 3'099'000, 800)); // with the number of a zone before the easting
    CHECK(desk.badge() == "place unknown");
    QMenu* const menu = desk.clickBadge();
    CHECK(LayerDesk::textIn(*menu).contains(
        QStringLiteral("as if it were in %1").arg(app::crsText(desk.layers->mapCrs()))));
    QAction* const choose = LayerDesk::actionIn(*menu, "Coordinate system and datum …");
    REQUIRE(choose != nullptr);
    bool isOpened = false;
    QTimer::singleShot(0, [&] {
        auto* const dialog = qobject_cast<QDialog*>(QApplication::activeModalWidget());
        isOpened = dialog != nullptr;
        if (dialog != nullptr)
            dialog->reject();
    });
    choose->trigger();
    CHECK(isOpened);
    menu->close();
    gis::LayerSource source = desk.layers->entry(Row).source;
    source.crs = "EPSG:4528"; // CGCS2000, zone 40
    desk.layers->setSource(Row, source);
    desk.settle();
    CHECK(desk.badge().empty());
    CHECK(desk.layers->extentOf(Row).minLongitude == Approx(120.64).margin(0.01));
}

TEST_CASE("a layer in a system where it cannot be is not readable and leads to the choice of another", "[app][map]") {
    LayerDesk desk;
    desk.add("metres.geojson",
             collection({point(563'000, 3'099'000), point(563'100, 3'099'000)})); // GeoJSON means degrees
    CHECK(desk.badge() == "unreadable");
    QMenu* const menu = desk.clickBadge();
    CHECK(LayerDesk::textIn(*menu).contains(QStringLiteral("nothing (features: 2)")));
    CHECK(LayerDesk::actionIn(*menu, "Coordinate system and datum …") != nullptr);
    CHECK(LayerDesk::actionIn(*menu, "Find the file …") != nullptr);
    menu->close();
    gis::LayerSource source = desk.layers->entry(Row).source;
    source.crs = "EPSG:4549";
    desk.layers->setSource(Row, source);
    desk.settle();
    CHECK(desk.badge().empty());
}

TEST_CASE("zooming to a layer leaves aside what is on the other side of the earth, and says so", "[app][map]") {
    LayerDesk desk;
    QByteArrayList places;
    for (int i = 0; i < 30; ++i)
        places << point(120.641 + 0.0005 * i, 28.005);
    desk.add("shops.geojson", collection(places + QByteArrayList{point(20, -28)}));
    CHECK(desk.badge() == "1 far away");
    CHECK(desk.layers->extentOf(Row).maxLongitude == Approx(120.641 + 0.0005 * 29));
    CHECK(desk.layers->extentOf(Row).minLongitude == Approx(120.641));
    CHECK(desk.layers->extentOf(Row, true).minLongitude < 21);
    QMenu* const menu = desk.clickBadge();
    QAction* const all = LayerDesk::actionIn(*menu, "Zoom to all of it");
    REQUIRE(all != nullptr);
    all->trigger();
    menu->close();
    const gis::MapPoint far = desk.map->picture().toMap(core::GeoPoint{20, -28}).value();
    CHECK(desk.map->view().visibleBox().contains(far.x, far.y));
}

TEST_CASE("an image that cannot be read while it is drawn says so until it can", "[app][map]") {
    LayerDesk desk;
    const std::filesystem::path image = desk.small.folder / "scan.tif";
    std::filesystem::copy_file(std::string(GRIDWARDEN_TEST_DATA) + "/draw/rotated_cut.tif", image);
    desk.addFile(image);
    REQUIRE(desk.layers->entry(Row).state == app::LayerState::Ready); // its head is whole
    desk.map->zoomTo(desk.layers->extentOf(Row));
    desk.settle();
    CHECK(QTest::qWaitFor([&] { return desk.badge() == "unreadable"; }, 5000));
    CHECK(desk.tip().contains(QStringLiteral("cannot be read")));
    std::filesystem::copy_file(std::string(GRIDWARDEN_TEST_DATA) + "/draw/rotated.tif", image,
                               std::filesystem::copy_options::overwrite_existing);
    QMenu* const menu = desk.clickBadge();
    QAction* const again = LayerDesk::actionIn(*menu, "Read again");
    REQUIRE(again != nullptr);
    again->trigger();
    menu->close();
    desk.settle();
    CHECK(QTest::qWaitFor([&] { return desk.badge() != "unreadable"; }, 5000));
}

TEST_CASE("the map says whom the pictures of a visible service belong to", "[app][map]") {
    LayerDesk desk;
    TileServer server;
    const std::string address = (server.address() + QStringLiteral("/{z}/{x}/{y}.png")).toStdString();
    desk.layers->addService(QStringLiteral("Base"),
                            {address, {}, "EPSG:3857", "© The  bureau", gis::mercatorLevels(3, 17)});
    desk.layers->addService(QStringLiteral("Above"),
                            {address + "?2", {}, "EPSG:3857", "Somebody", gis::mercatorLevels(3, 17)});
    desk.layers->addService(QStringLiteral("Same"),
                            {address + "?3", {}, "EPSG:3857", "Somebody", gis::mercatorLevels(3, 17)});
    desk.settle();
    const auto owners = [&] { return gis::attributionsOf(*desk.map->picture().content().ground, desk.map->view()); };
    CHECK(owners() == QStringList{QStringLiteral("Somebody"), QStringLiteral("© The bureau")});
    const auto corner = [&] {
        return desk.map->grab().toImage().pixelColor(desk.map->width() - 2, desk.map->height() - 2);
    };
    REQUIRE(QTest::qWaitFor(
        [&] {
            return desk.map->grab().toImage().pixelColor(desk.map->width() - 2, desk.map->height() - 60) ==
                   QColor(Qt::green);
        },
        20'000));
    CHECK(corner() != QColor(Qt::green));
    for (int row = Row; row < Row + 3; ++row)
        CHECK(desk.layers->setData(desk.layers->index(row), Qt::Unchecked, Qt::CheckStateRole));
    desk.layers->addService(QStringLiteral("Nobody's"),
                            {address + "?4", {}, "EPSG:3857", {}, gis::mercatorLevels(3, 17)});
    desk.settle();
    CHECK(owners().isEmpty());
    CHECK(QTest::qWaitFor([&] { return corner() == QColor(Qt::green); }, 20'000));
}
