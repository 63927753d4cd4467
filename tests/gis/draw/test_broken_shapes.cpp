// SPDX-License-Identifier: GPL-3.0-or-later
// Layers in which good features stand beside broken ones: the good ones are drawn, and it is said what was left out.
#include "gis/draw/map_layer.h"

#include "draw_data.h"
#include "tests/support/scratch_folder.h"

#include <cmath>
#include <limits>
#include <ogrsf_frmts.h>

using namespace drawtest;

namespace {

constexpr double Nan = std::numeric_limits<double>::quiet_NaN();
constexpr double Infinity = std::numeric_limits<double>::infinity();
constexpr MapPoint Middle{500'000, 3'100'000}; ///< in EPSG:4549

/// A file of one layer, made with GDAL feature by feature.
class Features {
public:
    explicit Features(const char* crs, const char* driver = "GPKG", const char* name = "mixed.gpkg")
        : m_file(m_folder / name) {
        GDALAllRegister();
        m_dataset.reset(
            GetGDALDriverManager()->GetDriverByName(driver)->Create(m_file.c_str(), 0, 0, 0, GDT_Unknown, nullptr));
        REQUIRE(m_dataset);
        OGRSpatialReference reference;
        reference.SetAxisMappingStrategy(OAMS_TRADITIONAL_GIS_ORDER);
        if (crs != nullptr)
            REQUIRE(reference.SetFromUserInput(crs) == OGRERR_NONE);
        m_layer = m_dataset->CreateLayer("mixed", crs != nullptr ? &reference : nullptr, wkbUnknown);
        REQUIRE(m_layer != nullptr);
    }
    void add(std::unique_ptr<OGRGeometry> geometry) {
        OGRFeature feature(m_layer->GetLayerDefn());
        feature.SetGeometryDirectly(geometry.release());
        REQUIRE(m_layer->CreateFeature(&feature) == OGRERR_NONE);
    }
    void add(const char* wkt) {
        OGRGeometry* geometry = nullptr;
        REQUIRE(OGRGeometryFactory::createFromWkt(wkt, nullptr, &geometry) == OGRERR_NONE);
        add(std::unique_ptr<OGRGeometry>(geometry));
    }
    void addNothing() { add(std::unique_ptr<OGRGeometry>()); }
    void addPoint(double x, double y) { add(std::make_unique<OGRPoint>(x, y)); }
    void addLine(const std::vector<MapPoint>& vertices) {
        auto line = std::make_unique<OGRLineString>();
        for (const MapPoint vertex : vertices)
            line->addPoint(vertex.x, vertex.y);
        add(std::move(line));
    }
    void addPolygon(const std::vector<std::vector<MapPoint>>& rings) {
        auto polygon = std::make_unique<OGRPolygon>();
        for (const auto& vertices : rings) {
            auto ring = std::make_unique<OGRLinearRing>();
            for (const MapPoint vertex : vertices)
                ring->addPoint(vertex.x, vertex.y);
            polygon->addRingDirectly(ring.release());
        }
        add(std::move(polygon));
    }
    /// What is on the map of it.
    core::Result<std::shared_ptr<const VectorLayer>> load() {
        m_dataset.reset();
        LayerSource source;
        source.path = m_file;
        return VectorLayer::load(source, mapCrs());
    }

private:
    test::ScratchFolder m_folder;
    std::filesystem::path m_file;
    std::unique_ptr<GDALDataset> m_dataset;
    OGRLayer* m_layer = nullptr;
};

std::vector<MapPoint> square(MapPoint middle, double half) {
    return {{middle.x - half, middle.y - half},
            {middle.x + half, middle.y - half},
            {middle.x + half, middle.y + half},
            {middle.x - half, middle.y + half},
            {middle.x - half, middle.y - half}};
}

/// The count that a note gives; 0 without it.
int countOf(const VectorLayer& layer, const std::string& key) {
    for (const core::Message& note : layer.notes())
        if (note.key == key)
            return std::stoi(note.arguments.at(1));
    return 0;
}

/// The colour in the middle of a view of `across` map units.
QColor colourAt(const std::shared_ptr<const VectorLayer>& layer, MapPoint place, double across = 100) {
    auto content = std::make_shared<GroundContent>();
    content->theme = MapTheme::load(ThemeVariant::Light).value();
    LayerStyle style;
    style.other.fill = Qt::red;
    content->layers.push_back({layer, style, true});
    MapView view = smallView();
    view.centre = place;
    view.unitsPerPixel = across / 200;
    QImage picture;
    FrameContent frame;
    frame.ground = content;
    const Ground ground = renderGround(content, view);
    composeFrame(picture, &ground, frame, view);
    return picture.pixelColor(100, 100);
}

} // namespace

TEST_CASE("what cannot be drawn is left out and counted, and the rest is drawn", "[gis][draw]") {
    Features features("EPSG:4549");
    features.addPolygon({square(Middle, 50)}); // good
    features.addLine({Middle, {Middle.x + 300, Middle.y}});
    features.addPoint(Middle.x, Middle.y + 500);
    features.addNothing();
    features.add("POLYGON EMPTY");
    features.add("GEOMETRYCOLLECTION EMPTY");
    features.addLine({Middle, {Nan, Middle.y}, {Middle.x + 10, Middle.y}});
    features.addLine({Middle, {Infinity, Middle.y}});
    features.addPoint(1e300, 1e300);
    features.addPolygon({{Middle, {1e300, Middle.y}, {1e300, 1e300}, Middle}});
    features.addLine({Middle});
    features.addLine({Middle, Middle, Middle});
    features.addPolygon({{Middle, {Middle.x + 5, Middle.y}, Middle}});
    const auto layer = features.load();
    REQUIRE(layer);
    CHECK((*layer)->shapes().size() == 3);
    CHECK(countOf(**layer, "layer-features-without-shape") == 3);
    CHECK(countOf(**layer, "layer-features-off-map") == 4);
    CHECK(countOf(**layer, "layer-features-degenerate") == 3);
    CHECK((*layer)->extent() == Box{Middle.x - 50, Middle.y - 50, Middle.x + 300, Middle.y + 500});
    CHECK((*layer)->usualExtent() == (*layer)->extent());
    CHECK(isNear(colourAt(*layer, Middle).rgb(), Qt::red));
}

TEST_CASE("a feature with good and bad parts is drawn in part", "[gis][draw]") {
    Features features("EPSG:4549");
    auto lines = std::make_unique<OGRMultiLineString>();
    for (const double y : {Middle.y, Nan}) {
        OGRLineString line;
        line.addPoint(Middle.x, Middle.y);
        line.addPoint(Middle.x + 9, y);
        lines->addGeometry(&line);
    }
    features.add(std::move(lines));
    const auto layer = features.load();
    REQUIRE(layer);
    CHECK((*layer)->shapes().partCount(0) == 1);
    CHECK(countOf(**layer, "layer-features-in-part") == 1);
    CHECK(countOf(**layer, "layer-features-off-map") == 0);
}

TEST_CASE("the hole of a polygon that is left out is not drawn in its place", "[gis][draw]") {
    Features features("EPSG:4549");
    std::vector<MapPoint> shell = square(Middle, 50);
    shell[1].x = Nan;
    features.addPolygon({shell, square(Middle, 10)});
    features.addPolygon({square({Middle.x + 1'000, Middle.y}, 50), square({Middle.x + 1'000, Middle.y}, 10)});
    const auto layer = features.load();
    REQUIRE(layer);
    REQUIRE((*layer)->shapes().size() == 1);
    CHECK(countOf(**layer, "layer-features-off-map") == 1);
    CHECK((*layer)->shapes().partCount(0) == 2);
    CHECK((*layer)->at(Middle, 1).empty());
    CHECK(!isNear(colourAt(*layer, {Middle.x + 1'000, Middle.y}).rgb(), Qt::red)); // in the hole
    CHECK(isNear(colourAt(*layer, {Middle.x + 1'030, Middle.y}).rgb(), Qt::red));
}

TEST_CASE("odd but drawable geometry is drawn by the even-odd rule", "[gis][draw]") {
    Features features("EPSG:4549");
    const double x = Middle.x;
    const double y = Middle.y;
    features.addPolygon(
        {{{x - 50, y - 50}, {x + 50, y + 50}, {x + 50, y - 50}, {x - 50, y + 50}, {x - 50, y - 50}}}); // a bow tie
    features.addPolygon({square({x + 1'000, y}, 50), square({x + 1'200, y}, 10)});                     // a hole outside
    const auto layer = features.load();
    REQUIRE(layer);
    REQUIRE((*layer)->shapes().size() == 2);
    CHECK((*layer)->notes().empty());
    CHECK(isNear(colourAt(*layer, {x - 30, y}, 10).rgb(), Qt::red));
    CHECK(isNear(colourAt(*layer, {x + 30, y}, 10).rgb(), Qt::red));
    CHECK(!isNear(colourAt(*layer, {x, y + 30}, 10).rgb(), Qt::red));
    CHECK((*layer)->at({x, y + 30}, 0).empty());
    CHECK((*layer)->at({x - 30, y}, 0).size() == 1);
    CHECK(isNear(colourAt(*layer, {x + 1'000, y}, 10).rgb(), Qt::red));
    CHECK(isNear(colourAt(*layer, {x + 1'200, y}, 10).rgb(), Qt::red)); // as other programs do
}

TEST_CASE("heights, measures and curves are drawn as what they are on the ground", "[gis][draw]") {
    Features features("EPSG:4549");
    features.add("POINT Z (500000 3100000 1e30)");
    features.add("LINESTRING ZM (500000 3100000 4 5, 500100 3100000 1e30 -1e300)");
    features.add("CURVEPOLYGON (CIRCULARSTRING (499900 3100000, 500000 3100100, 500100 3100000, 500000 3099900, 499900 "
                 "3100000))");
    features.add("MULTICURVE ((500000 3100000, 500050 3100000), CIRCULARSTRING (500000 3100000, 500010 3100010, 500020 "
                 "3100000))");
    const auto layer = features.load();
    REQUIRE(layer);
    CHECK((*layer)->shapes().size() == 4);
    CHECK((*layer)->notes().empty());
    REQUIRE((*layer)->shapes().kind(2) == ShapeKind::Polygon);
    double area = 0;
    const auto circle = (*layer)->shapes().part(2, 0);
    for (std::size_t i = 1; i < circle.size(); ++i)
        area += (circle[i].x - Middle.x) * (circle[i - 1].y - Middle.y) -
                (circle[i - 1].x - Middle.x) * (circle[i].y - Middle.y);
    CHECK(std::abs(area) / 2 == Approx(std::acos(-1) * 1e4).epsilon(0.005)); // a radius of 100 m
    CHECK((*layer)->shapes().partCount(3) == 2);
}

TEST_CASE("places off the earth are left out, and one on its other side does not make a layer a dot", "[gis][draw]") {
    Features features("EPSG:4490");
    for (int i = 0; i < 40; ++i)
        features.addPoint(120 + 0.002 * i, 28 + 0.001 * (i % 5));
    features.addPoint(120, 95);
    features.addPoint(560, 28);
    features.addPoint(30, 0);   // a quarter of the earth from 120°, where the plane is infinite
    features.addPoint(10, -28); // far, but on the map
    const auto layer = features.load();
    REQUIRE(layer);
    CHECK((*layer)->shapes().size() == 41);
    CHECK(countOf(**layer, "layer-features-off-map") == 3);
    CHECK(countOf(**layer, "layer-shapes-far") == 1);
    CHECK((*layer)->extent().height() > 3e6);
    const Box usual = (*layer)->usualExtent();
    CHECK(usual.width() == Approx(0.078 * 111'320 * std::cos(28.0 / 180 * std::acos(-1))).epsilon(0.01));
    CHECK(usual.height() < 1'000);
}

TEST_CASE("a layer of which nothing is on the map says that its system is wrong", "[gis][draw]") {
    Features features("EPSG:4490"); // but metres
    features.addPoint(Middle.x, Middle.y);
    features.addPoint(Middle.x + 1, Middle.y);
    const auto layer = features.load();
    REQUIRE(!layer);
    CHECK(layer.error().what == core::Message{"layer-off-map", {"mixed", "2"}});
}

TEST_CASE("without a CRS one odd place does not turn degrees into metres", "[gis][draw]") {
    Features features(nullptr);
    for (int i = 0; i < 10; ++i)
        features.addPoint(120 + 0.001 * i, 28);
    features.addPoint(120, 95);
    const auto layer = features.load();
    REQUIRE(layer);
    CHECK((*layer)->shapes().size() == 10);
    CHECK(hasNote((*layer)->notes(), "layer-crs-assumed"));
    CHECK((*layer)->extent().minX == Approx(onMap(120, 28).x));
    CHECK(countOf(**layer, "layer-features-off-map") == 1);
}
