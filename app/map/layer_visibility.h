// SPDX-License-Identifier: GPL-3.0-or-later
// Which layers are shown is remembered on this machine for each district, so that looking never changes a file.
#pragma once

#include "app/map/layer_entry.h"
#include "core/district.h"

namespace gridwarden::app {

/// Shows and hides as it was left; what is not remembered stays.
void restoreVisibility(std::vector<LayerEntry>& entries, const core::District& district);
void rememberVisibility(const std::vector<LayerEntry>& entries, const core::District& district);

} // namespace gridwarden::app
