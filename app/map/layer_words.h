// SPDX-License-Identifier: GPL-3.0-or-later
// What is said about a layer in lists.
#pragma once

#include "app/map/layer_entry.h"

#include <QStringList>

namespace gridwarden::app {

/// The name somebody gave it, else that of the layer or its file.
[[nodiscard]] QString titleOf(const LayerEntry& entry);
/// What went wrong or was noticed while it was loaded.
[[nodiscard]] QStringList noteTexts(const LayerEntry& entry);
/// Where it comes from and how it is read, with its fault and notes.
/// `serviceFault`: what a map service does instead of answering; else empty.
[[nodiscard]] QString toolTipOf(const LayerEntry& entry, const QString& serviceFault = {});
/// A word that stands beside the name: unknown or approximate place, a service that cannot be reached. Empty: nothing to be said.
[[nodiscard]] QString badgeOf(const LayerEntry& entry, const QString& serviceFault = {});
/// Whether it is not known where on earth it lies.
[[nodiscard]] bool isPlaceUnknown(const LayerEntry& entry);

} // namespace gridwarden::app
