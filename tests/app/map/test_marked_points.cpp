// SPDX-License-Identifier: GPL-3.0-or-later
// Places of what a panel lists, over the map.
#include "app/map/map_legend.h"
#include "app/map/marked_points_overlay.h"
#include "tests/app/map/map_desk.h"

#include <QElapsedTimer>
#include <iostream>

using namespace gridwarden;
using namespace gridwarden::test;

namespace {

constexpr core::GeoPoint First{120.643, 28.003}, Second{120.657, 28.017}, Outside{120.648, 28.003};

struct PointsDesk : MapDesk {
    std::unique_ptr<app::MarkedPoints> points = std::make_unique<app::MarkedPoints>();
    QSignalSpy clicked{points.get(), &app::MarkedPoints::clicked};

    PointsDesk() {
        new app::MarkedPointsOverlay(*points, *map);
        points->setPoints({First, Second}, QStringLiteral("Work of the day"));
    }
    [[nodiscard]] QImage picture() const { return map->grab().toImage(); }
    [[nodiscard]] QColor at(core::GeoPoint place) const { return picture().pixelColor(screen(place)); }
};

} // namespace

TEST_CASE("points are small and blue and a click on one is told", "[app][map]") {
    PointsDesk desk;
    const QColor plain = desk.at(Outside), marked = desk.at(First);
    CHECK(marked != plain);
    CHECK(marked.blue() > marked.red());
    QTest::mouseClick(desk.map.get(), Qt::LeftButton, {}, desk.screen(Second) + QPoint(3, 2));
    REQUIRE(desk.clicked.count() == 1);
    CHECK(desk.clicked[0][0].value<std::size_t>() == 1);
    QTest::mouseClick(desk.map.get(), Qt::LeftButton, {}, desk.screen(Outside)); // an area there
    CHECK(desk.clicked.count() == 1);
    CHECK(desk.workspace.selectedArea() == desk.small.grids[0]);
    desk.points->setPoints({}, {});
    CHECK(desk.at(Second) == plain);
}

TEST_CASE("the selected point is larger", "[app][map]") {
    PointsDesk desk;
    const QPoint beside = desk.screen(First) + QPoint(0, -7); // pixels
    const QColor before = desk.picture().pixelColor(beside);
    desk.points->setPoints({First, Second}, QStringLiteral("Work of the day"), 0);
    CHECK(desk.picture().pixelColor(beside) != before);
}

TEST_CASE("the legend names the points while there are any", "[app][map]") {
    PointsDesk desk;
    app::MapLegend legend(*desk.map);
    const auto isNamed = [&] {
        return std::any_of(legend.entries().begin(), legend.entries().end(),
                           [](const gis::LegendEntry& entry) { return entry.caption.english == "Work of the day"; });
    };
    CHECK(isNamed());
    desk.points.reset(); // with its overlay
    CHECK(QTest::qWaitFor([&] { return !isNamed(); }, 2000));
    CHECK(desk.map->overlays().empty());
}

TEST_CASE("how long a frame with many points takes", "[.][measure]") {
    PointsDesk desk;
    const auto frame = [&] {
        QElapsedTimer timer;
        timer.start();
        constexpr int Frames = 20;
        for (int i = 0; i < Frames; ++i)
            desk.map->grab();
        return static_cast<double>(timer.nsecsElapsed()) / 1e6 / Frames;
    };
    desk.points->setPoints({}, {});
    std::cout << "without: " << frame() << " ms\n";
    std::vector<core::GeoPoint> many;
    for (int i = 0; i < 20'000; ++i)
        many.push_back({120.64 + 0.02 * (i % 141) / 141, 28.0 + 0.02 * (i / 141) / 141});
    desk.points->setPoints(many, QStringLiteral("Work of the day"));
    std::cout << "20000 points: " << frame() << " ms\n";
}
