// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QIcon>

namespace gridwarden::app {

/// The icon with a small number at its corner; the icon itself for none.
[[nodiscard]] QIcon badged(const QIcon& plain, int count);

} // namespace gridwarden::app
