// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/map/layer_list.h"
#include "core/base/resources.h"
#include "gis/crs/transform.h"
#include "tests/app/map/map_desk.h"
#include "tests/app/map/tile_server.h"

#include <QAbstractItemModelTester>
#include <QFile>
#include <nlohmann/json.hpp>

using namespace gridwarden;
using namespace gridwarden::test;
using app::LayerRole;

namespace {

/// A layer of two roads in WGS 84, in a file of its own.
std::filesystem::path writeRoads(const SmallDistrict& small, const char* name = "roads.geojson") {
    const std::filesystem::path path = small.folder / name;
    QFile file(QString::fromStdString(path.string()));
    REQUIRE(file.open(QIODevice::WriteOnly));
    file.write(R"({"type":"FeatureCollection","features":[
        {"type":"Feature","properties":{"name":"East","class":"main"},"geometry":{"type":"LineString","coordinates":[[120.641,28.001],[120.659,28.001]]}},
        {"type":"Feature","properties":{"name":"West","class":"lane"},"geometry":{"type":"LineString","coordinates":[[120.641,28.019],[120.659,28.019]]}}]})");
    return path;
}

struct LayerDesk {
    SmallDistrict small;
    app::Jobs jobs;
    app::Workspace workspace;
    LayerDesk() { REQUIRE(workspace.adopt(std::move(small.district))); }
};

bool wait(const app::LayerList& layers) {
    return QTest::qWaitFor([&] { return !layers.isLoading(); }, 10'000);
}

} // namespace

TEST_CASE("the list begins with incidents and the kinds of areas there are", "[app][map]") {
    LayerDesk desk;
    const app::LayerList layers(desk.workspace, desk.jobs);
    REQUIRE(layers.rowCount() == 3);
    CHECK(layers.entry(0).role == LayerRole::Incidents);
    CHECK(layers.entry(1).areaKind == core::AreaKind::Grid);
    CHECK(layers.entry(2).areaKind == core::AreaKind::Zone);
}

TEST_CASE("the list keeps the rules of models through all that is done to it", "[app][map]") {
    LayerDesk desk;
    app::LayerList layers(desk.workspace, desk.jobs);
    const QAbstractItemModelTester tester(&layers, QAbstractItemModelTester::FailureReportingMode::Fatal);
    layers.add({{.path = writeRoads(desk.small), .layer = {}, .encoding = {}, .crs = {}, .fields = {}}});
    layers.add({{.path = writeRoads(desk.small, "more.geojson"), .layer = {}, .encoding = {}, .crs = {}, .fields = {}}});
    REQUIRE(wait(layers));
    REQUIRE(layers.rowCount() == 5);
    CHECK(layers.entry(3).state == app::LayerState::Ready);
    layers.move(3, 5);
    CHECK(layers.titleOf(3) == QStringLiteral("roads"));
    CHECK(layers.setData(layers.index(3), Qt::Unchecked, Qt::CheckStateRole));
    layers.rename(3, QStringLiteral("Streets"));
    layers.remove(4);
    CHECK(layers.rowCount() == 4);
    CHECK(desk.workspace.undo()); // the removal
    CHECK(layers.rowCount() == 5);
    desk.workspace.closeDistrict();
    CHECK(layers.rowCount() == 0);
}

TEST_CASE("layers of different kinds do not change places", "[app][map]") {
    LayerDesk desk;
    const app::LayerList layers(desk.workspace, desk.jobs);
    CHECK_FALSE(layers.canMove(0, 1));
    CHECK(layers.canMove(1, 2));
    CHECK_FALSE(layers.canMove(2, 3));
}

TEST_CASE("layers come back with the district and their paths are relative", "[app][map]") {
    LayerDesk desk;
    const std::string roads = writeRoads(desk.small).string();
    {
        app::LayerList layers(desk.workspace, desk.jobs);
        layers.add({{.path = roads, .layer = {}, .encoding = {}, .crs = {}, .fields = {}}});
        REQUIRE(wait(layers));
    }
    const auto stored = nlohmann::json::parse(desk.workspace.district()->setting("layers"));
    CHECK(stored.back()["path"] == "roads.geojson");
    const app::LayerList again(desk.workspace, desk.jobs);
    REQUIRE(again.rowCount() == 4);
    CHECK(again.entry(3).source.path == roads);
    CHECK(wait(again));
}

