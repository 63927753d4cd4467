// SPDX-License-Identifier: GPL-3.0-or-later
// A queue of a few items between a thread that makes them and one that uses them; either side can end it.
#pragma once

#include <chrono>
#include <condition_variable>
#include <cstddef>
#include <deque>
#include <mutex>
#include <optional>

namespace gridwarden::core {

template <class Item> class BoundedQueue {
public:
    explicit BoundedQueue(std::size_t most) : m_most(most) {}

    /// Waits for room. False when the user has given up: then nothing more is wanted.
    bool push(Item item) {
        std::unique_lock lock(m_mutex);
        m_changed.wait(lock, [&] { return m_isGivenUp || m_items.size() < m_most; });
        if (m_isGivenUp)
            return false;
        m_items.push_back(std::move(item));
        m_changed.notify_all();
        return true;
    }
    /// Nothing more is made.
    void close() { set(m_isClosed); }
    /// Nothing more is used.
    void giveUp() { set(m_isGivenUp); }
    [[nodiscard]] bool isGivenUp() const {
        const std::lock_guard lock(m_mutex);
        return m_isGivenUp;
    }

    /// Waits for an item; meanwhile `goOn` is asked some times a second. None when the last one is taken, or after a no.
    template <class GoOn> std::optional<Item> pop(GoOn goOn) {
        constexpr std::chrono::milliseconds BetweenQuestions(20);
        std::unique_lock lock(m_mutex);
        while (!m_changed.wait_for(lock, BetweenQuestions, [&] { return m_isClosed || !m_items.empty(); })) {
            lock.unlock();
            if (!goOn())
                return std::nullopt;
            lock.lock();
        }
        if (m_items.empty())
            return std::nullopt;
        std::optional<Item> item(std::move(m_items.front()));
        m_items.pop_front();
        m_changed.notify_all();
        return item;
    }

private:
    void set(bool& mark) {
        const std::lock_guard lock(m_mutex);
        mark = true;
        m_changed.notify_all();
    }
    const std::size_t m_most;
    mutable std::mutex m_mutex;
    std::condition_variable m_changed;
    std::deque<Item> m_items;
    bool m_isClosed = false;
    bool m_isGivenUp = false;
};

} // namespace gridwarden::core
