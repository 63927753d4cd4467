// SPDX-License-Identifier: GPL-3.0-or-later
#include "draw_data.h"

#include "gis/crs/gcj02.h"
#include "gis/draw/tile_layer.h"
#include "gis/draw/wmts_capabilities.h"

#include <QFile>
#include <cmath>
#include <nlohmann/json.hpp>
#include <numbers>
#include <set>

using namespace drawtest;

namespace {

TileService mercator(int first = 0, int last = 18) {
    return {"https://tiles.example.org/{s}/{z}/{x}/{y}.png", "abc", "EPSG:3857", "somebody", mercatorLevels(first, last)};
}

/// Tiles at hand in the colour that their address gives.
class PaintedPictures : public TilePictures {
  public:
    int only = -1; ///< level that is at hand; -1: all
    std::set<TileAddress> wanted;
    static QColor colourOf(const TileAddress& tile) { return {tile.level * 10, tile.column * 37 % 256, tile.row * 53 % 256}; }
    QImage picture(const TileAddress& tile) override {
        wanted.insert(tile);
        return kept(tile);
    }
    QImage kept(const TileAddress& tile) override {
        if (only >= 0 && tile.level != only)
            return {};
        QImage image(256, 256, QImage::Format_ARGB32_Premultiplied);
        image.fill(colourOf(tile));
        return image;
    }
};

/// The usual numbering, by its own formula.
TileAddress tileAt(core::GeoPoint place, int level) {
    const double count = std::exp2(level);
    const double latitude = place.latitude * std::numbers::pi / 180;
    return {level, static_cast<int>((place.longitude + 180) / 360 * count),
            static_cast<int>((1 - std::asinh(std::tan(latitude)) / std::numbers::pi) / 2 * count)};
}

QColor colourAt(const TileLayer& layer, core::GeoPoint place, double unitsPerPixel) {
    MapView view = smallView();
    view.centre = onMap(place.longitude, place.latitude);
    view.unitsPerPixel = unitsPerPixel;
    const auto picture = layer.read(view);
    return picture.image.isNull() ? QColor(Qt::transparent) : picture.image.pixelColor(100, 100);
}

WmtsCapabilities twoGrids() {
    QFile file(QStringLiteral(GRIDWARDEN_TEST_DATA "/services/two_grids.xml"));
    REQUIRE(file.open(QIODevice::ReadOnly));
    const auto capabilities = WmtsCapabilities::parse(file.readAll());
    REQUIRE(capabilities);
    return *capabilities;
}

} // namespace

TEST_CASE("the address of a tile has its numbers", "[gis][draw]") {
    TileService service = mercator();
    CHECK(service.urlOf({3, 6, 3}) == "https://tiles.example.org/a/3/6/3.png");
    service.url = "http://10.0.0.8/{z}/{-y}/{x}?t={x}";
    CHECK(service.urlOf({3, 6, 2}) == "http://10.0.0.8/3/5/6?t=6");
}

