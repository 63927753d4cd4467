// SPDX-License-Identifier: GPL-3.0-or-later
// What is said about a layer in lists.
#pragma once

#include "app/map/layer_entry.h"

#include <QStringList>

namespace gridwarden::app {

/// The name somebody gave it, else that of the layer or its file.
[[nodiscard]] QString titleOf(const LayerEntry& entry);
/// What went wrong or was noticed while it was loaded and drawn, the worst first.
/// `serviceFault`: what a map service does instead of answering; else empty.
[[nodiscard]] QStringList noteTexts(const LayerEntry& entry, const QString& serviceFault = {});
/// Where it comes from and how it is read, with its notes.
[[nodiscard]] QString toolTipOf(const LayerEntry& entry, const QString& serviceFault = {});
/// A word that stands beside the name, of the worst there is to be known: it cannot be read, its place is unknown or
/// approximate, something is left out (how much), a service cannot be reached. Empty: nothing to be said.
[[nodiscard]] QString badgeOf(const LayerEntry& entry, const QString& serviceFault = {});
/// Whether it is not known where on earth it lies.
[[nodiscard]] bool isPlaceUnknown(const LayerEntry& entry);
/// Whether another coordinate system may help: it is unknown or approximate, or some of its places are off the map.
[[nodiscard]] bool isPlaceDoubtful(const LayerEntry& entry);
/// Whether some of its shapes are so far from the others that zooming to it leaves them aside.
[[nodiscard]] int farShapes(const LayerEntry& entry);

} // namespace gridwarden::app
