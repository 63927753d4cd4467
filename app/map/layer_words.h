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
[[nodiscard]] QString toolTipOf(const LayerEntry& entry);
/// Whether it is not known where on earth it lies.
[[nodiscard]] bool isPlaceUnknown(const LayerEntry& entry);

} // namespace gridwarden::app
