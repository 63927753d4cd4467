// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/map/layer_list.h"

namespace gridwarden::app {

/// Whether the layer is a large image without smaller sizes, so that making them helps.
[[nodiscard]] bool lacksOverviews(const LayerEntry& entry);

/// Makes them by a job, which can be cancelled and then leaves nothing; afterwards the layers of the image are loaded again.
void makeOverviews(const std::filesystem::path& image, LayerList& layers, Workspace& workspace, Jobs& jobs);

} // namespace gridwarden::app
