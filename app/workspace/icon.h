// SPDX-License-Identifier: GPL-3.0-or-later
// Icons of resources/icons, painted in the text colour of the palette in use, so that they follow light and dark themes.
#pragma once

#include <QIcon>

namespace gridwarden::app {

/// The icon of a name such as "undo-2"; a null icon when there is none of that name.
[[nodiscard]] QIcon icon(QLatin1String name);
/// The program's own icon, in its own colours.
[[nodiscard]] QIcon programIcon();

} // namespace gridwarden::app
