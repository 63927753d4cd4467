// SPDX-License-Identifier: GPL-3.0-or-later
// The classes that the symbols of a map tell apart, as in its legend from top to bottom. Where symbols crowd, the uppermost class
// is shown and lies over the others.
#pragma once

#include "gis/draw/style.h"
#include "gis/draw/symbol.h"

#include <memory>

namespace gridwarden::gis {

struct IncidentSymbols {
    static constexpr std::size_t Most = 32;
    struct Class {
        IncidentSymbol symbol;
        Caption caption;
        std::string value = {}; ///< as in SymbolClass; empty: the others
        bool operator==(const Class&) const = default;
    };
    std::vector<Class> classes; ///< by rank, at most `Most`
    Caption rule;               ///< which symbol a crowded place shows
    bool hasHues = false;       ///< rings by IncidentLook::hue

    bool operator==(const IncidentSymbols&) const = default;
    [[nodiscard]] IncidentSymbol of(IncidentLook look) const;
    /// By lamp, with the hues of categories.
    [[nodiscard]] static const std::shared_ptr<const IncidentSymbols>& lamps();
};

} // namespace gridwarden::gis
