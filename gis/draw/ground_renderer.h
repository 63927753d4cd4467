// SPDX-License-Identifier: GPL-3.0-or-later
// Paints the ground on a worker thread, so that the window never waits.
//
// Why one oversized picture and not tiles: the ground is painted half as large again as the view in each direction, and
// shown moved or scaled until the next one is there. A picture of this size takes tens of milliseconds with vector layers
// of a city, about as long as its tiles would; labels are never cut at tile edges and never doubled, a line is stroked once,
// there is no cache to bound or to invalidate, and a content has one revision. What tiles would add, keeping earlier
// places, matters for slow remote sources, which this program does not open.
#pragma once

#include "gis/draw/frame.h"

#include <condition_variable>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <thread>

namespace gridwarden::gis {

/// Thread-safe. The thread is stopped and joined in the destructor.
class GroundRenderer {
  public:
    /// `ready` is called on the worker thread after each finished ground: post it to your own thread.
    using Ready = std::function<void(std::shared_ptr<const Ground>)>;
    explicit GroundRenderer(Ready ready);
    GroundRenderer(const GroundRenderer&) = delete;
    GroundRenderer& operator=(const GroundRenderer&) = delete;
    ~GroundRenderer();

    static constexpr double Enlargement = 1.5;

    /// Asks for a ground that covers `view`; returns at once. Nothing is done when the latest one, or the one under way,
    /// serves the view. A newer wish replaces one that waits; what is being painted is given up only when its content
    /// is outdated or it no longer helps the view, so that steady panning always gets pictures.
    void request(std::shared_ptr<const GroundContent> content, const MapView& view);
    /// The last finished one, null at first.
    [[nodiscard]] std::shared_ptr<const Ground> latest() const;
    /// Nothing waits and nothing is being painted.
    [[nodiscard]] bool isIdle() const;

  private:
    struct Wish {
        std::shared_ptr<const GroundContent> content;
        MapView view;
    };
    void work(std::stop_token stop);

    Ready m_ready;
    mutable std::mutex m_mutex;
    std::condition_variable_any m_wake;
    std::optional<Wish> m_waiting;
    std::optional<Wish> m_current;
    std::stop_source m_currentStop;
    std::shared_ptr<const Ground> m_latest;
    std::jthread m_thread;
};

/// Whether a picture of `painted` shows all of `view` at its own scale.
[[nodiscard]] bool covers(const MapView& painted, const MapView& view);

} // namespace gridwarden::gis
