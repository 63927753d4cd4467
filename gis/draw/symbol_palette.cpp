// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/draw/symbol_palette.h"

#include "core/base/resources.h"

#include <nlohmann/json.hpp>

namespace gridwarden::gis {

namespace {

using nlohmann::json;

std::string textOf(const json& object, const char* member) {
    const auto found = object.find(member);
    return found != object.end() && found->is_string() ? found->get<std::string>() : std::string();
}

std::optional<IncidentSymbol> symbolOf(const json& object, ThemeVariant variant) {
    if (!object.is_object())
        return std::nullopt;
    const auto shape = symbolShapeFromKey(textOf(object, "shape"));
    const QColor colour(QString::fromStdString(textOf(object, variant == ThemeVariant::Dark ? "dark" : "light")));
    if (!shape || !colour.isValid())
        return std::nullopt;
    return IncidentSymbol{*shape, colour};
}

} // namespace

core::Result<SymbolPalette> SymbolPalette::load(ThemeVariant variant) {
    constexpr const char* Resource = "styles/incidents.json";
    const auto root = core::readJsonResource(Resource);
    if (!root)
        return core::fail(root);
    auto palette = fromJson(*root, variant);
    if (!palette)
        palette.error().subject = Resource;
    return palette;
}

core::Result<SymbolPalette> SymbolPalette::fromJson(const json& root, ThemeVariant variant) {
    const auto unreadable = [](const char* member) { return core::fail(core::ErrorCode::BadInput, {"style-unreadable", {member}}); };
    SymbolPalette palette;
    palette.m_variant = variant;
    if (!root.is_object())
        return unreadable("");
    const auto classes = root.find("classes");
    if (classes == root.end() || !classes->is_array() || classes->empty())
        return unreadable("classes");
    for (const json& each : *classes) {
        const auto symbol = symbolOf(each, variant);
        if (!symbol)
            return unreadable("classes");
        palette.m_classes.push_back(*symbol);
    }
    const auto others = root.find("others");
    const auto symbol = others == root.end() ? std::nullopt : symbolOf(*others, variant);
    if (!symbol)
        return unreadable("others");
    palette.m_others = *symbol;
    const auto states = root.find("states");
    if (states == root.end() || !states->is_object())
        return unreadable("states");
    for (const auto& [key, each] : states->items()) {
        const auto ofState = symbolOf(each, variant);
        if (!ofState)
            return unreadable("states");
        palette.m_states[key] = *ofState;
    }
    return palette;
}

IncidentSymbol SymbolPalette::at(std::size_t position) const {
    return m_classes.empty() ? m_others : m_classes[position % m_classes.size()];
}

IncidentSymbol SymbolPalette::ofState(std::string_view key) const {
    const auto found = m_states.find(key);
    return found == m_states.end() ? m_others : found->second;
}

} // namespace gridwarden::gis
