// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/draw/map_theme.h"

#include "core/base/resources.h"
#include "core/base/text.h"

#include <algorithm>
#include <nlohmann/json.hpp>

namespace gridwarden::gis {

namespace {

using nlohmann::json;

/// Replaces each text "$name" by the colour of that name.
void resolveColours(json& value, const json& colours) {
    if (value.is_structured()) {
        for (json& item : value)
            resolveColours(item, colours);
    } else if (value.is_string() && value.get_ref<const std::string&>().starts_with('$')) {
        const auto found = colours.find(value.get_ref<const std::string&>().substr(1));
        if (found != colours.end())
            value = *found;
    }
}

/// Puts the classes of a named list where "@name" stands in a style's classes, with the field that is named beside it.
void insertClasses(json& style, const json& lists) {
    const auto classes = style.find("classes");
    if (!style.is_object() || classes == style.end() || !classes->is_array() || !lists.is_object())
        return;
    json all = json::array();
    for (json& each : *classes) {
        const auto name = each.is_object() ? each.find("classes") : each.end();
        if (name == each.end() || !name->is_string() || !name->get_ref<const std::string&>().starts_with('@')) {
            all.push_back(std::move(each));
            continue;
        }
        const auto list = lists.find(name->get_ref<const std::string&>().substr(1));
        if (list == lists.end() || !list->is_array())
            continue;
        for (json inserted : *list) {
            if (inserted.is_object() && each.contains("field"))
                inserted["field"] = each["field"];
            all.push_back(std::move(inserted));
        }
    }
    *classes = std::move(all);
}

/// A member, null when there is none.
const json& memberOf(const json& parent, const char* member) {
    static const json none;
    const auto found = parent.find(member);
    return found == parent.end() ? none : *found;
}

std::string textOf(const json& parent, const char* member) {
    const json& found = memberOf(parent, member);
    return found.is_string() ? found.get<std::string>() : std::string();
}

/// Without empty ones.
std::vector<std::string> texts(const json& parent, const char* member) {
    std::vector<std::string> result;
    if (const auto found = parent.find(member); found != parent.end() && found->is_array())
        for (const json& item : *found)
            if (item.is_string() && !item.get_ref<const std::string&>().empty())
                result.push_back(item.get<std::string>());
    return result;
}

QColor colour(const json& parent, const char* member) {
    return QColor(QString::fromStdString(textOf(parent, member)));
}

/// The first of `wanted` among `present`, in any case of letters, as it is written there.
std::string firstPresent(const std::vector<std::string>& wanted, std::span<const std::string> present) {
    for (const std::string& name : wanted)
        for (const std::string& field : present)
            if (core::lowered(field) == core::lowered(name))
                return field;
    return {};
}

/// "osm_roads_2026" is a layer of roads: one of its words is the name.
bool isNamed(std::string_view layer, const std::vector<std::string>& names) {
    const std::string lower = core::lowered(layer);
    const auto isLetter = [](char c) { return c >= 'a' && c <= 'z'; };
    return std::any_of(names.begin(), names.end(), [&](const std::string& name) {
        const auto isAscii = isLetter(name.front());
        for (std::size_t at = lower.find(name); at != std::string::npos; at = lower.find(name, at + 1)) {
            const std::size_t after = at + name.size();
            if (!isAscii ||
                ((at == 0 || !isLetter(lower[at - 1])) && (after == lower.size() || !isLetter(lower[after]))))
                return true;
        }
        return false;
    });
}

} // namespace

core::Result<MapTheme> MapTheme::load(ThemeVariant variant) {
    auto resource = core::readJsonResource("styles/osm.json");
    if (!resource)
        return core::fail(resource);
    auto theme = fromJson(std::move(*resource), variant);
    if (!theme)
        theme.error().subject = "styles/osm.json";
    return theme;
}

core::Result<MapTheme> MapTheme::fromJson(json root, ThemeVariant variant) {
    const char* key = variant == ThemeVariant::Dark ? "dark" : "light";
    const auto unreadable = [](std::string member) {
        return core::fail(core::ErrorCode::BadInput, {"style-unreadable", {std::move(member)}});
    };
    const json own = memberOf(memberOf(root, "variants"), key);
    if (!memberOf(own, "colours").is_object())
        return unreadable(key);
    resolveColours(root, own["colours"]);

    MapTheme theme;
    theme.m_variant = variant;
    theme.m_background = colour(own, "background");
    theme.m_text = colour(own, "text");
    theme.m_halo = colour(own, "halo");
    theme.m_highlight = colour(own, "highlight");
    theme.m_labelFields = texts(root, "label_fields");
    const json& areas = memberOf(root, "areas");
    if (!areas.is_object())
        return unreadable("areas");
    for (const core::AreaKind kind : core::AllAreaKinds) {
        const std::string name(core::areaKindKey(kind));
        if (!areas.contains(name))
            continue;
        auto look = lookFromJson(areas[name]);
        if (!look)
            return core::fail(look);
        theme.m_areas[kind] = {*look, memberOf(areas[name], "label_code") != false};
    }
    const json& layers = memberOf(root, "layers");
    if (!layers.is_array())
        return unreadable("layers");
    const json& labelElse = memberOf(root, "label_else");
    if (labelElse.is_object())
        for (const auto& [field, other] : labelElse.items())
            if (other.is_string())
                theme.m_labelElse[core::lowered(field)] = other.get<std::string>();
    for (const json& entry : layers) {
        json look = memberOf(entry, "style");
        if (look.is_object())
            insertClasses(look, memberOf(root, "classes"));
        auto style = styleFromJson(look.is_null() ? json::object() : look);
        if (!style)
            return core::fail(style);
        theme.m_rules.push_back({texts(entry, "names"), texts(entry, "fields"), textOf(entry, "geometry"), *style});
    }
    const json& plain = memberOf(root, "plain");
    auto look = lookFromJson(memberOf(plain, "look"));
    if (!look)
        return core::fail(look);
    theme.m_plain = *look;
    if (const json& opacity = memberOf(plain, "fill_opacity"); opacity.is_number())
        theme.m_plainFill = std::clamp(opacity.get<double>(), 0.0, 1.0);
    for (const std::string& hue : texts(plain, "hues"))
        theme.m_hues.emplace_back(QString::fromStdString(hue));
    if (theme.m_hues.empty() || !theme.m_background.isValid())
        return unreadable("plain");
    return theme;
}

const AreaLook& MapTheme::areaLook(core::AreaKind kind) const {
    static const AreaLook none;
    const auto found = m_areas.find(kind);
    return found == m_areas.end() ? none : found->second;
}

LayerStyle MapTheme::styleFor(const LayerTraits& traits) const {
    for (const Rule& rule : m_rules) {
        const bool hasGeometry = rule.geometry.empty() || (rule.geometry == "line" && traits.hasLines) ||
                                 (rule.geometry == "polygon" && traits.hasPolygons) ||
                                 (rule.geometry == "point" && traits.hasPoints);
        const std::string field = firstPresent(rule.fields, traits.fields);
        if (!hasGeometry || !isNamed(traits.name, rule.names) || (!rule.fields.empty() && field.empty()))
            continue;
        LayerStyle style = rule.style;
        if (style.field.empty())
            style.field = field;
        if (!style.labelField.empty())
            chooseLabels(style, traits.fields);
        return style;
    }
    LayerStyle style;
    style.other = m_plain;
    if (m_hues.empty()) // a theme that was never loaded
        return style;
    const auto turn = static_cast<std::size_t>(std::max(0, traits.position)) % m_hues.size();
    QColor fill = m_hues[turn];
    fill.setAlphaF(static_cast<float>(m_plainFill)); // markers take the line's colour
    style.other.fill = QColor::fromRgba(fill.rgba()); // as it is kept: of whole bytes
    style.other.line = m_hues[turn];
    if (traits.hasPolygons) {
        style.other.casing = QColor();
        style.other.width = 1;
    }
    chooseLabels(style, traits.fields);
    return style;
}

void MapTheme::chooseLabels(LayerStyle& style, std::span<const std::string> fields) const {
    style.labelField = firstPresent(m_labelFields, fields);
    if (const auto other = m_labelElse.find(core::lowered(style.labelField)); other != m_labelElse.end())
        style.labelElse = firstPresent({other->second}, fields);
}

std::vector<std::string> MapTheme::usefulFields(std::span<const std::string> fields) const {
    std::vector<std::string> wanted = m_labelFields;
    for (const Rule& rule : m_rules) {
        wanted.insert(wanted.end(), rule.fields.begin(), rule.fields.end());
        const DrawnText& drawn = rule.style.drawnText;
        wanted.insert(wanted.end(), {rule.style.field, drawn.colourField, drawn.heightField, drawn.angleField, drawn.anchorField});
        for (const StyleClass& each : rule.style.classes)
            wanted.push_back(each.field);
    }
    std::vector<std::string> useful;
    for (const std::string& field : fields)
        if (std::any_of(wanted.begin(), wanted.end(), [lower = core::lowered(field)](const std::string& name) {
                return core::lowered(name) == lower;
            }))
            useful.push_back(field);
    return useful;
}

} // namespace gridwarden::gis
