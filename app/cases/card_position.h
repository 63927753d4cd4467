// SPDX-License-Identifier: GPL-3.0-or-later
// Where a card floats: beside a point, never over it.
#pragma once

#include <QPoint>
#include <QRect>
#include <QSize>

namespace gridwarden::app {

/// The top left corner of a card of `size` inside `room`, beside `anchor`: right of it where there is space, else left,
/// else below or above. Where it fits nowhere beside it, it stands in the corner farthest from the point.
[[nodiscard]] QPoint cardPosition(QPoint anchor, QSize size, QRect room);

} // namespace gridwarden::app
