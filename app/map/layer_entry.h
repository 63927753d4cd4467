// SPDX-License-Identifier: GPL-3.0-or-later
// One line of the list of layers, and how the list is kept with the district.
#pragma once

#include "core/district/area.h"
#include "gis/draw/count_classes.h"
#include "gis/draw/incident_style.h"
#include "gis/draw/map_layer.h"
#include "gis/draw/style.h"

#include <nlohmann/json_fwd.hpp>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace gridwarden::app {

enum class LayerRole { Incidents, Areas, Source };
enum class LayerState { Waiting, Loading, Ready, Failed };

struct LayerEntry {
    LayerRole role = LayerRole::Source;
    core::AreaKind areaKind = core::AreaKind::Grid; ///< of Areas
    gis::LayerSource source = {};                   ///< of Source, unless it is a service
    std::optional<gis::TileService> service = {};   ///< of Source: a map service in place of a file
    std::string name = {};                          ///< of Source, as the user wants to read it; empty: the layer's own
    bool isVisible = true;
    std::optional<gis::LayerStyle> style = {};      ///< of Areas and Source, chosen by somebody; none: the theme's
    std::optional<gis::CountClasses> counts = {};   ///< of Areas: shaded by how many cases pass the filter; none: one colour
    gis::IncidentStyle incidentStyle = {};          ///< of Incidents

    // Not kept with the district.
    LayerState state = LayerState::Waiting;
    std::optional<gis::MapLayer> layer = {};
    std::optional<core::Error> fault = {};
    std::optional<core::Message> drawingFault = {}; ///< a part of it cannot be read

    /// Same line of the list, whatever its look.
    [[nodiscard]] bool isSameAs(const LayerEntry& other) const {
        return role == other.role && areaKind == other.areaKind && source == other.source && service == other.service;
    }
};

/// The setting "layers" of a district: an array, top of the map first, of
///   {"role": "incidents"} | {"role": "areas", "kind": "grid"} |
///   {"role": "source", "path": "map/roads.gpkg", "layer": "roads", "name": "Roads", "encoding": "GBK", "crs": "gcj02",
///    "fields": ["class"]} | {"role": "source", "service": {…}, "name": "Map of the city"} (gis/draw/tile_service.h)
/// each with "visible" and, when chosen, "style" (gis/draw/style.h; of incidents gis/draw/incident_style.h);
/// areas that are shaded by their cases have "counts" (gis/draw/count_classes.h). A path is relative to the district's folder when the
/// file lies in it or beside it, "resource:demo/base.gpkg" for what is shipped with the program, else absolute.
[[nodiscard]] nlohmann::json layersToJson(const std::vector<LayerEntry>& entries, const std::filesystem::path& districtFolder);
/// Lines that cannot be read are left out.
[[nodiscard]] std::vector<LayerEntry> layersFromJson(const nlohmann::json& json, const std::filesystem::path& districtFolder);

/// The path as it is kept.
[[nodiscard]] std::string storedPath(const std::filesystem::path& path, const std::filesystem::path& districtFolder);
[[nodiscard]] std::filesystem::path usablePath(const std::string& stored, const std::filesystem::path& districtFolder);

} // namespace gridwarden::app
