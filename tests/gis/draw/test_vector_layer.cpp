// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/draw/label_layout.h"
#include "gis/draw/map_layer.h"

#include "draw_data.h"

using namespace drawtest;

TEST_CASE("a layer of the demo map is loaded in map coordinates", "[gis][draw]") {
    double last = 0;
    const auto layer = VectorLayer::load(demoLayer("water"), mapCrs(), {}, [&last](double done) { last = done; });
    REQUIRE(layer);
    CHECK(last == 1);
    CHECK((*layer)->shapes().size() == 17);
    CHECK((*layer)->extent().minX == Approx(641115).margin(10)); // metres
    REQUIRE((*layer)->column("name") != nullptr);
    CHECK((*layer)->column("nothing") == nullptr);
    const auto found = (*layer)->at(onMap(121.4890, 31.2400), 1);
    REQUIRE(found.size() == 1);
    CHECK((*layer)->column("name")->of(found[0]) == "黄浦江");
    const auto attributes = (*layer)->attributes(found[0]);
    REQUIRE(attributes);
    CHECK(std::any_of(attributes->begin(), attributes->end(),
                      [](const LayerAttribute& each) { return each.field == "name" && each.value == "黄浦江"; }));
    CHECK((*layer)->at(onMap(121.5100, 31.2400), 1).empty());
}

TEST_CASE("an unmarked GBK shapefile shows its names", "[gis][draw]") {
    LayerSource source;
    source.path = std::string(GRIDWARDEN_TEST_DATA) + "/areas/hangzhou_gbk_unmarked.shp";
    const auto layer = VectorLayer::load(source, mapCrs());
    REQUIRE(layer);
    const LayerColumn* names = (*layer)->column("名称");
    REQUIRE(names != nullptr);
    CHECK(names->of(0) == "小瀛洲");
    CHECK(traitsOf(MapLayer(*layer)).hasPolygons);
    // Which field is the label is found by its name.
    CHECK(MapTheme::load(ThemeVariant::Light)->styleFor(traitsOf(MapLayer(*layer))).labelField == "名称");
}

TEST_CASE("points and lines and polygons may share a layer", "[gis][draw]") {
    LayerSource source = testFile("heterogeneous.fgb");
    source.crs = "EPSG:4326";
    const auto layer = VectorLayer::load(source, Crs::parse("EPSG:3857").value());
    REQUIRE(layer);
    CHECK((*layer)->shapes().has(ShapeKind::Point));
    CHECK((*layer)->shapes().has(ShapeKind::Line));
    CHECK((*layer)->shapes().has(ShapeKind::Polygon));
    CHECK(!hasNote((*layer)->notes(), "layer-crs-assumed"));
}

TEST_CASE("a drawing without a CRS is taken as drawn", "[gis][draw]") {
    const auto layer = VectorLayer::load(testFile("empty_handles.dxf"), mapCrs());
    REQUIRE(layer);
    CHECK(hasNote((*layer)->notes(), "layer-crs-assumed"));
    CHECK((*layer)->extent() == Box{0, 0, 165, 340});
}

TEST_CASE("what was read of a cut file is kept and the fault is said", "[gis][draw]") {
    const auto layer = VectorLayer::load(testFile("countries_cut.fgb"), Crs::parse("EPSG:3857").value());
    REQUIRE(layer);
    CHECK((*layer)->shapes().size() > 80);
    CHECK(hasNote((*layer)->notes(), "library-says"));
}

TEST_CASE("odd GeoJSON is an error or a layer and never a crash", "[gis][draw]") {
    const auto [name, key] =
        GENERATE(table<const char*, const char*>({{"null_geometry.geojson", "layer-without-shapes"},
                                                  {"two_point_ring.geojson", "layer-without-shapes"},
                                                  {"nan.geojson", "layer-without-shapes"},
                                                  {"out_of_range.geojson", "layer-off-map"},
                                                  {"rotated_cut.tif", ""},
                                                  {"not_there.shp", "file-unreadable"}}));
    const auto layer = VectorLayer::load(testFile(name), mapCrs());
    REQUIRE(!layer);
    CAPTURE(name);
    if (!std::string(key).empty())
        CHECK(layer.error().what.key == key);
    const auto bytes = VectorLayer::load(testFile("gbk_bytes.geojson"), mapCrs());
    CHECK(bytes.has_value());
}

