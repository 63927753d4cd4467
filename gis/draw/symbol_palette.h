// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gis/draw/map_theme.h"
#include "gis/draw/symbol.h"

namespace gridwarden::gis {

/// The symbols that classes of incidents have until somebody chooses others, for the light or the dark map. Read from
/// resources/styles.
class SymbolPalette {
  public:
    /// Errors: as core::readJsonResource; BadInput "style-unreadable" {member}.
    [[nodiscard]] static core::Result<SymbolPalette> load(ThemeVariant variant);
    /// Of a document like resources/styles/incidents.json. Errors: BadInput "style-unreadable" {member}.
    [[nodiscard]] static core::Result<SymbolPalette> fromJson(const nlohmann::json& root, ThemeVariant variant);

    [[nodiscard]] ThemeVariant variant() const { return m_variant; }
    /// Of the class at a position; they come round again.
    [[nodiscard]] IncidentSymbol at(std::size_t position) const;
    [[nodiscard]] const IncidentSymbol& others() const { return m_others; }
    /// Of a state by its key; that of the others when it has none.
    [[nodiscard]] IncidentSymbol ofState(std::string_view key) const;

  private:
    ThemeVariant m_variant = ThemeVariant::Light;
    std::vector<IncidentSymbol> m_classes;
    IncidentSymbol m_others{SymbolShape::Disc, QColor(0x7D, 0x7D, 0x7D)};
    std::map<std::string, IncidentSymbol, std::less<>> m_states;
};

} // namespace gridwarden::gis
