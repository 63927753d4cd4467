// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/draw/label.h"

#include <QtMath>
#include <catch2/catch.hpp>
#include <cmath>
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

namespace {

QFont font() { return mapFont(QString(), 1); }

const QString Latin = QStringLiteral("Garden Road");
const QString Chinese = QStringLiteral("世纪大道中路");

QPolygonF arc(double radius, double fromDegrees, double toDegrees) {
    QPolygonF line;
    for (int i = 0; i <= 60; ++i) {
        const double angle = qDegreesToRadians(fromDegrees + (toDegrees - fromDegrees) * i / 60);
        line.push_back(QPointF(500 + radius * std::cos(angle), 500 + radius * std::sin(angle)));
    }
    return line;
}

} // namespace

TEST_CASE("text along a line stays upright", "[gis][draw]") {
    const QPolygonF leftwards({{300, 100}, {0, 100}});
    const auto place = textOnLine(leftwards, 150, Latin, font());
    REQUIRE(place);
    CHECK(place->angle == Approx(0).margin(1e-9));
    CHECK(place->centre.x() == Approx(150));
    CHECK(place->glyphs.empty());
    for (int degrees = 0; degrees < 360; degrees += 7) {
        const double radians = qDegreesToRadians(static_cast<double>(degrees));
        const QPolygonF line({{200 - 200 * std::cos(radians), 200 - 200 * std::sin(radians)},
                              {200 + 200 * std::cos(radians), 200 + 200 * std::sin(radians)}});
        const auto latin = textOnLine(line, 200, Latin, font());
        REQUIRE(latin);
        CHECK(std::abs(latin->angle) <= 90);
        const auto chinese = textOnLine(line, 200, Chinese, font());
        REQUIRE(chinese);
        const double steepness = std::abs(std::remainder(degrees, 180.0));
        if (steepness > 60) { // one below the other, none lying on its side
            REQUIRE(chinese->glyphs.size() == 6);
            for (std::size_t i = 0; i < 6; ++i) {
                CHECK(std::abs(chinese->glyphs[i].angle) < 40);
                CHECK((i == 0 || chinese->glyphs[i].centre.y() > chinese->glyphs[i - 1].centre.y()));
            }
            CHECK(chinese->glyphs.front().text == QStringLiteral("世"));
        }
    }
}

TEST_CASE("text follows a gentle bend and avoids a sharp one", "[gis][draw]") {
    const QPolygonF bow = arc(150, 220, 320);
    const auto place = textOnLine(bow, lengthOf(bow) / 2, Chinese, font());
    REQUIRE(place);
    REQUIRE(place->glyphs.size() == 6);
    for (const PlacedGlyph& glyph : place->glyphs) { // on the line, reading to the right
        CHECK(std::hypot(glyph.centre.x() - 500, glyph.centre.y() - 500) == Approx(150).margin(2));
        const double tangent = qRadiansToDegrees(std::atan2(glyph.centre.y() - 500, glyph.centre.x() - 500)) + 90;
        CHECK(std::abs(std::remainder(glyph.angle - tangent, 360.0)) < 4);
    }
    CHECK(!textOnLine(arc(18, 180, 360), lengthOf(arc(18, 180, 360)) / 2, Chinese, font()));
    const QPolygonF corner({{0, 0}, {120, 0}, {120, 120}});
    CHECK(!textOnLine(corner, 120, Chinese, font()));
    CHECK(!textOnLine(QPolygonF({{0, 0}, {30, 0}}), 15, Chinese, font())); // too short
    CHECK(!textOnLine(QPolygonF({{0, 0}, {300, 0}}), 10, Chinese, font())); // would begin before it
    QPolygonF zigzag;
    for (int i = 0; i < 60; ++i)
        zigzag.push_back(QPointF(i * 5, (i % 2) * 8));
    CHECK(!textOnLine(zigzag, 200, Chinese, font()));
}

TEST_CASE("a script whose letters join stays in one piece", "[gis][draw]") {
    const QPolygonF bow = arc(800, 250, 290);
    const auto place = textOnLine(bow, lengthOf(bow) / 2, QStringLiteral("شارع"), font());
    REQUIRE(place);
    CHECK(place->glyphs.empty());
}

TEST_CASE("the label of a polygon with a bay lies inside it", "[gis][draw]") {
    // A horseshoe that is open at the top: its box's centre is outside.
    const QPolygonF horseshoe({{0, 0}, {100, 0}, {100, 100}, {80, 100}, {80, 20}, {20, 20}, {20, 100}, {0, 100}, {0, 0}});
    const Stretch stretch = widestStretch(std::span(&horseshoe, 1));
    CHECK(horseshoe.containsPoint(stretch.centre, Qt::OddEvenFill));
    CHECK(stretch.width == Approx(20));
    // A hole in the middle: the label goes beside it.
    const std::vector<QPolygonF> ring{QPolygonF({{0, 0}, {100, 0}, {100, 100}, {0, 100}, {0, 0}}),
                                      QPolygonF({{10, 10}, {60, 10}, {60, 90}, {10, 90}, {10, 10}})};
    const Stretch beside = widestStretch(ring);
    CHECK(beside.centre.x() == Approx(80));
    CHECK(beside.width == Approx(40));
}

TEST_CASE("a long name takes two lines", "[gis][draw]") {
    CHECK(wrapped(QStringLiteral("人民公园")) == QStringList{QStringLiteral("人民公园")});
    CHECK(wrapped(QStringLiteral("上海市浦东新区人民政府")) == QStringList{QStringLiteral("上海市浦东"), QStringLiteral("新区人民政府")});
    CHECK(wrapped(QStringLiteral("Lujiazui Central Park")) == QStringList{QStringLiteral("Lujiazui"), QStringLiteral("Central Park")});
    CHECK(wrapped(QStringLiteral("Donaudampfschifffahrt")).size() == 1); // no place to cut
    CHECK(wrapped(QString()) == QStringList{QString()});
}

TEST_CASE("the picture of a label holds all of it", "[gis][draw]") {
    const QPolygonF bow = arc(150, 220, 320);
    const auto along = textOnLine(bow, lengthOf(bow) / 2, Chinese, font());
    REQUIRE(along);
    for (const PlacedLabel& label : {PlacedLabel{Chinese, font(), Qt::black, {500, 400}, 0, {}}, PlacedLabel{Latin, font(), Qt::black, {500, 400}, -37, {}},
                                     PlacedLabel{Chinese, font(), Qt::black, along->centre, along->angle, along->glyphs}}) {
        QImage page(1000, 1000, QImage::Format_RGB32);
        page.fill(Qt::white);
        QPainter painter(&page);
        painter.setRenderHint(QPainter::Antialiasing);
        drawLabel(painter, label, QColor(255, 0, 0));
        painter.end();
        QRect ink;
        for (int y = 0; y < page.height(); ++y)
            for (int x = 0; x < page.width(); ++x)
                if (page.pixel(x, y) != qRgb(255, 255, 255))
                    ink |= QRect(x, y, 1, 1);
        REQUIRE(!ink.isEmpty());
        CHECK(boundsOf(label).contains(QRectF(ink)));
    }
}
