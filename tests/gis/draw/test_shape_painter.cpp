// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/draw/shape_painter.h"

#include "draw_data.h"

#include <QTemporaryDir>
#include <QFile>
#include <random>
#include <set>

using namespace drawtest;

namespace {

/// A layer of GeoJSON in the map's own metres.
std::shared_ptr<const VectorLayer> layerOf(const std::string& features) {
    const QTemporaryDir folder;
    QFile file(folder.filePath(QStringLiteral("shapes.geojson")));
    REQUIRE(file.open(QIODevice::WriteOnly));
    file.write(R"({"type":"FeatureCollection","features":[)" + QByteArray::fromStdString(features) + "]}");
    file.close();
    LayerSource source;
    source.path = file.fileName().toStdString();
    source.crs = mapCrs().text();
    const auto layer = VectorLayer::load(source, mapCrs());
    REQUIRE(layer);
    return *layer;
}

std::string line(const std::string& kind, const std::string& coordinates) {
    return R"({"type":"Feature","properties":{"kind":")" + kind + R"("},"geometry":{"type":"LineString","coordinates":)" + coordinates + "}}";
}

QImage painted(const std::shared_ptr<const VectorLayer>& layer, const LayerStyle& style, const MapView& view) {
    const LayerLooks looks(layer, style, Qt::white, Qt::black);
    QImage picture(view.deviceSize(), QImage::Format_RGB32);
    picture.setDevicePixelRatio(view.pixelRatio);
    picture.fill(Qt::white);
    QPainter painter(&picture);
    paintLayer(painter, looks, view, {});
    return picture;
}

StyleClass classOf(const std::string& value, const QColor& colour, double width, int order) {
    StyleClass each;
    each.values = {value};
    each.look.line = colour;
    each.look.width = width;
    each.look.casing = Qt::black;
    each.look.casingWidth = 4;
    each.look.order = order;
    return each;
}

} // namespace

TEST_CASE("casings lie below all roads, so that crossings are open", "[gis][draw]") {
    const auto layer = layerOf(line("street", "[[-90,0],[90,0]]") + "," + line("avenue", "[[0,-90],[0,90]]") + "," + line("hidden", "[[-90,50],[90,50]]"));
    LayerStyle style;
    style.field = "kind";
    style.showOther = false;
    style.classes = {classOf("avenue", Qt::yellow, 12, 2), classOf("street", Qt::green, 12, 1)};
    const QImage picture = painted(layer, style, smallView());
    CHECK(isNear(picture.pixel(100, 100), Qt::yellow)); // the more important one on top
    CHECK(isNear(picture.pixel(50, 100), Qt::green));
    CHECK(isNear(picture.pixel(50, 108), Qt::black)); // casing of the street
    CHECK(isNear(picture.pixel(108, 60), Qt::black)); // of the avenue
    CHECK(isNear(picture.pixel(108, 100), Qt::green)); // where they cross the casing does not close the street
    CHECK(isNear(picture.pixel(50, 50), Qt::white));   // what is in no class is not shown
}

TEST_CASE("a polygon has its holes and an island in one", "[gis][draw]") {
    const auto layer = layerOf(R"({"type":"Feature","properties":{"kind":"lake"},"geometry":{"type":"MultiPolygon","coordinates":[
        [[[-80,-80],[80,-80],[80,80],[-80,80],[-80,-80]],[[-50,-50],[50,-50],[50,50],[-50,50],[-50,-50]]],
        [[[-20,-20],[20,-20],[20,20],[-20,20],[-20,-20]]]]}})");
    LayerStyle style;
    style.other.fill = Qt::blue;
    const QImage picture = painted(layer, style, smallView());
    CHECK(isNear(picture.pixel(35, 100), Qt::blue));
    CHECK(isNear(picture.pixel(65, 100), Qt::white));
    CHECK(isNear(picture.pixel(100, 100), Qt::blue));
    CHECK(isNear(picture.pixel(10, 100), Qt::white));
}

