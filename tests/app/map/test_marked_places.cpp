// SPDX-License-Identifier: GPL-3.0-or-later
// Squares of a result over the map.
#include "app/map/map_legend.h"
#include "app/map/marked_places_overlay.h"
#include "tests/app/map/map_desk.h"

using namespace gridwarden;
using namespace gridwarden::test;

namespace {

core::GeoBox boxOf(double west, double south, double size) {
    core::GeoBox box;
    box.include(core::GeoPoint{west, south});
    box.include(core::GeoPoint{west + size, south + size});
    return box;
}

/// Two squares, in the south-west and in the north-east.
struct MarkedDesk : MapDesk {
    std::unique_ptr<app::MarkedPlaces> places = std::make_unique<app::MarkedPlaces>(app::MarkedPlaces::Look::Crowded);
    QSignalSpy clicked{places.get(), &app::MarkedPlaces::clicked};

    MarkedDesk() {
        new app::MarkedPlacesOverlay(*places, *map);
        places->setPlaces({{boxOf(120.642, 28.002, 0.002)}, {boxOf(120.656, 28.016, 0.002)}},
                          QStringLiteral("Hot spot"));
        settle();
    }
    [[nodiscard]] QColor at(core::GeoPoint place) const { return map->grab().toImage().pixelColor(screen(place)); }
};

constexpr core::GeoPoint InFirst{120.643, 28.003}, InSecond{120.657, 28.017}, Outside{120.648, 28.003};

} // namespace

TEST_CASE("squares are filled quietly and the selected one more strongly", "[app][map]") {
    MarkedDesk desk;
    const QColor plain = desk.at(Outside), marked = desk.at(InFirst);
    CHECK(marked != plain);
    CHECK(marked.red() > marked.blue()); // of vermillion
    desk.places->select(0);
    const QColor selected = desk.at(InFirst);
    CHECK(selected.blue() < marked.blue());
    CHECK(desk.at(InSecond) == marked);
    desk.places.reset(); // the window was closed
    CHECK(desk.at(InFirst) == plain);
}

TEST_CASE("a click on a square is told and one on the selected square goes to the cases in it", "[app][map]") {
    MarkedDesk desk;
    const core::CaseId inIt = desk.report(InSecond);
    desk.workspace.selectCases({});
    QTest::mouseClick(desk.map.get(), Qt::LeftButton, {}, desk.screen(InSecond));
    REQUIRE(desk.clicked.count() == 1);
    CHECK(desk.clicked[0][0].value<std::size_t>() == 1);
    CHECK(desk.workspace.selectedCases().empty());
    desk.places->select(1);
    QTest::mouseClick(desk.map.get(), Qt::LeftButton, {}, desk.screen(InSecond));
    CHECK(desk.clicked.count() == 1);
    CHECK(desk.workspace.selectedCases() == std::vector{inIt});
    QTest::mouseClick(desk.map.get(), Qt::LeftButton, {}, desk.screen(Outside));
    CHECK(desk.clicked.count() == 1);
    CHECK(desk.workspace.selectedArea() == desk.small.grids[0]);
}

TEST_CASE("squares stay where they are when the map is moved and zoomed out, and can be hit from afar", "[app][map]") {
    MarkedDesk desk;
    const QColor marked = desk.at(InFirst);
    desk.map->zoomBy(0.02); // the squares would be smaller than a pixel
    desk.settle();
    QTest::mouseClick(desk.map.get(), Qt::LeftButton, {}, desk.screen({120.643, 28.003}) + QPoint(2, -2));
    CHECK(desk.clicked.count() == 1);
    desk.map->showAll();
    desk.settle();
    CHECK(desk.at(InFirst) == marked);
}

TEST_CASE("the legend says what the squares are while there are any", "[app][map]") {
    MarkedDesk desk;
    app::MapLegend legend(*desk.map);
    const auto captions = [&] {
        QStringList all;
        for (const gis::LegendEntry& entry : legend.entries())
            all << QString::fromStdString(entry.caption.english);
        return all;
    };
    CHECK(captions().contains(QStringLiteral("Hot spot")));
    desk.places->setPlaces({}, {});
    CHECK(QTest::qWaitFor([&] { return !captions().contains(QStringLiteral("Hot spot")); }, 2000));
}