TEST_CASE("hiding a layer changes no byte of the district", "[app][map]") {
    LayerDesk desk;
    app::LayerList layers(desk.workspace, desk.jobs);
    const auto before = desk.workspace.district()->store().journal(1)->front().sequence;
    CHECK(layers.setData(layers.index(2), Qt::Unchecked, Qt::CheckStateRole));
    CHECK(layers.visibleAreas().size() == 1);
    CHECK(desk.workspace.district()->store().journal(1)->front().sequence == before);
    CHECK(layers.setData(layers.index(2), Qt::Checked, Qt::CheckStateRole));
}

TEST_CASE("a layer that cannot be read says so in its row", "[app][map]") {
    LayerDesk desk;
    app::LayerList layers(desk.workspace, desk.jobs);
    layers.add({{.path = desk.small.folder / "missing.shp", .layer = {}, .encoding = {}, .crs = {}, .fields = {}}});
    REQUIRE(wait(layers));
    CHECK(layers.entry(3).state == app::LayerState::Failed);
    CHECK(layers.data(layers.index(3), Qt::ToolTipRole).toString().contains(QStringLiteral("cannot be read")));
}

TEST_CASE("finding one missing file finds its neighbours too", "[app][map]") {
    LayerDesk desk;
    writeRoads(desk.small, "a.geojson");
    writeRoads(desk.small, "b.geojson");
    const std::filesystem::path gone = desk.small.folder / "gone";
    app::LayerList layers(desk.workspace, desk.jobs);
    layers.add({{.path = gone / "a.geojson", .layer = {}, .encoding = {}, .crs = {}, .fields = {}},
                {.path = gone / "b.geojson", .layer = {}, .encoding = {}, .crs = {}, .fields = {}}});
    REQUIRE(wait(layers));
    REQUIRE(layers.entry(3).state == app::LayerState::Failed);
    layers.relink(3, desk.small.folder / "a.geojson");
    REQUIRE(wait(layers));
    CHECK(layers.entry(3).state == app::LayerState::Ready);
    CHECK(layers.entry(4).state == app::LayerState::Ready);
}

TEST_CASE("stored lines that cannot be read are left out", "[app][map]") {
    const auto entries = app::layersFromJson(
        nlohmann::json::parse(R"([{"role":"areas","kind":"nonsense"},{"role":"source"},7,{"role":"incidents","visible":false}])"), "/tmp");
    REQUIRE(entries.size() == 1);
    CHECK(entries[0].role == LayerRole::Incidents);
    CHECK_FALSE(entries[0].isVisible);
}

TEST_CASE("paths are kept relative to the district or to the program and absolute elsewhere", "[app][map]") {
    CHECK(app::storedPath("/home/a/d/map/roads.gpkg", "/home/a/d") == "map/roads.gpkg");
    CHECK(app::storedPath("/srv/roads.gpkg", "/home/a/d") == "/srv/roads.gpkg");
    const std::filesystem::path shipped = core::resourceFolder() / "demo" / "base.gpkg";
    CHECK(app::storedPath(shipped, "/home/a/d") == "resource:demo/base.gpkg");
    CHECK(app::usablePath("resource:demo/base.gpkg", "/home/a/d") == shipped);
    CHECK(app::usablePath("map/roads.gpkg", "/home/a/d") == "/home/a/d/map/roads.gpkg");
}

