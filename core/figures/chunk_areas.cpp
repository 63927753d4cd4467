// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/figures/chunk_areas.h"

namespace gridwarden::core {

ChunkAreas::Positions ChunkAreas::find(const Key& key) const {
    const std::lock_guard lock(m_mutex);
    for (const auto& [kept, positions] : m_kept)
        if (positions && kept == key)
            return positions;
    return nullptr;
}

void ChunkAreas::keep(const Key& key, Positions positions) {
    const std::lock_guard lock(m_mutex);
    m_kept[m_next] = {key, std::move(positions)};
    m_next = (m_next + 1) % Most;
}

} // namespace gridwarden::core
