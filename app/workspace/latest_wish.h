// SPDX-License-Identifier: GPL-3.0-or-later
// One thread that fulfils the newest of several wishes: for what is asked for again faster than it can be answered.
#pragma once

#include <condition_variable>
#include <functional>
#include <mutex>
#include <optional>
#include <thread>
#include <utility>

namespace gridwarden::app {

template <class Wish> class LatestWish {
  public:
    /// Runs on the thread; its token is stopped as soon as there is a newer wish.
    using Work = std::function<void(const Wish&, const std::stop_token&)>;

    explicit LatestWish(Work work) : m_work(std::move(work)), m_thread([this](const std::stop_token& end) { serve(end); }) {}
    ~LatestWish() {
        forget();
        m_thread.request_stop();
        m_wake.notify_all();
    }
    LatestWish(const LatestWish&) = delete;
    LatestWish& operator=(const LatestWish&) = delete;

    /// Takes the place of the wish that waits, and stops the one that is worked on.
    void request(Wish wish) {
        {
            const std::lock_guard lock(m_mutex);
            m_waiting = std::move(wish);
            m_current.request_stop();
        }
        m_wake.notify_all();
    }
    /// Drops the wish that waits and stops the one that is worked on.
    void forget() {
        const std::lock_guard lock(m_mutex);
        m_waiting.reset();
        m_current.request_stop();
    }
    [[nodiscard]] bool isIdle() const {
        const std::lock_guard lock(m_mutex);
        return !m_waiting && !m_isWorking;
    }

  private:
    void serve(const std::stop_token& end) {
        while (true) {
            std::optional<Wish> wish;
            std::stop_token stop;
            {
                std::unique_lock lock(m_mutex);
                m_isWorking = false;
                if (!m_wake.wait(lock, end, [this] { return m_waiting.has_value(); }))
                    return;
                wish = std::exchange(m_waiting, std::nullopt);
                m_current = std::stop_source();
                stop = m_current.get_token();
                m_isWorking = true;
            }
            m_work(*wish, stop);
        }
    }

    Work m_work;
    mutable std::mutex m_mutex;
    std::condition_variable_any m_wake;
    std::optional<Wish> m_waiting;
    std::stop_source m_current;
    bool m_isWorking = false;
    std::jthread m_thread; // the last: works with all of the others
};

} // namespace gridwarden::app
