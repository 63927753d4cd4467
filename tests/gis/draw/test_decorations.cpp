// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/draw/decorations.h"

#include "draw_data.h"

using namespace drawtest;

TEST_CASE("round lengths are one two or five times a power of ten", "[gis][draw]") {
    const auto [metres, expected] = GENERATE(table<double, double>({{1, 1},
                                                                    {1.9, 1},
                                                                    {2, 2},
                                                                    {4.99, 2},
                                                                    {5, 5},
                                                                    {9.9, 5},
                                                                    {10, 10},
                                                                    {0.3, 0.2},
                                                                    {1234, 1000},
                                                                    {5000, 5000},
                                                                    {999'999, 500'000}}));
    CHECK(roundLength(metres) == Approx(expected));
    CHECK(lengthText(500) == QStringLiteral("500 m"));
    CHECK(lengthText(2000) == QStringLiteral("2 km"));
    CHECK(lengthText(0.2) == QStringLiteral("20 cm"));
}

TEST_CASE("a scale bar is as long as it says", "[gis][draw]") {
    MapView view = smallView();
    view.unitsPerPixel = 3;
    QImage picture(200, 60, QImage::Format_RGB32);
    picture.fill(Qt::white);
    QPainter painter(&picture);
    paintScaleBar(painter, {10, 50}, 150, view, Qt::black, Qt::white); // 450 m fit: 200 m
    painter.end();
    int left = 200, right = 0;
    for (int x = 0; x < 200; ++x)
        if (qGray(picture.pixel(x, 46)) < 60 || qGray(picture.pixel(x, 48)) < 60) {
            left = std::min(left, x);
            right = std::max(right, x);
        }
    CHECK(left == Approx(10).margin(1));
    CHECK(right - left == Approx(200 / 3.0).margin(2)); // pixels
}

TEST_CASE("an attribution stays in its corner and in its width", "[gis][draw]") {
    const QString text = QStringLiteral("© A bureau with a very long name of its own");
    const auto boxAt = [&text](QImage& picture, double width) {
        picture.fill(Qt::darkGreen);
        QPainter painter(&picture);
        return paintAttribution(painter, {200, 60}, width, text, Qt::black, Qt::white);
    };
    QImage picture(200, 60, QImage::Format_RGB32);
    for (const double width : {190.0, 90.0}) {
        const QRectF box = boxAt(picture, width);
        CHECK(box.bottomRight() == QPointF(200, 60));
        CHECK(box.width() <= width);
        CHECK(box.height() < 24);
        bool isInked = false;
        for (int y = 0; y < 60; ++y)
            for (int x = 0; x < 200; ++x) {
                if (!box.adjusted(-1, -1, 1, 1).contains(x, y))
                    CHECK(picture.pixelColor(x, y) == QColor(Qt::darkGreen));
                isInked = isInked || qGray(picture.pixel(x, y)) < 40;
            }
        CHECK(isInked);
    }
}

TEST_CASE("usual scales go from near to far", "[gis][draw]") {
    const auto scales = usualDenominators();
    CHECK(std::is_sorted(scales.begin(), scales.end()));
    CHECK(scales.front() == 500);
}

TEST_CASE("a legend lists what the view shows", "[gis][draw]") {
    const auto& lamps = IncidentSymbols::lamps()->classes;
    REQUIRE(lamps.size() == 5);
    CHECK(lamps.front().caption == Caption{"超期", "Overdue"});
    CHECK(lamps.front().symbol == lampSymbol(core::Lamp::Red));

    auto ground = std::make_shared<GroundContent>();
    ground->theme = MapTheme::load(ThemeVariant::Light).value();
    const MapLayer roads = loadLayer(demoLayer("roads"), mapCrs()).value();
    ground->layers.push_back({roads, ground->theme.styleFor(traitsOf(roads)), true});
    FrameContent content;
    content.ground = ground;
    const auto captions = [&](double denominator) {
        std::vector<std::string> texts;
        for (const LegendEntry& entry : legendOf(content, smallView().withScale(denominator)))
            texts.push_back(entry.caption.chinese);
        return texts;
    };
    const auto near = captions(2000);
    const auto far = captions(300'000);
    CHECK(std::find(near.begin(), near.end(), "支路") != near.end());
    CHECK(std::find(far.begin(), far.end(), "支路") == far.end());
    CHECK(std::find(far.begin(), far.end(), "高速与快速路") != far.end());
    CHECK(std::find(near.begin(), near.end(), "超期") == near.end()); // no incidents, no lamps
}

TEST_CASE("a legend on paper lists only what is on the map", "[gis][draw]") {
    auto ground = std::make_shared<GroundContent>();
    ground->theme = MapTheme::load(ThemeVariant::Light).value();
    const MapLayer roads = loadLayer(demoLayer("roads"), mapCrs()).value();
    ground->layers.push_back({roads, ground->theme.styleFor(traitsOf(roads)), true});
    FrameContent content;
    content.ground = ground;
    const MapView street = smallView().withScale(2000).centredOn(onMap(121.4853, 31.2383));
    const auto drawn = legendOf(content, street);
    const auto present = legendOf(content, street, LegendClasses::InView);
    CHECK(!present.empty());
    CHECK(present.size() < drawn.size());
    for (const LegendEntry& entry : present)
        CHECK(std::find(drawn.begin(), drawn.end(), entry) != drawn.end());
    const MapView elsewhere = street.centredOn({street.centre.x + 1e6, street.centre.y});
    CHECK(legendOf(content, elsewhere).size() == drawn.size());
    CHECK(legendOf(content, elsewhere, LegendClasses::InView).empty());
}
