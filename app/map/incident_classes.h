// SPDX-License-Identifier: GPL-3.0-or-later
// What the symbols of cases tell apart, and which class a case is in.
#pragma once

#include "core/cases/category_register.h"
#include "core/cases/source.h"
#include "core/figures/case_facts.h"
#include "gis/draw/incident_style.h"
#include "gis/draw/incident_symbols.h"
#include "gis/draw/symbol_palette.h"

#include <memory>
#include <span>
#include <unordered_map>

namespace gridwarden::app {

struct SymbolValue {
    std::string value; ///< as in gis::SymbolClass
    gis::Caption caption;
};
/// All values of a key in their usual order: lamps from late to done, states as work goes on, big classes and sources as listed.
[[nodiscard]] std::vector<SymbolValue> symbolValues(gis::SymbolKey key, const core::CategoryRegister& categories, std::span<const core::CaseSource> sources);

/// The classes of a style for the cases of a district. Where the style names none, classes are those of the big classes or
/// sources that have cases (the commonest ones, if there are many), or all lamps or states. Immutable.
class IncidentClassifier {
  public:
    /// Takes time proportional to the facts when the style names no classes.
    IncidentClassifier(const gis::IncidentStyle& style, const gis::SymbolPalette& palette, const core::CategoryRegister& categories,
                       std::span<const core::CaseSource> sources, const core::CaseFacts& facts);
    /// By rank; never null.
    [[nodiscard]] const std::shared_ptr<const gis::IncidentSymbols>& symbols() const { return m_symbols; }
    [[nodiscard]] gis::IncidentLook of(const core::CaseFact& fact, core::Moment asOf) const;

  private:
    using Ranks = std::unordered_map<std::string, std::uint8_t>;
    void rankCategories(const core::CategoryRegister& categories, const Ranks& ranks);

    gis::SymbolKey m_by;
    std::shared_ptr<const gis::IncidentSymbols> m_symbols;
    std::uint8_t m_others = 0; // the rank of all else
    std::unordered_map<std::int64_t, std::uint8_t> m_byCategory; // ranks; hues where symbols go by the lamp
    std::vector<std::uint8_t> m_bySource;                        // beside CaseFacts::sources()
    std::array<std::uint8_t, 5> m_byLamp{};
    std::array<std::uint8_t, 16> m_byState{};
};

} // namespace gridwarden::app
