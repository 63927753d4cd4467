// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/draw/label_layout.h"

#include "draw_data.h"
#include "gis/draw/ground_painter.h"

using namespace drawtest;

namespace {

std::shared_ptr<const GroundContent> demoMap() {
    auto content = std::make_shared<GroundContent>();
    content->theme = MapTheme::load(ThemeVariant::Light).value();
    for (const char* name : {"water", "green", "buildings", "roads", "pois"}) {
        const MapLayer layer = loadLayer(demoLayer(name), mapCrs()).value();
        content->layers.push_back({layer, content->theme.styleFor(traitsOf(layer)), true});
    }
    return content;
}

double length(const std::vector<MapPoint>& line) {
    double sum = 0;
    for (std::size_t i = 1; i < line.size(); ++i)
        sum += std::hypot(line[i].x - line[i - 1].x, line[i].y - line[i - 1].y);
    return sum;
}

} // namespace

TEST_CASE("no name of a map covers another", "[gis][draw]") {
    const auto content = demoMap();
    const GroundPlan plan(content);
    for (const double denominator : {20'000.0, 8'000.0, 3'000.0, 1'500.0}) {
        MapView view = smallView();
        view.size = {1200, 900};
        view.centre = onMap(121.4950, 31.2380);
        view = view.withScale(denominator);
        const PlacedLabels labels = placeLabels(plan, view, {});
        CHECK(labels.ofLayers.size() > 8);
        // By their ink: a pixel belongs to one of them at most.
        std::vector<std::size_t> owner(1200 * 900, 0);
        std::size_t number = 0;
        int shared = 0;
        for (const PlacedLabel& label : labels.ofLayers) {
            ++number;
            const QRect box = boundsOf(label).toAlignedRect().intersected(QRect(0, 0, 1200, 900));
            REQUIRE(!box.isEmpty());
            QImage ink(box.size(), QImage::Format_RGB32);
            ink.fill(Qt::white);
            QPainter painter(&ink);
            painter.setRenderHint(QPainter::Antialiasing);
            painter.translate(-box.topLeft());
            PlacedLabel black = label;
            black.colour = Qt::black;
            drawLabel(painter, black, Qt::white);
            painter.end();
            for (int y = 0; y < ink.height(); ++y)
                for (int x = 0; x < ink.width(); ++x)
                    if (qGray(ink.pixel(x, y)) < 128) {
                        std::size_t& before = owner[static_cast<std::size_t>(box.top() + y) * 1200 + static_cast<std::size_t>(box.left() + x)];
                        shared += before != 0 && before != number ? 1 : 0;
                        before = number;
                    }
        }
        CHECK(shared == 0);
    }
}

TEST_CASE("pieces of a line become one, straight on where several meet", "[gis][draw]") {
    const std::vector<MapPoint> west{{0, 0}, {50, 0}, {100, 0}};
    const std::vector<MapPoint> east{{200, 5}, {100, 0}}; // drawn the other way
    const std::vector<MapPoint> north{{100, 0}, {100, 80}};
    const std::vector<MapPoint> apart{{500, 500}, {600, 500}};
    const auto lines = joined({west, east, north, apart});
    REQUIRE(lines.size() == 3);
    const auto longest = std::max_element(lines.begin(), lines.end(), [](const auto& a, const auto& b) { return length(a) < length(b); });
    CHECK(length(*longest) == Approx(100 + std::hypot(100, 5)));
    double all = 0;
    for (const auto& line : lines)
        all += length(line);
    CHECK(all == Approx(100 + std::hypot(100, 5) + 80 + 100));
    const std::vector<MapPoint> ring{{0, 0}, {10, 0}, {10, 10}};
    const std::vector<MapPoint> back{{10, 10}, {0, 10}, {0, 0}};
    CHECK(joined({ring, back}).size() <= 2); // it ends
    CHECK(joined({}).empty());
}

TEST_CASE("a street in pieces has its name once, and again after some distance", "[gis][draw]") {
    const auto theme = MapTheme::load(ThemeVariant::Light).value();
    LayerSource source = demoLayer("roads");
    const auto roads = VectorLayer::load(source, mapCrs()).value();
    const std::vector<std::shared_ptr<const LayerLooks>> looks{
        std::make_shared<const LayerLooks>(roads, theme.styleFor(traitsOf(MapLayer(roads))), theme.background(), theme.text())};
    MapView view = smallView();
    view.size = {1600, 1000};
    view.centre = onMap(121.4950, 31.2380);
    view = view.withScale(6'000);
    LabelPlacer placer(QRectF(0, 0, 1600, 1000));
    std::map<QString, std::vector<QPointF>> byName;
    for (const PlacedLabel& label : placeLayerLabels(looks, view, QString(), placer, {}))
        byName[label.text].push_back(label.centre);
    CHECK(byName.size() > 10);
    bool isRepeated = false;
    for (const auto& [name, places] : byName)
        for (std::size_t i = 0; i < places.size(); ++i)
            for (std::size_t j = 0; j < i; ++j) {
                isRepeated = true;
                CHECK(std::hypot(places[i].x() - places[j].x(), places[i].y() - places[j].y()) > 200);
            }
    CHECK(isRepeated);
}