TEST_CASE("a map service is kept with the district and drawn; hidden, it asks nobody", "[app][map]") {
    LayerDesk desk;
    TileServer server;
    const gis::TileService service{(server.address() + QStringLiteral("/{z}/{x}/{y}.png")).toStdString(), {}, "gcj02:EPSG:3857", "the bureau", gis::mercatorLevels(3, 17)};
    {
        app::LayerList layers(desk.workspace, desk.jobs);
        layers.addService(QStringLiteral("Base"), service);
        CHECK(layers.titleOf(3) == QStringLiteral("Base"));
        REQUIRE(layers.entry(3).state == app::LayerState::Ready);
        CHECK(layers.data(layers.index(3), Qt::ToolTipRole).toString().contains(QStringLiteral("the bureau")));
        CHECK(layers.setData(layers.index(3), Qt::Unchecked, Qt::CheckStateRole));
    }
    app::LayerList again(desk.workspace, desk.jobs);
    REQUIRE(again.rowCount() == 4);
    CHECK(again.entry(3).service == service);
    CHECK(again.entry(3).name == "Base");
    CHECK_FALSE(again.entry(3).isVisible);
    QTest::qWait(100);
    CHECK(server.asked.isEmpty());
    CHECK(again.setData(again.index(3), Qt::Checked, Qt::CheckStateRole));
    REQUIRE(again.entry(3).layer);
    gis::MapView view;
    view.size = {400, 300};
    const core::GeoBox bounds = desk.workspace.district()->areas().bounds();
    view.centre = gis::Transform::between(gis::Crs::cgcs2000(), again.mapCrs())->forward(gis::MapPoint{bounds.minLongitude, bounds.minLatitude}).value();
    const auto layer = std::get<std::shared_ptr<const gis::TileLayer>>(*again.entry(3).layer);
    QSignalSpy redrawn(&again, &app::LayerList::contentChanged);
    CHECK(layer->read(view).image.isNull());
    REQUIRE(redrawn.wait(5000)); // as soon as some are there
    CHECK(std::get<std::shared_ptr<const gis::TileLayer>>(again.ground()->layers.front().layer) != layer); // else nothing would be painted anew
    REQUIRE(QTest::qWaitFor([&] { return layer->read(view).isWhole; }, 5000));
    CHECK(layer->read(view).image.pixelColor(200, 150) == QColor(Qt::green));
}

TEST_CASE("a service that cannot be reached has a badge", "[app][map]") {
    LayerDesk desk;
    TileServer server;
    const gis::TileService service{(server.address() + QStringLiteral("/{z}/{x}/{y}.png")).toStdString(), {}, "EPSG:3857", {}, gis::mercatorLevels(0, 17)};
    server.close();
    app::LayerList layers(desk.workspace, desk.jobs);
    layers.addService(QStringLiteral("Base"), service);
    CHECK(layers.data(layers.index(3), app::LayerList::BadgeRole).toString().isEmpty());
    gis::MapView view;
    view.centre = {500'000, 3'100'000};
    (void)std::get<std::shared_ptr<const gis::TileLayer>>(*layers.entry(3).layer)->read(view);
    CHECK(QTest::qWaitFor([&] { return !layers.data(layers.index(3), app::LayerList::BadgeRole).toString().isEmpty(); }, 5000));
    CHECK(layers.data(layers.index(3), Qt::ToolTipRole).toString().contains(QStringLiteral("cannot be reached")));
}

TEST_CASE("a layer whose place is unknown or approximate has a badge, and its tooltip says why", "[app][map]") {
    LayerDesk desk;
    const std::filesystem::path roads = writeRoads(desk.small);
    app::LayerList layers(desk.workspace, desk.jobs);
    layers.add({{.path = roads, .layer = {}, .encoding = {}, .crs = {}, .fields = {}}});
    REQUIRE(wait(layers));
    const auto badge = [&] { return layers.data(layers.index(3), app::LayerList::BadgeRole).toString().toStdString(); };
    CHECK(badge().empty());
    const auto readAs = [&](const std::string& crs) {
        gis::LayerSource source = layers.entry(3).source;
        source.crs = crs;
        layers.setSource(3, source);
        REQUIRE(wait(layers));
        REQUIRE(layers.entry(3).state == app::LayerState::Ready);
    };
    readAs("EPSG:4610"); // Xian 1980
    CHECK(badge() == "place approximate");
    CHECK(layers.data(layers.index(3), Qt::ToolTipRole).toString().contains(QStringLiteral("tens of metres")));
    readAs(R"(local:{"datum":"EPSG:4610","shift":[-112.4,41.7,18.9],"rotation":[1.2,-0.8,2.1],"scale":-3.4})");
    CHECK(badge().empty());
    readAs("gcj02");
    CHECK(badge().empty());
    const core::GeoBox moved = layers.extentOf(3);
    // GCJ-02 at 120.7° E 28° N lies 0.0041° east and 0.0033° south of the truth, by the published vector.
    CHECK(moved.minLongitude == Approx(120.641 - 0.0041).margin(0.0006));
    CHECK(moved.minLatitude == Approx(28.001 + 0.0033).margin(0.0006));
    const auto stored = nlohmann::json::parse(desk.workspace.district()->setting("layers"));
    CHECK(stored.back()["crs"] == "gcj02");
}
