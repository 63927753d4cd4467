// SPDX-License-Identifier: GPL-3.0-or-later
// Makes a snapshot of facts, either from nothing or from an earlier one of which it shares all chunks it does not
// change.
#pragma once

#include "core/figures/case_facts.h"

namespace gridwarden::core {

class FactsBuilder {
public:
    FactsBuilder() = default;
    explicit FactsBuilder(const CaseFacts& base);

    /// The position of a source key, which is added when it is new; −1 for an empty key.
    [[nodiscard]] std::int16_t source(const std::string& key);
    /// Adds a case that is not there yet.
    void append(const CaseFact& fact);
    /// Writes over the row of a case, or adds it; once for each case.
    void put(const CaseFact& fact);
    /// Empties the row of a case, if it has one.
    void remove(CaseId id);
    /// The snapshot; the builder is used up.
    [[nodiscard]] std::shared_ptr<const CaseFacts> finish();

private:
    CaseFacts::Chunk& writable(std::size_t chunk);
    CaseFacts m_facts;
    std::unordered_map<std::size_t, std::shared_ptr<CaseFacts::Chunk>> m_ownChunks;
    std::vector<std::int64_t> m_sortedIds; // when made from nothing, as long as the ids ascend
    CaseFacts::LaterRows m_addedRows;
    std::vector<std::string> m_sources;
    std::unordered_map<std::string, std::int16_t> m_sourceIndexes;
};

} // namespace gridwarden::core
