// SPDX-License-Identifier: GPL-3.0-or-later
// Expectation: QPainter's blending of the same image.
#include "gis/draw/sprite.h"

#include "draw_data.h"

#include <random>

using namespace drawtest;

namespace {

QImage someImage(int side, std::mt19937& random) {
    QImage image(side, side, QImage::Format_ARGB32_Premultiplied);
    for (int y = 0; y < side; ++y)
        for (int x = 0; x < side; ++x) {
            const int alpha = std::array{0, 0, 255, static_cast<int>(random() % 256)}[random() % 4];
            image.setPixel(x, y, qPremultiply(qRgba(static_cast<int>(random() % 256), static_cast<int>(random() % 256), static_cast<int>(random() % 256), alpha)));
        }
    return image;
}

QImage ground(std::mt19937& random) {
    QImage picture(61, 47, QImage::Format_RGB32);
    for (int y = 0; y < picture.height(); ++y)
        for (int x = 0; x < picture.width(); ++x)
            picture.setPixel(x, y, static_cast<QRgb>(random()) | 0xff000000U);
    return picture;
}

} // namespace

TEST_CASE("a sprite is blended like a picture, also across edges", "[gis][draw]") {
    std::mt19937 random(5);
    for (int side = 1; side < 20; ++side) {
        const QImage image = someImage(side, random);
        const Sprite sprite(image);
        for (int round = 0; round < 30; ++round) {
            QImage picture = ground(random);
            QImage expected = picture;
            const int left = static_cast<int>(random() % 90) - 20;
            const int top = static_cast<int>(random() % 75) - 20;
            QPainter(&expected).drawImage(left, top, image);
            // In two bands, as two threads do.
            const int between = static_cast<int>(random() % 47);
            for (const auto& [first, last] : {std::pair(0, between), std::pair(between, picture.height())})
                sprite.paint({reinterpret_cast<QRgb*>(picture.bits()), picture.bytesPerLine() / 4, picture.width(), first, last}, left, top);
            for (int y = 0; y < picture.height(); ++y)
                for (int x = 0; x < picture.width(); ++x)
                    REQUIRE(isNear(picture.pixel(x, y), QColor(expected.pixel(x, y)), 1));
        }
    }
}

TEST_CASE("an empty sprite paints nothing", "[gis][draw]") {
    QImage none(5, 5, QImage::Format_ARGB32_Premultiplied);
    none.fill(Qt::transparent);
    const Sprite sprite(none);
    CHECK(sprite.side() == 5);
    QImage picture(10, 10, QImage::Format_RGB32);
    picture.fill(Qt::white);
    const QImage before = picture;
    sprite.paint({reinterpret_cast<QRgb*>(picture.bits()), picture.bytesPerLine() / 4, 10, 0, 10}, 2, 2);
    CHECK(picture == before);
}
