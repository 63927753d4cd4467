// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/draw/incident_style.h"

#include <array>
#include <nlohmann/json.hpp>
#include <optional>
#include <string>

namespace gridwarden::gis {

namespace {

using nlohmann::json;

constexpr std::array Drawings = {IncidentDrawing::Symbols, IncidentDrawing::Clusters, IncidentDrawing::Heat};

tl::unexpected<core::Error> unreadable(const char* member) {
    return core::fail(core::ErrorCode::BadInput, {"style-unreadable", {member}});
}

} // namespace

std::string_view incidentDrawingKey(IncidentDrawing drawing) {
    switch (drawing) {
    case IncidentDrawing::Clusters:
        return "clusters";
    case IncidentDrawing::Heat:
        return "heat";
    case IncidentDrawing::Symbols:
        break;
    }
    return "symbols";
}

json toJson(const IncidentStyle& style) {
    const IncidentStyle usual;
    json kept = {{"drawing", incidentDrawingKey(style.drawing)}};
    if (style.clusterSize != usual.clusterSize)
        kept["cluster_size"] = style.clusterSize;
    if (style.heatRadius != usual.heatRadius)
        kept["heat_radius"] = style.heatRadius;
    return kept;
}

core::Result<IncidentStyle> incidentStyleFromJson(const json& object) {
    IncidentStyle style;
    if (!object.is_object())
        return unreadable("");
    if (const auto drawing = object.find("drawing"); drawing != object.end()) {
        std::optional<IncidentDrawing> found;
        for (const IncidentDrawing each : Drawings)
            if (drawing->is_string() && drawing->get_ref<const std::string&>() == incidentDrawingKey(each))
                found = each;
        if (!found)
            return unreadable("drawing");
        style.drawing = *found;
    }
    const auto number = [&object](const char* member, double& value, double low, double high) {
        const auto found = object.find(member);
        if (found == object.end())
            return true;
        if (!found->is_number() || !(found->get<double>() >= low && found->get<double>() <= high))
            return false;
        value = found->get<double>();
        return true;
    };
    if (!number("cluster_size", style.clusterSize, IncidentStyle::SmallestCluster, IncidentStyle::LargestCluster))
        return unreadable("cluster_size");
    if (!number("heat_radius", style.heatRadius, IncidentStyle::SmallestRadius, IncidentStyle::LargestRadius))
        return unreadable("heat_radius");
    return style;
}

} // namespace gridwarden::gis