TEST_CASE("numbers of a field give the class", "[gis][draw]") {
    std::string features;
    for (int i = 0; i < 4; ++i)
        features += (i > 0 ? "," : "") + std::string(R"({"type":"Feature","properties":{"floors":)") + std::to_string(i * 10) +
                    R"(},"geometry":{"type":"Point","coordinates":[)" + std::to_string(-75 + 50 * i) + ",0]}}";
    LayerStyle style;
    style.field = "floors";
    style.other.line = Qt::gray;
    style.other.markerSize = 20;
    const std::array colours{QColor(Qt::red), QColor(Qt::green)};
    for (std::size_t i = 0; i < 2; ++i) {
        StyleClass each;
        each.above = i == 0 ? -1 : 10;
        each.upTo = i == 0 ? 10 : 20;
        each.look.line = colours[i];
        each.look.markerSize = 20;
        style.classes.push_back(each);
    }
    const QImage picture = painted(layerOf(features), style, smallView());
    CHECK(isNear(picture.pixel(25, 100), Qt::red));
    CHECK(isNear(picture.pixel(75, 100), Qt::red));    // 10: up to and with
    CHECK(isNear(picture.pixel(125, 100), Qt::green)); // 20
    CHECK(isNear(picture.pixel(175, 100), Qt::gray));  // 30: in none
}

TEST_CASE("what is painted is what a plain loop finds in view", "[gis][draw]") {
    const auto theme = MapTheme::load(ThemeVariant::Light).value();
    std::mt19937 random(11);
    std::uniform_real_distribution<double> share(0, 1);
    for (const char* name : {"roads", "buildings"}) {
        const auto layer = VectorLayer::load(demoLayer(name), mapCrs()).value();
        const LayerStyle style = theme.styleFor(traitsOf(MapLayer(layer)));
        const LayerLooks looks(layer, style, theme.background(), theme.text());
        const LayerColumn* const kinds = layer->column(style.field);
        const Box all = layer->extent();
        for (int i = 0; i < 30; ++i) {
            MapView view = smallView();
            view.size = {400, 300};
            view.centre = {all.minX + share(random) * all.width(), all.minY + share(random) * all.height()};
            view = view.withScale(500 * std::pow(400, share(random)));
            std::multiset<std::pair<std::uint32_t, QRgb>> expected;
            const Box seen = view.visibleBox(32);
            for (std::uint32_t shape = 0; shape < layer->shapes().size(); ++shape) {
                const Box& box = layer->shapes().box(shape);
                const Look* look = style.showOther ? &style.other : nullptr;
                for (auto each = style.classes.rbegin(); each != style.classes.rend(); ++each)
                    if (kinds != nullptr && each->holds(kinds->of(shape)))
                        look = &each->look;
                if (look != nullptr && look->isShownAt(view.scaleDenominator()) && box.intersects(seen) &&
                    (box.width() >= view.unitsPerPixel || box.height() >= view.unitsPerPixel))
                    expected.emplace(shape, look->line.rgba());
            }
            std::multiset<std::pair<std::uint32_t, QRgb>> found;
            const VisibleShapes visible = visibleShapes(looks, view);
            for (const ShapeGroup& group : visible.groups)
                for (const std::uint32_t shape : group.shapes)
                    found.emplace(visible.seen.original(shape), group.look.line.rgba());
            CHECK(found == expected);
        }
    }
}

TEST_CASE("coordinates from nowhere are painted within bounds", "[gis][draw]") {
    const auto layer = layerOf(
        line("far", "[[-1e11,0],[1e11,1e10],[0,-50],[50,-50]]") + "," +
        R"({"type":"Feature","properties":{"kind":"bow"},"geometry":{"type":"Polygon","coordinates":[[[-40,-40],[40,40],[40,-40],[-40,40],[-40,-40]]]}})");
    LayerStyle style;
    style.other.line = Qt::red;
    style.other.width = 3;
    style.other.fill = QColor(0, 0, 255);
    MapView view = smallView();
    const QImage picture = painted(layer, style, view);
    CHECK(isNear(picture.pixel(125, 150), Qt::red));
    CHECK(isNear(picture.pixel(115, 100), QColor(0, 0, 255))); // a bow tie by even-odd
    CHECK(isNear(picture.pixel(100, 80), Qt::white));
    view.unitsPerPixel = MapView::Farthest;
    CHECK(painted(layer, style, view).size() == QSize(200, 200));
}
