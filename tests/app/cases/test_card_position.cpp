// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cases/card_position.h"

#include <catch2/catch.hpp>

using gridwarden::app::cardPosition;

TEST_CASE("a card never covers its point where there is room beside it", "[app][cases]") {
    const QRect room(0, 0, 1000, 700);
    const QSize card(400, 300);
    for (int x = 0; x < 1000; x += 37)
        for (int y = 0; y < 700; y += 41) {
            const QRect placed(cardPosition({x, y}, card, room), card);
            CHECK_FALSE(placed.contains(QPoint(x, y)));
            CHECK(room.contains(placed));
        }
}

TEST_CASE("a card stands right of its point by default", "[app][cases]") {
    const QPoint corner = cardPosition({100, 350}, {400, 300}, {0, 0, 1000, 700});
    CHECK(corner.x() > 100);
    CHECK(corner.y() < 350);
}

TEST_CASE("a card in a room too narrow goes below its point", "[app][cases]") {
    const QRect placed(cardPosition({200, 100}, {380, 300}, {0, 0, 400, 700}), QSize(380, 300));
    CHECK(placed.top() > 100);
}
