// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/draw/incident_symbols.h"

namespace gridwarden::gis {

namespace {

Caption captionOf(core::Lamp lamp) {
    if (lamp == core::Lamp::None)
        return {"无时限", "No time limit"};
    const std::string_view key = core::lampKey(lamp);
    return {core::word("lamps", key, core::Language::Chinese), core::word("lamps", key, core::Language::English)};
}

} // namespace

IncidentSymbol IncidentSymbols::of(IncidentLook look) const {
    if (look.rank >= classes.size())
        return {};
    IncidentSymbol symbol = classes[look.rank].symbol;
    if (hasHues && symbol.shape != SymbolShape::Tick) // what is done stays plain
        symbol.ring = categoryHues()[look.hue % categoryHues().size()];
    return symbol;
}

const std::shared_ptr<const IncidentSymbols>& IncidentSymbols::lamps() {
    static const std::shared_ptr<const IncidentSymbols> all = [] {
        auto symbols = std::make_shared<IncidentSymbols>();
        symbols->rule = {"密集处显示最紧急的一件", "Where cases crowd: the most urgent one"};
        symbols->hasHues = true;
        for (const core::Lamp lamp : LampsByRank)
            symbols->classes.push_back({lampSymbol(lamp), captionOf(lamp), std::string(core::lampKey(lamp))});
        return symbols;
    }();
    return all;
}

} // namespace gridwarden::gis
