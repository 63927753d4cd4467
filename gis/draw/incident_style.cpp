// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/draw/incident_style.h"

#include <algorithm>
#include <array>
#include <nlohmann/json.hpp>
#include <optional>
#include <string>

namespace gridwarden::gis {

namespace {

using nlohmann::json;

constexpr std::array Drawings = {IncidentDrawing::Symbols, IncidentDrawing::Clusters, IncidentDrawing::Heat};
constexpr std::array SymbolKeys = {SymbolKey::Lamp, SymbolKey::Category, SymbolKey::State, SymbolKey::Source};
constexpr std::size_t LongestValue = 200;

tl::unexpected<core::Error> unreadable(const char* member) {
    return core::fail(core::ErrorCode::BadInput, {"style-unreadable", {member}});
}

json toJson(const SymbolClass& symbol) {
    json kept = json::object();
    if (!symbol.value.empty())
        kept["value"] = symbol.value;
    if (symbol.shape)
        kept["shape"] = symbolShapeKey(*symbol.shape);
    if (symbol.colour.isValid())
        kept["colour"] = symbol.colour.name(QColor::HexRgb).toStdString();
    return kept;
}

/// None when a member cannot be read.
std::optional<SymbolClass> symbolClassOf(const json& object) {
    if (!object.is_object())
        return std::nullopt;
    SymbolClass symbol;
    if (const auto value = object.find("value"); value != object.end()) {
        if (!value->is_string() || value->get_ref<const std::string&>().size() > LongestValue)
            return std::nullopt;
        symbol.value = value->get<std::string>();
    }
    if (const auto shape = object.find("shape"); shape != object.end()) {
        symbol.shape = shape->is_string() ? symbolShapeFromKey(shape->get_ref<const std::string&>()) : std::nullopt;
        if (!symbol.shape)
            return std::nullopt;
    }
    if (const auto colour = object.find("colour"); colour != object.end()) {
        symbol.colour = colour->is_string() ? QColor(QString::fromStdString(colour->get<std::string>())) : QColor();
        if (!symbol.colour.isValid())
            return std::nullopt;
        symbol.colour = QColor(symbol.colour.rgb()); // one way to write a colour
    }
    return symbol;
}

} // namespace

std::string_view symbolKeyKey(SymbolKey key) {
    switch (key) {
    case SymbolKey::Category:
        return "category";
    case SymbolKey::State:
        return "state";
    case SymbolKey::Source:
        return "source";
    case SymbolKey::Lamp:
        break;
    }
    return "lamp";
}

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
    if (style.by != usual.by)
        kept["by"] = symbolKeyKey(style.by);
    for (const SymbolClass& each : style.classes)
        kept["classes"].push_back(toJson(each));
    if (style.others != usual.others)
        kept["others"] = toJson(style.others);
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
    if (const auto by = object.find("by"); by != object.end()) {
        const auto found = std::find_if(SymbolKeys.begin(), SymbolKeys.end(), [&](SymbolKey each) {
            return by->is_string() && by->get_ref<const std::string&>() == symbolKeyKey(each);
        });
        if (found == SymbolKeys.end())
            return unreadable("by");
        style.by = *found;
    }
    if (const auto classes = object.find("classes"); classes != object.end()) {
        if (!classes->is_array() || classes->size() > IncidentStyle::MostClasses)
            return unreadable("classes");
        for (const json& each : *classes) {
            auto symbol = symbolClassOf(each);
            const auto isSame = [&](const SymbolClass& other) { return other.value == symbol->value; };
            if (!symbol || symbol->value.empty() || std::any_of(style.classes.begin(), style.classes.end(), isSame))
                return unreadable("classes");
            style.classes.push_back(std::move(*symbol));
        }
    }
    if (const auto others = object.find("others"); others != object.end()) {
        auto symbol = symbolClassOf(*others);
        if (!symbol || !symbol->value.empty())
            return unreadable("others");
        style.others = std::move(*symbol);
    }
    return style;
}

} // namespace gridwarden::gis
