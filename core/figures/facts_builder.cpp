// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/figures/facts_builder.h"

#include <algorithm>

namespace gridwarden::core {

namespace {

constexpr std::size_t MostApart = 64; // chunks at once: some forty megabytes

} // namespace

FactsBuilder::FactsBuilder(const CaseFacts& base) : m_facts(base), m_codes(base.codes()), m_isFromNothing(false) {}

std::int16_t FactsBuilder::position(std::vector<std::string>& keys, std::int16_t& last, std::string_view key) {
    if (key.empty())
        return -1;
    if (last >= 0 && keys[static_cast<std::size_t>(last)] == key)
        return last;
    const auto found = std::find(keys.begin(), keys.end(), key);
    last = static_cast<std::int16_t>(found - keys.begin());
    if (found == keys.end())
        keys.emplace_back(key);
    return last;
}

/// A row as it can be written, its chunk taken apart.
FactChunk::Slot& FactsBuilder::writable(std::size_t row) {
    const std::size_t chunk = row / CaseFacts::ChunkSize, position = row % CaseFacts::ChunkSize;
    if (m_isLastOpen && chunk == m_facts.m_size / CaseFacts::ChunkSize)
        return m_last[position];
    if (m_changed.size() >= MostApart && !m_changed.contains(chunk))
        packChanged();
    auto [found, isNew] = m_changed.try_emplace(chunk);
    if (isNew)
        found->second = m_facts.m_chunks[chunk]->unpacked(m_codes);
    return found->second[position];
}

void FactsBuilder::append(const CaseFact& fact) {
    const std::size_t row = m_facts.m_size;
    if (!m_isLastOpen && row % CaseFacts::ChunkSize != 0) { // the last chunk has room
        const auto changed = m_changed.find(row / CaseFacts::ChunkSize);
        if (changed != m_changed.end()) {
            m_last = std::move(changed->second);
            m_changed.erase(changed);
        } else {
            m_last = m_facts.m_chunks.back()->unpacked(m_codes);
        }
    }
    m_isLastOpen = true;
    m_last.reserve(CaseFacts::ChunkSize);
    const std::int64_t id = fact.id.value();
    if (m_isFromNothing && m_sortedRows == row && m_lastId < id) {
        m_lastId = id;
        ++m_sortedRows;
    } else {
        m_addedRows.emplace(id, row);
    }
    m_last.push_back({fact});
    ++m_facts.m_size;
    if (m_last.size() == CaseFacts::ChunkSize)
        packLast();
}

void FactsBuilder::packChanged() {
    for (const auto& [chunk, slots] : m_changed)
        m_facts.m_chunks[chunk] = std::make_shared<const FactChunk>(slots, m_codes);
    m_changed.clear();
}

void FactsBuilder::packLast() {
    if (m_last.empty())
        return;
    const std::size_t chunk = (m_facts.m_size - 1) / CaseFacts::ChunkSize;
    m_facts.m_chunks.resize(chunk + 1);
    m_facts.m_chunks[chunk] = std::make_shared<const FactChunk>(m_last, m_codes);
    m_last.clear();
    m_isLastOpen = false;
}

void FactsBuilder::put(const CaseFact& fact) {
    if (const auto row = m_facts.positionOf(fact.id))
        writable(*row) = {fact};
    else
        append(fact);
}

void FactsBuilder::remove(CaseId id) {
    if (const auto row = m_facts.positionOf(id)) {
        CaseFact none;
        none.id = id;
        writable(*row) = {none, false};
    }
}

std::shared_ptr<const CaseFacts> FactsBuilder::finish() {
    packLast();
    if (m_isFromNothing)
        m_facts.m_sortedRows = m_sortedRows;
    packChanged();
    if (!m_addedRows.empty()) {
        m_addedRows.insert(m_facts.m_laterRows->begin(), m_facts.m_laterRows->end());
        m_facts.m_laterRows = std::make_shared<const CaseFacts::LaterRows>(std::move(m_addedRows));
    }
    m_facts.m_codes = std::make_shared<const FactCodes>(std::move(m_codes));
    return std::make_shared<const CaseFacts>(std::move(m_facts));
}

} // namespace gridwarden::core
