// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/draw/frame.h"

#include "draw_data.h"

#include <QPdfWriter>
#include <QProcess>
#include <QTemporaryDir>
#include <map>

using namespace drawtest;

namespace {

/// One square area of 100 map units around (0, 0); the "transform" is the identity between degrees.
std::shared_ptr<const AreaLayer> squareArea() {
    core::Area area;
    area.id = core::AreaId(7);
    area.code = "G7";
    area.shape.polygons = {{{{-50, -50}, {50, -50}, {50, 50}, {-50, 50}, {-50, -50}}}};
    const auto same = Transform::between(Crs::cgcs2000(), Crs::cgcs2000());
    return AreaLayer::build(core::AreaKind::Grid, std::span(&area, 1), *same);
}

std::shared_ptr<GroundContent> contentWithArea() {
    auto content = std::make_shared<GroundContent>();
    content->theme = MapTheme::load(ThemeVariant::Light).value();
    AreaOverlay overlay;
    overlay.areas = squareArea();
    overlay.look.look.fill = QColor(0, 0, 255);
    overlay.look.look.line = QColor(0, 0, 0);
    overlay.look.look.width = 4;
    content->areas.push_back(overlay);
    return content;
}

std::shared_ptr<const IncidentIndex> indexOf(const std::vector<MapPoint>& places,
                                             const std::vector<IncidentLook>& looks) {
    return IncidentIndex::build(IncidentPlaces::build(places), looks);
}

} // namespace

TEST_CASE("areas are painted with their look and their fill of the day", "[gis][draw]") {
    FrameContent content;
    auto ground = contentWithArea();
    content.ground = ground;
    QImage picture = render(content, smallView());
    REQUIRE(picture.size() == QSize(200, 200));
    CHECK(isNear(picture.pixel(100, 100), Qt::blue));
    CHECK(isNear(picture.pixel(50, 100), Qt::black)); // its western border
    CHECK(isNear(picture.pixel(20, 20), ground->theme.background()));

    ground = contentWithArea();
    ground->areas[0].shading = std::make_shared<AreaShading>(AreaShading{{Qt::red}, {}, {}});
    content.ground = ground;
    CHECK(isNear(render(content, smallView()).pixel(100, 100), Qt::red));
    ground = contentWithArea();
    ground->areas[0].isVisible = false;
    content.ground = ground;
    CHECK(isNear(render(content, smallView()).pixel(100, 100), ground->theme.background()));
}

TEST_CASE("a picture for a fine screen has more pixels of the same map", "[gis][draw]") {
    FrameContent content;
    content.ground = contentWithArea();
    MapView view = smallView();
    view.pixelRatio = 2;
    const QImage picture = render(content, view);
    CHECK(picture.size() == QSize(400, 400));
    CHECK(isNear(picture.pixel(200, 200), Qt::blue));
    CHECK(isNear(picture.pixel(100, 200), Qt::black));
}

TEST_CASE("incidents lie over areas and the late one over the rest", "[gis][draw]") {
    FrameContent content;
    content.ground = contentWithArea();
    content.incidents =
        indexOf({{30, 20}, {30, 20}, {30, 20}, {-30, -20}},
                {lampLook(core::Lamp::Green), lampLook(core::Lamp::Red), lampLook(core::Lamp::Grey), lampLook(core::Lamp::Green)});
    const QImage picture = render(content, smallView());
    CHECK(isNear(picture.pixel(130, 81), lampColour(core::Lamp::Red), 30));
    CHECK(isNear(picture.pixel(70, 120), lampColour(core::Lamp::Green), 30));
}

TEST_CASE("incidents at the edge of the picture are cut and not lost", "[gis][draw]") {
    FrameContent content;
    content.ground = contentWithArea();
    content.incidents = indexOf({{-100, 0}, {100, 0}, {0, 100}, {0, -100}, {-100, 100}},
                                std::vector<IncidentLook>(5, lampLook(core::Lamp::Green)));
    const QImage picture = render(content, smallView());
    for (const QPoint& probe : {QPoint(1, 100), QPoint(198, 100), QPoint(100, 1), QPoint(100, 198), QPoint(1, 1)})
        CHECK(isNear(picture.pixel(probe), lampColour(core::Lamp::Green), 40));
}

TEST_CASE("selected areas and incidents are marked", "[gis][draw]") {
    FrameContent content;
    content.ground = contentWithArea();
    const QImage before = render(content, smallView());
    content.selectedAreas = {core::AreaId(7)};
    content.highlight = QColor(255, 0, 255);
    const QImage area = render(content, smallView());
    CHECK(isNear(area.pixel(50, 100), content.highlight, 40));
    content.selectedAreas = {core::AreaId(999)}; // not on this map
    CHECK(render(content, smallView()) == before);
    content.selectedIncidents = {{{0, -30}, lampLook(core::Lamp::Red)}};
    const QImage incident = render(content, smallView());
    CHECK(isNear(incident.pixel(100, 131), lampColour(core::Lamp::Red), 40));
    bool hasHalo = false;
    for (int x = 105; x < 116; ++x)
        hasHalo = hasHalo || isNear(incident.pixel(x, 130), Qt::white);
    CHECK(hasHalo);
    content.markers = {{{0, 30}, QStringLiteral("12"), core::Lamp::Red}};
    CHECK(isNear(render(content, smallView()).pixel(90, 70), lampColour(core::Lamp::Red), 40));
}

