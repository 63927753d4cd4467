// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/draw/symbol.h"

#include <catch2/catch.hpp>
#include <set>

using namespace gridwarden::gis;
using gridwarden::core::Lamp;

namespace {

/// The symbol as a photocopy shows it.
std::vector<int> darkness(const IncidentSymbol& symbol, double size) {
    const QImage image = symbolImage(size, 2, symbol);
    std::vector<int> dark;
    for (int y = 0; y < image.height(); ++y)
        for (int x = 0; x < image.width(); ++x)
            dark.push_back(qAlpha(image.pixel(x, y)) > 128 && qGray(image.pixel(x, y)) < 160 ? 1 : 0);
    return dark;
}

} // namespace

TEST_CASE("each lamp has its own shape without colour", "[gis][draw]") {
    const double size = GENERATE(9.0, 14.0, 24.0);
    std::set<std::vector<int>> shapes;
    for (const Lamp lamp : LampsByRank)
        shapes.insert(darkness(lampSymbol(lamp), size));
    CHECK(shapes.size() == LampsByRank.size());
}

TEST_CASE("each shape differs from the others without colour, and is found by its key", "[gis][draw]") {
    std::set<std::vector<int>> shapes;
    for (const SymbolShape shape : AllSymbolShapes) {
        shapes.insert(darkness(IncidentSymbol{shape, QColor(0x33, 0x33, 0x33)}, 14));
        CHECK(symbolShapeFromKey(symbolShapeKey(shape)) == shape);
    }
    CHECK(shapes.size() == AllSymbolShapes.size());
    CHECK(!symbolShapeFromKey("star"));
}

TEST_CASE("lamps have the colours of the window", "[gis][draw]") {
    CHECK(lampColour(Lamp::Green) == QColor(0x2F, 0x7D, 0x4F));
    CHECK(lampColour(Lamp::Yellow) == QColor(0xC7, 0x77, 0x00));
    CHECK(lampColour(Lamp::Red) == QColor(0xB3, 0x26, 0x1E));
    const QImage late = symbolImage(20, 1, lampSymbol(Lamp::Red));
    CHECK(late.pixelColor(late.width() / 2, late.height() / 2) == lampColour(Lamp::Red));
}

TEST_CASE("urgency goes from done to late", "[gis][draw]") {
    CHECK(urgency(Lamp::Red) > urgency(Lamp::Yellow));
    CHECK(urgency(Lamp::Yellow) > urgency(Lamp::Green));
    CHECK(urgency(Lamp::Green) > urgency(Lamp::None));
    CHECK(urgency(Lamp::None) > urgency(Lamp::Grey));
    for (std::size_t i = 0; i < LampsByRank.size(); ++i)
        CHECK(lampLook(LampsByRank[i]).rank == i);
}

TEST_CASE("a category's hue is a ring around a symbol that has room for it", "[gis][draw]") {
    const QColor hue = categoryHues()[5];
    const auto hasHue = [&hue](const QImage& image) {
        for (int y = 0; y < image.height(); ++y)
            for (int x = 0; x < image.width(); ++x)
                if (image.pixelColor(x, y) == hue)
                    return true;
        return false;
    };
    CHECK(hasHue(symbolImage(20, 2, lampSymbol(Lamp::Green, hue))));
    CHECK(!hasHue(symbolImage(8, 2, lampSymbol(Lamp::Green, hue))));
    CHECK(!hasHue(symbolImage(20, 2, lampSymbol(Lamp::Green))));
}
