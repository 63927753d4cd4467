// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/figures/facts_builder.h"

namespace gridwarden::core {

FactsBuilder::FactsBuilder(const CaseFacts& base) : m_facts(base), m_sources(base.sources()) {
    for (std::size_t i = 0; i < m_sources.size(); ++i)
        m_sourceIndexes.emplace(m_sources[i], static_cast<std::int16_t>(i));
}

std::int16_t FactsBuilder::source(const std::string& key) {
    if (key.empty())
        return -1;
    const auto [found, isNew] = m_sourceIndexes.try_emplace(key, static_cast<std::int16_t>(m_sources.size()));
    if (isNew)
        m_sources.push_back(key);
    return found->second;
}

CaseFacts::Chunk& FactsBuilder::writable(std::size_t chunk) {
    auto& own = m_ownChunks[chunk];
    if (!own) {
        own = std::make_shared<CaseFacts::Chunk>(*m_facts.m_chunks[chunk]);
        m_facts.m_chunks[chunk] = own;
    }
    return *own;
}

void FactsBuilder::append(const CaseFact& fact) {
    const std::size_t row = m_facts.m_size;
    const std::size_t chunk = row / CaseFacts::ChunkSize;
    if (chunk == m_facts.m_chunks.size())
        m_facts.m_chunks.push_back(std::make_shared<const CaseFacts::Chunk>());
    writable(chunk).push_back(fact);
    const std::int64_t id = fact.id.value();
    if (m_sortedIds.size() == row && (row == 0 || m_sortedIds.back() < id))
        m_sortedIds.push_back(id);
    else
        m_addedRows.emplace(id, row);
    ++m_facts.m_size;
    ++m_facts.m_count;
}

void FactsBuilder::put(const CaseFact& fact) {
    const auto row = m_facts.positionOf(fact.id);
    if (!row)
        return append(fact);
    if (m_facts[*row].id.isNull())
        ++m_facts.m_count;
    writable(*row / CaseFacts::ChunkSize)[*row % CaseFacts::ChunkSize] = fact;
}

void FactsBuilder::remove(CaseId id) {
    const auto row = m_facts.positionOf(id);
    if (!row || m_facts[*row].id.isNull())
        return;
    --m_facts.m_count;
    writable(*row / CaseFacts::ChunkSize)[*row % CaseFacts::ChunkSize] = CaseFact{};
}

std::shared_ptr<const CaseFacts> FactsBuilder::finish() {
    if (!m_sortedIds.empty())
        m_facts.m_sortedIds = std::make_shared<const std::vector<std::int64_t>>(std::move(m_sortedIds));
    if (!m_addedRows.empty()) {
        m_addedRows.insert(m_facts.m_laterRows->begin(), m_facts.m_laterRows->end());
        m_facts.m_laterRows = std::make_shared<const CaseFacts::LaterRows>(std::move(m_addedRows));
    }
    m_facts.m_sources = std::make_shared<const std::vector<std::string>>(std::move(m_sources));
    return std::make_shared<const CaseFacts>(std::move(m_facts));
}

} // namespace gridwarden::core