TEST_CASE("an older ground stands in at the right place", "[gis][draw]") {
    FrameContent content;
    content.ground = contentWithArea();
    const Ground ground = renderGround(content.ground, smallView().enlarged(1.5));
    QImage frame;
    composeFrame(frame, &ground, content, smallView().panned({20, 10}));
    CHECK(isNear(frame.pixel(70, 110), Qt::black)); // the western border has moved along
    CHECK(isNear(frame.pixel(45, 110), content.ground->theme.background()));
    composeFrame(frame, &ground, content, smallView().zoomedAbout({100, 100}, 2));
    CHECK(isNear(frame.pixel(1, 100), Qt::black, 60)); // now at the edge
    CHECK(isNear(frame.pixel(30, 100), Qt::blue));
    composeFrame(frame, nullptr, content, smallView());
    CHECK(isNear(frame.pixel(100, 100), content.ground->theme.background()));
    composeFrame(frame, nullptr, FrameContent{}, smallView());
    CHECK(frame.size() == QSize(200, 200));
}

TEST_CASE("a stopped ground is not shown", "[gis][draw]") {
    std::stop_source stop;
    stop.request_stop();
    CHECK(renderGround(contentWithArea(), smallView(), stop.get_token()).tiles.empty());
}

TEST_CASE("roads of the demo map appear at their scales", "[gis][draw]") {
    auto ground = std::make_shared<GroundContent>();
    ground->theme = MapTheme::load(ThemeVariant::Light).value();
    for (const char* name : {"water", "green", "buildings", "roads", "pois"}) {
        const MapLayer layer = loadLayer(demoLayer(name), mapCrs()).value();
        ground->layers.push_back({layer, ground->theme.styleFor(traitsOf(layer)), true});
    }
    FrameContent content;
    content.ground = ground;
    MapView view = smallView();
    view.size = {600, 400};
    view.centre = onMap(121.4890, 31.2400);
    view = view.withScale(10'000);
    const QImage picture = render(content, view);
    const LayerStyle water = ground->layers[0].style;
    CHECK(isNear(picture.pixel(300, 200), water.other.fill));
    std::map<QRgb, int> colours;
    for (int y = 0; y < picture.height(); ++y)
        for (int x = 0; x < picture.width(); ++x)
            ++colours[picture.pixel(x, y)];
    CHECK(colours[ground->layers[1].style.other.fill.rgb()] > 300); // green
    CHECK(colours[ground->layers[2].style.other.fill.rgb()] > 300); // buildings
    CHECK(colours[qRgb(255, 255, 255)] > 300);                      // roads
}

TEST_CASE("paper gets the same map with text that can be copied", "[gis][draw]") {
    auto ground = contentWithArea();
    ground->areas[0].look.look.label = Qt::white;
    ground->fontFamily = QStringLiteral("WenQuanYi Micro Hei");
    FrameContent content;
    content.ground = ground;
    content.incidents = indexOf({{30, 20}, {-30, -20}}, {lampLook(core::Lamp::Red), lampLook(core::Lamp::Green, 3)});
    // As a picture, both ways agree.
    QImage painted(200, 200, QImage::Format_RGB32);
    {
        QPainter painter(&painted);
        paint(painter, content, smallView());
    }
    const QImage rendered = render(content, smallView());
    for (const QPoint& probe : {QPoint(60, 60), QPoint(50, 100), QPoint(20, 20), QPoint(130, 81), QPoint(140, 140)})
        CHECK(isNear(painted.pixel(probe), QColor(rendered.pixel(probe)), 40));

    const QTemporaryDir folder;
    const QString file = folder.filePath(QStringLiteral("map.pdf"));
    {
        QPdfWriter writer(file);
        writer.setResolution(300);
        QPainter painter(&writer);
        painter.scale(300 / 96.0, 300 / 96.0);
        paint(painter, content, smallView());
    }
    QProcess process;
    process.start(QStringLiteral("pdftotext"), {file, QStringLiteral("-")});
    REQUIRE(process.waitForFinished());
    CHECK(process.readAllStandardOutput().contains("G7"));
    process.start(QStringLiteral("pdfimages"), {QStringLiteral("-list"), file});
    REQUIRE(process.waitForFinished());
    CHECK(process.readAllStandardOutput().count('\n') <= 2); // a heading, no image: all is vectors
}
