// SPDX-License-Identifier: GPL-3.0-or-later
// Which records a figure is about, made of the keys and codes of its definition.
#pragma once

#include "core/figures/figure_values.h"

#include <algorithm>
#include <map>

namespace gridwarden::core {

class ScopeFilter {
public:
    /// The rows of areas that were asked for once; figures often share them.
    using KnownAreas = std::map<std::vector<AreaId>, RowSet>;
    /// Errors: NotFound "figure-names-unknown" {figure, what, name}; Database.
    [[nodiscard]] static Result<ScopeFilter> of(const FigureInput& input, const FigureDefinition& definition, const FigureScope& scope, KnownAreas& known);
    /// The scope as a filter, without methods. A source "@collector" or "@public" means all that are marked so. Errors: as `of`.
    [[nodiscard]] static Result<Filter> filterOf(const FigureInput& input, const FigureDefinition& definition, const FigureScope& scope);

    [[nodiscard]] bool accepts(const FactChunk& chunk, std::uint32_t row) const;
    /// Without the methods, which for steps are those of the step.
    void ignoreMethods();
    [[nodiscard]] bool operator==(const ScopeFilter&) const = default;

private:
    friend class ScopeRows;
    /// What a column has to hold.
    struct Condition {
        FactColumn column;
        std::vector<std::uint8_t> accepted; ///< by code + 1: a source or method of none has −1
        bool operator==(const Condition&) const = default;
    };
    std::vector<Condition> m_conditions;
    std::optional<RowSet> m_rows; ///< where areas are named
};

/// The rows that each of many scopes accepts, found at once.
class ScopeRows {
public:
    /// \pre the scopes outlive it
    explicit ScopeRows(std::vector<const ScopeFilter*> scopes);
    [[nodiscard]] std::size_t size() const { return m_scopes.size(); }
    /// Calls use(scope, rows) for each scope by its position, with the accepted rows of a block of RowSet. \param chunk that holds the block
    template <class Use> void each(const FactChunk& chunk, std::size_t block, Use use) const {
        for (std::size_t i = 0; i < m_batches.size(); ++i) {
            const auto rows = accepted(m_batches[i], chunk, block * RowSet::BlockSize % CaseFacts::ChunkSize);
            for (std::size_t scope = i * BatchSize; scope < std::min(m_scopes.size(), (i + 1) * BatchSize); ++scope) {
                const auto& inAreas = m_scopes[scope]->m_rows;
                use(scope, rows[scope % BatchSize] & (inAreas ? inAreas->block(block) : ~std::uint64_t{0}));
            }
        }
    }

private:
    static constexpr std::size_t BatchSize = 32;
    /// Which scopes, a bit for each, a value of a column leaves.
    struct Column {
        FactColumn column;
        std::vector<std::uint32_t> left; ///< by code + 1
    };
    using Batch = std::vector<Column>;
    [[nodiscard]] static std::array<std::uint64_t, BatchSize> accepted(const Batch& batch, const FactChunk& chunk, std::size_t first);
    std::vector<const ScopeFilter*> m_scopes;
    std::vector<Batch> m_batches;
};

} // namespace gridwarden::core
