// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/crs/gcj02.h"
#include "gis/crs/pixel_grid.h"
#include "gis/crs/transform.h"

#include <catch2/catch.hpp>

#include <cmath>

using namespace gridwarden;
using namespace gridwarden::gis;

namespace {

std::uint32_t grey(int shade) {
    return 0xff000000U | static_cast<std::uint32_t>(shade) * 0x010101U;
}

/// 32 × 24 pixels, each with a shade of its own.
Pixels chart() {
    Pixels pixels;
    for (int i = 0; i < 32 * 24; ++i)
        pixels.push_back(grey((i * 7) % 256));
    return pixels;
}

} // namespace

TEST_CASE("a grid that changes nothing gives the picture itself", "[gis][crs]") {
    const Pixels pixels = chart();
    const PixelGrid grid(32, 24, [](std::span<MapPoint>) {});
    for (const bool isNearest : {true, false})
        CHECK(resample(grid, {pixels, 32, 24, 0, 0, 32, 24}, isNearest) == pixels);
    CHECK(grid.sourcePixelsPerPixel() == Approx(1));
}

TEST_CASE("a turned picture has each pixel where it belongs", "[gis][crs]") {
    const Pixels pixels = chart();
    const PixelGrid grid(24, 32, [](std::span<MapPoint> places) { // a quarter to the right
        for (MapPoint& place : places)
            place = {place.y, 24 - place.x};
    });
    const Pixels turned = resample(grid, {pixels, 32, 24, 0, 0, 32, 24}, true);
    for (int row = 0; row < 32; ++row)
        for (int column = 0; column < 24; ++column)
            CHECK(turned[static_cast<std::size_t>(row * 24 + column)] == pixels[static_cast<std::size_t>((23 - column) * 32 + row)]);
}

TEST_CASE("between four pixels their mean is taken, and beyond the picture nothing", "[gis][crs]") {
    const Pixels four = {grey(0), grey(100), grey(40), grey(60)};
    const PixelGrid middle(1, 1, [](std::span<MapPoint> places) {
        for (MapPoint& place : places)
            place = {place.x + 0.5, place.y + 0.5};
    });
    CHECK(resample(middle, {four, 2, 2, 0, 0, 2, 2}, false)[0] == grey(50));
    const PixelGrid outside(2, 2, [](std::span<MapPoint> places) {
        for (MapPoint& place : places)
            place = {place.x + 7, place.y};
    });
    CHECK(resample(outside, {four, 2, 2, 0, 0, 2, 2}, false) == Pixels(4, 0));
}

TEST_CASE("where places cannot be expressed nothing is drawn, up to the very pixel", "[gis][crs]") {
    const Pixels pixels = chart();
    const PixelGrid half(32, 24, [](std::span<MapPoint> places) {
        for (MapPoint& place : places)
            if (place.x > 20)
                place = PixelGrid::none();
    });
    const Pixels made = resample(half, {pixels, 32, 24, 0, 0, 32, 24}, true);
    for (std::size_t i = 0; i < made.size(); ++i)
        CHECK(made[i] == (i % 32 < 20 ? pixels[i] : 0));
}

TEST_CASE("between the crossings GCJ-02 is off by less than a twelfth of a pixel", "[gis][crs]") {
    // The view of a window, from single buildings to a province.
    const double unitsPerPixel = GENERATE(0.1, 1.0, 10.0, 100.0, 1000.0);
    const auto toShifted = Transform::between(Crs::parse("EPSG:4549").value(), Crs::parse("gcj02").value()).value();
    const auto back = Transform::between(Crs::cgcs2000(), Crs::parse("EPSG:4549").value()).value();
    const auto place = [&](MapPoint pixel) { return MapPoint{500'000 + (pixel.x - 320) * unitsPerPixel, 3'100'000 - (pixel.y - 240) * unitsPerPixel}; };
    // Source pixels of the size of the target's: in the plane that takes the shifted degrees for true ones.
    const auto locate = [&](std::span<MapPoint> places) {
        for (MapPoint& each : places) {
            const auto shifted = toShifted.forward(place(each));
            const auto plane = shifted ? back.forward(*shifted) : core::Result<MapPoint>(tl::unexpected(shifted.error()));
            each = plane ? MapPoint{plane->x / unitsPerPixel, -plane->y / unitsPerPixel} : PixelGrid::none();
        }
    };
    const PixelGrid grid(640, 480, locate);
    std::vector<MapPoint> row(640);
    double worst = 0;
    for (int y = 0; y < 480; y += 7) {
        grid.locateRow(y, row);
        for (int x = 0; x < 640; x += 5) {
            std::vector<MapPoint> exact{{x + 0.5, y + 0.5}};
            locate(exact);
            worst = std::max(worst, std::hypot(row[static_cast<std::size_t>(x)].x - exact[0].x, row[static_cast<std::size_t>(x)].y - exact[0].y));
        }
    }
    CHECK(worst < 1.0 / 12);
}
