// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/map/tile_memory.h"

namespace gridwarden::app {

QImage TileMemory::find(const TileKey& key) {
    const std::scoped_lock lock(m_mutex);
    const auto found = m_held.find(key);
    if (found == m_held.end())
        return {};
    m_order.splice(m_order.begin(), m_order, found->second.place);
    return found->second.picture;
}

void TileMemory::want(const TileRequest& request) {
    const std::scoped_lock lock(m_mutex);
    if (!m_send || m_pending.contains(request.key))
        return;
    if (const auto failed = m_failed.find(request.key); failed != m_failed.end()) {
        if (Clock::now() < failed->second)
            return;
        m_failed.erase(failed);
    }
    m_pending.insert(request.key);
    m_send(request);
}

void TileMemory::keep(const TileKey& key, const QImage& picture) {
    const std::scoped_lock lock(m_mutex);
    m_pending.erase(key);
    m_failed.erase(key);
    if (const auto old = m_held.find(key); old != m_held.end()) {
        m_bytes -= old->second.picture.sizeInBytes();
        m_order.erase(old->second.place);
        m_held.erase(old);
    }
    m_order.push_front(key);
    m_held.emplace(key, Held{picture, m_order.begin()});
    m_bytes += picture.sizeInBytes();
    while (m_bytes > MostBytes && m_held.size() > 1) {
        const auto last = m_held.find(m_order.back());
        m_bytes -= last->second.picture.sizeInBytes();
        m_held.erase(last);
        m_order.pop_back();
    }
}

void TileMemory::fail(const TileKey& key, Clock::time_point until) {
    constexpr std::size_t Most = 20'000;
    const std::scoped_lock lock(m_mutex);
    m_pending.erase(key);
    if (m_failed.size() >= Most)
        m_failed.clear();
    m_failed[key] = until;
}

void TileMemory::drop(const TileKey& key) {
    const std::scoped_lock lock(m_mutex);
    m_pending.erase(key);
}

void TileMemory::sendTo(std::function<void(const TileRequest&)> send) {
    const std::scoped_lock lock(m_mutex);
    m_send = std::move(send);
    m_pending.clear();
}

} // namespace gridwarden::app
