// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/report/district_layers.h"

#include "app/map/layer_entry.h"

#include <nlohmann/json.hpp>

namespace gridwarden::app {

std::vector<ReportLayer> layersOf(const core::District& district) {
    const auto document = nlohmann::json::parse(district.setting("layers", "[]"), nullptr, /*allow_exceptions=*/false);
    std::vector<ReportLayer> layers;
    for (LayerEntry& entry : layersFromJson(document, district.path().parent_path()))
        if (entry.role == LayerRole::Source && entry.isVisible)
            layers.push_back({std::move(entry.source), std::move(entry.style)});
    return layers;
}

} // namespace gridwarden::app
