// SPDX-License-Identifier: GPL-3.0-or-later
// Makes a snapshot of facts, either from nothing or from an earlier one of which it shares all chunks it does not
// change.
#pragma once

#include "core/figures/case_facts.h"

#include <map>

namespace gridwarden::core {

class FactsBuilder {
public:
    FactsBuilder() = default;
    explicit FactsBuilder(const CaseFacts& base);

    /// The position of a source key, which is added when it is new; −1 for an empty key.
    [[nodiscard]] std::int16_t source(std::string_view key) { return position(m_codes.sources, m_lastSource, key); }
    /// Likewise of a method of handling.
    [[nodiscard]] std::int16_t method(std::string_view key) { return position(m_codes.methods, m_lastMethod, key); }
    /// Adds a case that is not there yet.
    void append(const CaseFact& fact);
    /// Writes over the row of a case, or adds it; once for each case.
    void put(const CaseFact& fact);
    /// Empties the row of a case, if it has one.
    void remove(CaseId id);
    /// The snapshot; the builder is used up.
    [[nodiscard]] std::shared_ptr<const CaseFacts> finish();

private:
    using Slots = std::vector<FactChunk::Slot>;
    static std::int16_t position(std::vector<std::string>& keys, std::int16_t& last, std::string_view key);
    FactChunk::Slot& writable(std::size_t row);
    void packLast();
    void packChanged();
    CaseFacts m_facts;
    FactCodes m_codes;
    std::map<std::size_t, Slots> m_changed; // chunks taken apart
    Slots m_last;                           // the last chunk while rows are added to it
    bool m_isLastOpen = false;
    bool m_isFromNothing = true;
    std::size_t m_sortedRows = 0; // when made from nothing, as long as the ids ascend
    std::int64_t m_lastId = 0;    // of these
    CaseFacts::LaterRows m_addedRows;
    std::int16_t m_lastSource = -1, m_lastMethod = -1;
};

} // namespace gridwarden::core