TEST_CASE("asking for what is not there is an error", "[gis][draw]") {
    LayerSource source = demoLayer("no such layer");
    CHECK(VectorLayer::load(source, mapCrs()).error().what == core::Message{"layer-unknown", {"no such layer"}});
    source = demoLayer("water");
    source.crs = "EPSG:nonsense";
    CHECK(VectorLayer::load(source, mapCrs()).error().what.key == "crs-unknown");
    std::stop_source stop;
    stop.request_stop();
    CHECK(VectorLayer::load(demoLayer("water"), mapCrs(), stop.get_token()).error().code == core::ErrorCode::Cancelled);
}

TEST_CASE("a datum shift that is not known is noted", "[gis][draw]") {
    LayerSource source = demoLayer("water");
    source.crs = "EPSG:4610"; // Xian 1980
    const auto layer = VectorLayer::load(source, mapCrs());
    REQUIRE(layer);
    CHECK(hasNote((*layer)->notes(), "layer-ballpark"));
}

TEST_CASE("a source is taken as shapes where it has some and else as an image", "[gis][draw]") {
    CHECK(std::holds_alternative<std::shared_ptr<const VectorLayer>>(loadLayer(demoLayer("roads"), mapCrs()).value()));
    CHECK(std::holds_alternative<std::shared_ptr<const RasterLayer>>(
        loadLayer(testFile("rotated.tif"), mapCrs()).value()));
    CHECK(!loadLayer(testFile("rotated_cut.tif"), mapCrs()) ==
          !RasterLayer::open(testFile("rotated_cut.tif"), mapCrs()));
    CHECK(!loadLayer(testFile("README.md"), mapCrs()));
}

TEST_CASE("a survey drawing shows its colours and its texts as they were drawn", "[gis][draw]") {
    const auto layer = VectorLayer::load(testFile("survey.dxf"), mapCrs());
    REQUIRE(layer);
    REQUIRE((*layer)->shapes().size() == 4);
    const auto theme = MapTheme::load(ThemeVariant::Light);
    const LayerStyle style = theme->styleFor(traitsOf(MapLayer(*layer)));
    const LayerLooks looks(*layer, style, theme->background(), theme->text());
    // Layer 0 keeps the drawing's green, made darker for a pale map; the road layer of a survey takes the map's own look.
    CHECK_FALSE(looks.looks()[looks.classOf(0)]->fill.isValid());
    CHECK(looks.looks()[looks.classOf(0)]->line.isValid());
    const QColor green = looks.colourOf(1);
    REQUIRE(green.isValid());
    CHECK(green.green() > green.red() + 40);
    CHECK(green.green() > green.blue() + 40);
    CHECK(qGray(green.rgb()) <= 140);
    CHECK(looks.labelOf(2) == "Mill Lane");
    CHECK(looks.drawnOf(2).height == Approx(8));
    CHECK(looks.drawnOf(2).angle == Approx(30));
    CHECK(looks.drawnOf(3).height == Approx(4));

    // 1 pixel a metre: the first text can be read, the second is too small.
    MapView view = smallView();
    view.centre = {150, 110};
    const std::vector<std::shared_ptr<const LayerLooks>> all{std::make_shared<const LayerLooks>(looks)};
    LabelPlacer placer(QRectF(0, 0, 200, 200));
    const auto placed = placeLayerLabels(all, view, QString(), placer, {});
    REQUIRE(placed.size() == 1);
    CHECK(placed[0].text == "Mill Lane");
    CHECK(placed[0].angle == Approx(-30)); // clockwise
    // It begins at its point: the middle lies to the right of it and above.
    CHECK(placed[0].centre.x() > view.toScreen({120, 120}).x());
    CHECK(placed[0].centre.y() < view.toScreen({120, 120}).y());
    view.unitsPerPixel = 0.25;
    view.centre = {130, 60};
    LabelPlacer nearer(QRectF(0, 0, 200, 200));
    const auto small = placeLayerLabels(all, view, QString(), nearer, {});
    REQUIRE(small.size() == 1);
    CHECK(small[0].text == "12.50");
}
