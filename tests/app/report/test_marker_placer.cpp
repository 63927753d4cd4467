// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/report/marker_placer.h"

#include <catch2/catch.hpp>
#include <cmath>

using gridwarden::app::MarkerPlacer;

TEST_CASE("a marker stands at its incident where there is room", "[report][marker]") {
    MarkerPlacer placer({400, 400});
    CHECK(placer.place({100, 100}, QStringLiteral("1")) == QPointF(100, 100));
    CHECK(placer.place({200, 100}, QStringLiteral("2")) == QPointF(200, 100));
}

TEST_CASE("markers of incidents at one place stand around it without touching", "[report][marker]") {
    MarkerPlacer placer({400, 400});
    std::vector<QPointF> centres;
    for (int i = 0; i < 20; ++i) {
        const auto centre = placer.place({200, 200}, QString::number(i));
        REQUIRE(centre);
        for (const QPointF& other : centres)
            CHECK((std::abs(centre->x() - other.x()) >= 20 || std::abs(centre->y() - other.y()) >= 20));
        centres.push_back(*centre);
    }
}

TEST_CASE("a marker stays in the map and is left out when there is no room", "[report][marker]") {
    MarkerPlacer placer({60, 60});
    const auto first = placer.place({2, 2}, QStringLiteral("1"));
    REQUIRE(first);
    CHECK(first->x() >= 10);
    CHECK(first->y() >= 10);
    int placed = 0;
    for (int i = 0; i < 30; ++i)
        placed += placer.place({30, 30}, QStringLiteral("2")) ? 1 : 0;
    CHECK(placed >= 1);
    CHECK(placed < 6);
}
