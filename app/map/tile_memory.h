// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/map/tile_cache.h"

#include <QImage>
#include <chrono>
#include <functional>
#include <list>
#include <map>
#include <mutex>
#include <set>

namespace gridwarden::app {

struct TileRequest {
    TileKey key;
    std::string url;
};

/// The tiles that are at hand, below a size: the longest not drawn go first; and what is known of those that are not. Thread-safe; shared by
/// the window and the threads that draw.
class TileMemory {
  public:
    using Clock = std::chrono::steady_clock;
    static constexpr qsizetype MostBytes = qsizetype{96} << 20;

    /// Null where it is not at hand.
    [[nodiscard]] QImage find(const TileKey& key);
    /// Has it fetched unless that is being done already, or was in vain lately.
    void want(const TileRequest& request);
    void keep(const TileKey& key, const QImage& picture);
    /// Nobody asks again before then.
    void fail(const TileKey& key, Clock::time_point until);
    /// It was given up before anybody tried.
    void drop(const TileKey& key);
    /// Whom to ask; none: nobody any more.
    void sendTo(std::function<void(const TileRequest&)> send);

  private:
    struct Held {
        QImage picture;
        std::list<TileKey>::iterator place;
    };
    std::mutex m_mutex;
    std::map<TileKey, Held> m_held;
    std::list<TileKey> m_order; ///< drawn last, first
    qsizetype m_bytes = 0;
    std::set<TileKey> m_pending;
    std::map<TileKey, Clock::time_point> m_failed;
    std::function<void(const TileRequest&)> m_send;
};

} // namespace gridwarden::app