TEST_CASE("a service is kept and read again", "[gis][draw]") {
    const TileService service = mercator(3, 17);
    CHECK(toJson(service)["zoom"] == nlohmann::json({3, 17}));
    CHECK(tileServiceFromJson(toJson(service)) == service);
    TileService own = service;
    own.levels = {{"a", 2.5, {400'000, 3'200'000}, 512, 256, 30, 20}};
    own.servers.clear();
    CHECK(tileServiceFromJson(toJson(own)) == own);
}

TEST_CASE("what is no map service is not read as one", "[gis][draw]") {
    const std::string text = GENERATE(as<std::string>{}, "7", "{}", R"({"url":"ftp://a/{x}/{y}/{z}","zoom":[0,5]})", R"({"url":"http://a/{x}/{z}","zoom":[0,5]})",
                                      R"({"url":"http://a/{x}/{y}/{z}"})", R"({"url":"http://a/{x}/{y}/{z}","zoom":[9,3]})",
                                      R"({"url":"file:///etc/{x}/{y}/{z}","zoom":[0,5]})",
                                      R"({"url":"http://a/{x}/{y}/{z}","levels":[{"name":"a","units":0,"corner":[0,0],"tile":[256,256],"size":[1,1]}]})",
                                      R"({"url":"http://a/{x}/{y}/{z}","levels":[{"name":"a","units":1,"corner":[0,0],"tile":[99999,256],"size":[1,1]}]})",
                                      R"({"url":"http://a/{x}/{y}/{z}","levels":[{"name":"a","units":1,"corner":[0,0],"tile":[256,256],"size":[1,1e300]}]})");
    CHECK_FALSE(tileServiceFromJson(nlohmann::json::parse(text)));
}

TEST_CASE("the tile under a place is the one of the usual numbering", "[gis][draw]") {
    const auto pictures = std::make_shared<PaintedPictures>();
    const auto layer = TileLayer::open("tiles", mercator(), mapCrs(), pictures);
    REQUIRE(layer);
    // Pixels at 28° N are cos 28° times those of the equator.
    for (const int level : {8, 12, 15, 17})
        for (const core::GeoPoint place : {core::GeoPoint{120.651, 28.013}, core::GeoPoint{120.42, 27.77}}) {
            const double unitsPerPixel = 156543.03392804097 / std::exp2(level) * std::cos(28 * std::numbers::pi / 180);
            CHECK(colourAt(**layer, place, unitsPerPixel) == PaintedPictures::colourOf(tileAt(place, level)));
        }
}

TEST_CASE("tiles in GCJ-02 are shifted to the true places", "[gis][draw]") {
    const auto pictures = std::make_shared<PaintedPictures>();
    TileService service = mercator();
    service.crs = "gcj02:EPSG:3857";
    const auto layer = TileLayer::open("tiles", service, mapCrs(), pictures);
    REQUIRE(layer);
    const double unitsPerPixel = 156543.03392804097 / std::exp2(17) * std::cos(28 * std::numbers::pi / 180);
    int different = 0;
    for (int i = 0; i < 30; ++i) {
        const core::GeoPoint place{120.6 + i * 0.0041, 28.0 + i * 0.0023};
        CHECK(colourAt(**layer, place, unitsPerPixel) == PaintedPictures::colourOf(tileAt(toGcj02(place), 17)));
        different += tileAt(toGcj02(place), 17) == tileAt(place, 17) ? 0 : 1;
    }
    CHECK(different > 20); // a tile is 270 m
}

TEST_CASE("until a tile comes the one above it stands in", "[gis][draw]") {
    const auto pictures = std::make_shared<PaintedPictures>();
    pictures->only = 13;
    const auto layer = TileLayer::open("tiles", mercator(), mapCrs(), pictures);
    const core::GeoPoint place{120.651, 28.013};
    const double unitsPerPixel = 156543.03392804097 / std::exp2(15) * std::cos(28 * std::numbers::pi / 180);
    CHECK(colourAt(**layer, place, unitsPerPixel) == PaintedPictures::colourOf(tileAt(place, 13)));
    CHECK(pictures->wanted.contains(tileAt(place, 15)));
    for (const TileAddress& tile : pictures->wanted)
        CHECK(tile.level == 15); // nothing else is sent for
}

TEST_CASE("a view asks for its tiles and few more, and none beyond the service", "[gis][draw]") {
    const auto pictures = std::make_shared<PaintedPictures>();
    const auto layer = TileLayer::open("tiles", mercator(0, 18), mapCrs(), pictures);
    MapView view;
    view.size = {1920, 1080};
    view.centre = onMap(120.65, 28.01);
    view.unitsPerPixel = 1;
    const auto picture = (*layer)->read(view);
    CHECK(picture.isWhole);
    CHECK(picture.image.size() == view.size);
    CHECK(pictures->wanted.size() <= 12 * 8);
    pictures->wanted.clear();
    view.unitsPerPixel = 0.001; // deeper than any level
    CHECK((*layer)->read(view).isWhole);
    CHECK(pictures->wanted.size() <= 4);
    std::stop_source stop;
    stop.request_stop();
    pictures->wanted.clear();
    CHECK((*layer)->read(view, stop.get_token()).image.isNull());
    CHECK(pictures->wanted.empty());
}

TEST_CASE("a description of a WMTS gives layers and grids", "[gis][draw]") {
    const WmtsCapabilities capabilities = twoGrids();
    CHECK(capabilities.title == "区级影像服务");
    CHECK(capabilities.provider == "某区大数据中心");
    REQUIRE(capabilities.layers.size() == 2); // one has no grid
    CHECK(capabilities.layers[0].name == "img");
    CHECK(capabilities.layers[0].title == "影像底图");
    CHECK(capabilities.layers[0].style == "default");
    CHECK(capabilities.layers[0].format == "image/png");
    CHECK(capabilities.layers[0].grids == std::vector<std::string>{"w", "c"});
    REQUIRE(capabilities.grids.size() == 3);
}

TEST_CASE("grids of a WMTS have the resolutions of the standard, or of those who count in screen pixels", "[gis][draw]") {
    const WmtsCapabilities capabilities = twoGrids();
    const auto web = capabilities.service(0, "w", "http://10.0.0.8/wmts/caps?REQUEST=GetCapabilities&SERVICE=WMTS&tk=abc123");
    REQUIRE(web);
    REQUIRE(web->levels.size() == 2);
    CHECK(web->crs == "EPSG:3857");
    CHECK(web->levels[0].name == "0"); // from afar first
    CHECK(web->levels[0].unitsPerPixel == Approx(156543.0339280410).epsilon(1e-9)); // OGC 07-057r7, annex E.4
    CHECK(web->levels[1].unitsPerPixel == Approx(78271.51696402048).epsilon(1e-9));
    CHECK(web->levels[0].corner == MapPoint{-20037508.34278925, 20037508.34278925});
    CHECK(web->attribution == "某区大数据中心");
    CHECK(web->urlOf({1, 1, 0}) == "http://10.0.0.8/wmts?SERVICE=WMTS&REQUEST=GetTile&VERSION=1.0.0&LAYER=img&STYLE=default&TILEMATRIXSET=w&FORMAT=image%2Fpng"
                                   "&TILEMATRIX=1&TILEROW=0&TILECOL=1&tk=abc123");
    const auto degrees = capabilities.service(0, "c", "http://10.0.0.8/wmts/caps");
    REQUIRE(degrees);
    CHECK(degrees->crs == "EPSG:4490");
    CHECK(degrees->levels[0].corner == MapPoint{-180, 90});
    CHECK(degrees->levels[0].unitsPerPixel == Approx(360.0 / 512).epsilon(1e-4)); // level 1 has two tiles around the world
    CHECK(degrees->levels[1].unitsPerPixel == Approx(360.0 / 1024).epsilon(1e-4));
    const auto plane = capabilities.service(1, "gk", "http://10.0.0.8/wmts/caps");
    REQUIRE(plane);
    CHECK(plane->levels[0].corner == MapPoint{400'000, 3'200'000});
    CHECK(plane->levels[0].unitsPerPixel == Approx(1.4));
    CHECK(plane->urlOf({0, 12, 7}) == "http://10.0.0.8/r//gk/EPSG:4549:7/7/12.png");
}

TEST_CASE("what is no description of a WMTS is refused", "[gis][draw]") {
    const auto keyOf = [](const char* xml) { return WmtsCapabilities::parse(xml).error().what.key; };
    CHECK(keyOf("<html><body>Login</body>") == "wmts-unreadable");
    CHECK(keyOf("") == "wmts-unreadable");
    CHECK(keyOf("<Capabilities/>") == "wmts-without-layers");
    CHECK(keyOf(R"(<!DOCTYPE a [<!ENTITY b "bbbbbbbbbb"><!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;"><!ENTITY d "&c;&c;&c;&c;&c;&c;&c;&c;&c;">]><a>&d;</a>)").starts_with("wmts-"));
    CHECK(twoGrids().service(7, "w", "http://a").error().what.key == "wmts-layer-unusable");
    CHECK(twoGrids().service(0, "x", "http://a").error().what.key == "wmts-layer-unusable");
}
