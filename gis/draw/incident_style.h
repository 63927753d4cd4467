// SPDX-License-Identifier: GPL-3.0-or-later
// How the layer of incidents is drawn. Kept as JSON with the district:
//   {"drawing": "clusters", "cluster_size": 56} | {"drawing": "heat", "heat_radius": 200}; nothing: symbols
#pragma once

#include "core/base/result.h"

#include <nlohmann/json_fwd.hpp>
#include <string_view>

namespace gridwarden::gis {

enum class IncidentDrawing { Symbols, Clusters, Heat };
[[nodiscard]] std::string_view incidentDrawingKey(IncidentDrawing drawing); ///< "symbols", "clusters", "heat"

struct IncidentStyle {
    static constexpr double SmallestCluster = 40, LargestCluster = 200;    ///< screen pixels
    static constexpr double SmallestRadius = 10, LargestRadius = 50'000;   ///< metres

    IncidentDrawing drawing = IncidentDrawing::Symbols;
    double clusterSize = 56; ///< least width of the cells that are counted together, screen pixels
    double heatRadius = 200; ///< of the kernel, metres on the ground (incident_heat.h)
    bool operator==(const IncidentStyle&) const = default;
};

[[nodiscard]] nlohmann::json toJson(const IncidentStyle& style);
/// Missing members keep their defaults, unknown ones are ignored. Errors: BadInput "style-unreadable" {member}.
[[nodiscard]] core::Result<IncidentStyle> incidentStyleFromJson(const nlohmann::json& json);

} // namespace gridwarden::gis
