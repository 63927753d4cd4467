// SPDX-License-Identifier: GPL-3.0-or-later
// Roads over the map by what patrols did of them.
#include "app/map/map_legend.h"
#include "app/map/marked_roads_overlay.h"
#include "tests/app/map/map_desk.h"

using namespace gridwarden;
using namespace gridwarden::test;

namespace {

using Sign = app::MarkedRoads::Sign;

/// A road that was passed from west to east in the south, one that was missed from south to north in the east.
struct RoadDesk : MapDesk {
    std::unique_ptr<app::MarkedRoads> roads = std::make_unique<app::MarkedRoads>(nullptr);
    QSignalSpy clicked{roads.get(), &app::MarkedRoads::clicked};
    app::MarkedRoadsOverlay* overlay = new app::MarkedRoadsOverlay(*roads, *map);

    RoadDesk() {
        roads->setRoads({{{{{120.642, 28.003}, {120.650, 28.003}}}, Sign::Kept},
                         {{{{120.657, 28.004}, {120.657, 28.016}}}, Sign::Missed}});
        rest();
    }
    void rest() {
        settle();
        REQUIRE(QTest::qWaitFor([&] { return overlay->isCurrent(); }, 10'000));
    }
    /// The most different one from the ground within a few pixels, for dashes leave gaps.
    [[nodiscard]] QColor near(core::GeoPoint place) const {
        const QImage picture = map->grab().toImage();
        const QPoint middle = screen(place);
        QColor found;
        int most = -1;
        for (int y = -4; y <= 4; ++y)
            for (int x = -4; x <= 4; ++x) {
                const QColor colour = picture.pixelColor(middle + QPoint(x, y));
                const int strength = std::max({colour.red(), colour.green(), colour.blue()}) -
                                     std::min({colour.red(), colour.green(), colour.blue()});
                if (strength > most) {
                    most = strength;
                    found = colour;
                }
            }
        return found;
    }
};

constexpr core::GeoPoint OnKept{120.646, 28.003}, OnMissed{120.657, 28.010}, Beside{120.646, 28.008};

bool isGreen(const QColor& colour) {
    return colour.green() > colour.red() + 60;
}
bool isVermillion(const QColor& colour) {
    return colour.red() > colour.blue() + 120;
}

} // namespace

TEST_CASE("roads are drawn by what became of them, and go with the map", "[app][map][patrol]") {
    RoadDesk desk;
    CHECK(isGreen(desk.near(OnKept)));
    CHECK(isVermillion(desk.near(OnMissed)));
    CHECK_FALSE(isGreen(desk.near(Beside)));
    desk.map->zoomBy(1.6);
    desk.rest();
    CHECK(isVermillion(desk.near({120.657, 28.011})));
    desk.map->showAll();
    desk.rest();
    CHECK(isGreen(desk.near(OnKept)));
    desk.roads->setRoads({});
    CHECK_FALSE(isGreen(desk.near(OnKept)));
    desk.roads.reset(); // its panel is gone
    CHECK_FALSE(isVermillion(desk.near(OnMissed)));
}

TEST_CASE("until the roads are painted for a new view the former picture stands where they are", "[app][map][patrol]") {
    RoadDesk desk;
    desk.map->zoomBy(1.2);
    CHECK_FALSE(desk.overlay->isCurrent());
    CHECK(isGreen(desk.near({120.6495, 28.003})));
    desk.rest();
    CHECK(isGreen(desk.near({120.6495, 28.003})));
}

TEST_CASE("a click on a road is told, one beside it goes to the map", "[app][map][patrol]") {
    RoadDesk desk;
    QTest::mouseClick(desk.map.get(), Qt::LeftButton, {}, desk.screen(OnMissed) + QPoint(3, 0));
    REQUIRE(desk.clicked.count() == 1);
    CHECK(desk.clicked[0][0].value<std::size_t>() == 1);
    QTest::mouseClick(desk.map.get(), Qt::LeftButton, {}, desk.screen(Beside));
    CHECK(desk.clicked.count() == 1);
}

TEST_CASE("the legend names the signs that are on the map", "[app][map][patrol]") {
    RoadDesk desk;
    app::MapLegend legend(*desk.map);
    const auto has = [&](const char* caption) {
        const auto entries = legend.entries();
        return std::any_of(entries.begin(), entries.end(),
                           [&](const gis::LegendEntry& entry) { return entry.caption.english == caption; });
    };
    CHECK(has("passed as required"));
    CHECK(has("missed"));
    CHECK_FALSE(has("passed too seldom"));
    desk.roads->setRoads({});
    CHECK(QTest::qWaitFor([&] { return !has("missed"); }, 2000));
}
