// SPDX-License-Identifier: GPL-3.0-or-later
// Which records a figure is about, made of the keys and codes of its definition.
#pragma once

#include "core/figures/figure_values.h"

namespace gridwarden::core {

class ScopeFilter {
public:
    /// Errors: NotFound "figure-names-unknown" {figure, what, name}; Database.
    [[nodiscard]] static Result<ScopeFilter> of(const FigureInput& input, const FigureDefinition& definition, const FigureScope& scope);
    /// The scope as a filter, without methods. A source "@collector" or "@public" means all that are marked so. Errors: as `of`.
    [[nodiscard]] static Result<Filter> filterOf(const FigureInput& input, const FigureDefinition& definition, const FigureScope& scope);

    [[nodiscard]] bool accepts(const FactChunk& chunk, std::size_t position, std::uint32_t row) const {
        const auto holds = [&](const std::vector<std::uint8_t>& accepted, FactColumn column, std::int64_t shift) {
            return accepted.empty() || accepted[static_cast<std::size_t>(chunk.column(column)[position] + shift)] != 0;
        };
        return holds(m_categories, FactColumn::Category, 0) && holds(m_sources, FactColumn::Source, 1) && holds(m_methods, FactColumn::Method, 1) &&
               (!m_rows || std::binary_search(m_rows->begin(), m_rows->end(), row));
    }
    /// Without the methods, which for steps are those of the step.
    void ignoreMethods() { m_methods.clear(); }

private:
    // By the codes of the facts; empty: no condition. Of sources and methods the first is for none.
    std::vector<std::uint8_t> m_categories, m_sources, m_methods;
    std::optional<Selection> m_rows; ///< where areas or organisations are named
};

} // namespace gridwarden::core
