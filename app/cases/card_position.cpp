// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cases/card_position.h"

#include <algorithm>

namespace gridwarden::app {

QPoint cardPosition(QPoint anchor, QSize size, QRect room) {
    constexpr int Distance = 24; // leaves the point and its symbol free
    constexpr int Margin = 8;
    room = room.adjusted(Margin, Margin, -Margin, -Margin);
    const int lowestLeft = room.right() + 1 - size.width();
    const int lowestTop = room.bottom() + 1 - size.height();
    const auto within = [](int value, int low, int high) { return std::max(low, std::min(value, high)); };
    const int besideTop = within(anchor.y() - size.height() / 3, room.top(), lowestTop);
    if (const int left = anchor.x() + Distance; left <= lowestLeft)
        return {left, besideTop};
    if (const int left = anchor.x() - Distance - size.width(); left >= room.left())
        return {left, besideTop};
    const int overLeft = within(anchor.x() - size.width() / 2, room.left(), lowestLeft);
    if (const int top = anchor.y() + Distance; top <= lowestTop)
        return {overLeft, top};
    if (const int top = anchor.y() - Distance - size.height(); top >= room.top())
        return {overLeft, top};
    return {anchor.x() < room.center().x() ? std::max(room.left(), lowestLeft) : room.left(),
            anchor.y() < room.center().y() ? std::max(room.top(), lowestTop) : room.top()};
}

} // namespace gridwarden::app
