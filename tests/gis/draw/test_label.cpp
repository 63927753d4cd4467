// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/draw/label.h"

#include <catch2/catch.hpp>
#include <random>

using namespace gridwarden::gis;

TEST_CASE("labels never overlap or leave the window", "[gis][draw]") {
    const QRectF window(0, 0, 400, 300);
    LabelPlacer placer(window);
    std::mt19937 random(3);
    std::uniform_real_distribution<double> place(-20, 400);
    std::vector<QRectF> placed;
    for (int i = 0; i < 500; ++i) {
        const QRectF box(place(random), place(random), 40, 14);
        if (placer.place(box, QString::number(i), 0))
            placed.push_back(box);
    }
    CHECK(placed.size() > 30);
    for (std::size_t i = 0; i < placed.size(); ++i) {
        REQUIRE(window.contains(placed[i]));
        for (std::size_t j = 0; j < i; ++j)
            REQUIRE(!placed[i].intersects(placed[j]));
    }
}

TEST_CASE("the same text is not repeated nearby", "[gis][draw]") {
    LabelPlacer placer(QRectF(0, 0, 1000, 1000));
    CHECK(placer.place(QRectF(0, 0, 40, 14), QStringLiteral("世纪大道"), 300));
    CHECK(!placer.place(QRectF(100, 100, 40, 14), QStringLiteral("世纪大道"), 300));
    CHECK(placer.place(QRectF(100, 100, 40, 14), QStringLiteral("东方路"), 300));
    CHECK(placer.place(QRectF(500, 500, 40, 14), QStringLiteral("世纪大道"), 300));
}

TEST_CASE("text along a line stays upright and where the line is straight", "[gis][draw]") {
    const QPolygonF leftwards({{300, 100}, {0, 100}});
    const auto place = placeAlong(leftwards, 80);
    REQUIRE(place);
    CHECK(place->angle == Approx(0).margin(1e-9));
    CHECK(place->centre.x() == Approx(150));
    const QPolygonF bent({{0, 0}, {10, 0}, {10, 10}, {20, 10}, {20, 20}, {300, 20}});
    const auto onStraight = placeAlong(bent, 80);
    REQUIRE(onStraight);
    CHECK(onStraight->centre.y() == Approx(20));
    CHECK(!placeAlong(leftwards, 301));
    QPolygonF zigzag;
    for (int i = 0; i < 60; ++i)
        zigzag.push_back(QPointF(i * 5, (i % 2) * 8));
    CHECK(!placeAlong(zigzag, 80));
}

TEST_CASE("the label of a polygon with a bay lies inside it", "[gis][draw]") {
    ShapeStore shapes;
    shapes.begin(ShapeKind::Polygon);
    // A horseshoe that is open at the top: its box's centre is outside.
    shapes.addPart(std::vector<MapPoint>{
        {0, 0}, {100, 0}, {100, 100}, {80, 100}, {80, 20}, {20, 20}, {20, 100}, {0, 100}, {0, 0}});
    shapes.end();
    shapes.finish();
    CHECK(shapes.isNear(0, labelPlaceIn(shapes, 0), 0));
    CHECK(!shapes.isNear(0, {50, 50}, 0));
}
