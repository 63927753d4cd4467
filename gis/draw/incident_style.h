// SPDX-License-Identifier: GPL-3.0-or-later
// How the layer of incidents is drawn. Kept as JSON with the district:
//   {"drawing": "clusters", "cluster_size": 56} | {"drawing": "heat", "heat_radius": 200} |
//   {"drawing": "symbols", "by": "category",
//    "classes": [{"value": "2026:matter:09", "shape": "disc", "colour": "#0072b2"}, …], "others": {"colour": "#7d7d7d"}}
// What is missing is as usual: symbols by lamp; all classes that there are, with the symbols of the palette.
#pragma once

#include "core/base/result.h"
#include "gis/draw/symbol.h"

#include <nlohmann/json_fwd.hpp>
#include <string>
#include <string_view>
#include <vector>

namespace gridwarden::gis {

enum class IncidentDrawing { Symbols, Clusters, Heat };
[[nodiscard]] std::string_view incidentDrawingKey(IncidentDrawing drawing); ///< "symbols", "clusters", "heat"

/// What symbols tell apart.
enum class SymbolKey { Lamp, Category, State, Source };
[[nodiscard]] std::string_view symbolKeyKey(SymbolKey key); ///< "lamp", "category", "state", "source"

/// The symbol of one value: of a lamp, a state or a source by its key, of a category in full with all under it.
struct SymbolClass {
    std::string value;
    std::optional<SymbolShape> shape = {}; ///< none: the palette's
    QColor colour = {};                    ///< invalid: the palette's; opaque
    bool operator==(const SymbolClass&) const = default;
};

struct IncidentStyle {
    static constexpr double SmallestCluster = 40, LargestCluster = 200;    ///< screen pixels
    static constexpr double SmallestRadius = 10, LargestRadius = 50'000;   ///< metres
    static constexpr std::size_t MostClasses = 31;                         ///< and the others

    IncidentDrawing drawing = IncidentDrawing::Symbols;
    double clusterSize = 56; ///< least width of the cells that are counted together, screen pixels
    double heatRadius = 200; ///< of the kernel, metres on the ground (incident_heat.h)
    SymbolKey by = SymbolKey::Lamp;
    std::vector<SymbolClass> classes = {}; ///< uppermost first, all different; empty: all that there are
    SymbolClass others = {};               ///< everything else; without a value
    bool operator==(const IncidentStyle&) const = default;
};

[[nodiscard]] nlohmann::json toJson(const IncidentStyle& style);
/// Missing members keep their defaults, unknown ones are ignored. Errors: BadInput "style-unreadable" {member}.
[[nodiscard]] core::Result<IncidentStyle> incidentStyleFromJson(const nlohmann::json& json);

} // namespace gridwarden::gis
