// SPDX-License-Identifier: GPL-3.0-or-later
// The colours of the map itself and the looks that layers have until somebody chooses others: pale, so that incidents
// stand out, in a light and a dark variant. Read from resources/styles.
#pragma once

#include "core/district/area.h"
#include "gis/draw/style.h"

#include <map>
#include <nlohmann/json_fwd.hpp>
#include <span>

namespace gridwarden::gis {

enum class ThemeVariant { Light, Dark };

/// How the areas of one kind are painted.
struct AreaLook {
    Look look;
    bool labelCode = true; ///< the code in the area, with the name below it where there is room
    bool operator==(const AreaLook&) const = default;
};

/// What a default look is chosen by.
struct LayerTraits {
    std::string name;
    std::vector<std::string> fields;
    bool hasPolygons = false;
    bool hasLines = false;
    bool hasPoints = false;
    int position = 0; ///< among the district's layers: plain layers take their hues in turn
};

class MapTheme {
  public:
    /// Errors: as core::readJsonResource; BadInput "style-unreadable" {member}.
    [[nodiscard]] static core::Result<MapTheme> load(ThemeVariant variant);
    /// Of a document like resources/styles/osm.json. Errors: BadInput "style-unreadable" {member}.
    [[nodiscard]] static core::Result<MapTheme> fromJson(nlohmann::json root, ThemeVariant variant);

    [[nodiscard]] ThemeVariant variant() const { return m_variant; }
    [[nodiscard]] QColor background() const { return m_background; }
    [[nodiscard]] QColor text() const { return m_text; }      ///< labels of areas
    [[nodiscard]] QColor halo() const { return m_halo; }      ///< around labels
    [[nodiscard]] QColor highlight() const { return m_highlight; }
    [[nodiscard]] const AreaLook& areaLook(core::AreaKind kind) const;
    /// Data shaped like OpenStreetMap's (roads, buildings, water, green, places by name and fields) takes the base map's
    /// looks; another layer a plain one with its labels from a field that sounds like a name or a code.
    [[nodiscard]] LayerStyle styleFor(const LayerTraits& traits) const;
    /// What a layer's class and label columns may be called: the fields worth loading before a style is chosen.
    [[nodiscard]] std::vector<std::string> usefulFields(std::span<const std::string> fields) const;

    bool operator==(const MapTheme&) const = default;

  private:
    struct Rule { // the first rule that fits a layer's name, geometry and fields gives its style
        std::vector<std::string> names;
        std::vector<std::string> fields;
        std::string geometry;
        LayerStyle style;
        bool operator==(const Rule&) const = default;
    };
    void chooseLabels(LayerStyle& style, std::span<const std::string> fields) const;

    ThemeVariant m_variant = ThemeVariant::Light;
    QColor m_background, m_text, m_halo, m_highlight;
    std::vector<Rule> m_rules;
    std::vector<std::string> m_labelFields;
    std::map<std::string, std::string> m_labelElse; // by lower-case field: where it is empty
    std::map<core::AreaKind, AreaLook> m_areas;
    Look m_plain;               // of layers that no rule fits, without a hue
    std::vector<QColor> m_hues; // which those take in turn
    double m_plainFill = 0;     // opacity of their fill
};

} // namespace gridwarden::gis
