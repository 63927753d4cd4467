// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gis/draw/view.h"

#include <chrono>
#include <optional>
#include <vector>

namespace gridwarden::app {

/// The views that were stayed at, to walk back and forward through. Steps of one movement (a drag, turns of the wheel in
/// quick succession) count as one.
class ViewHistory {
  public:
    using Clock = std::chrono::steady_clock;
    static constexpr std::chrono::milliseconds Settle{700}; ///< a view that was shown shorter is passed over
    static constexpr std::size_t Longest = 100;

    /// The view that is shown from now on; what lay ahead is given up.
    void visit(const gis::MapView& view, Clock::time_point now = Clock::now());
    [[nodiscard]] bool canGoBack() const { return m_position > 0; }
    [[nodiscard]] bool canGoForward() const { return m_position + 1 < m_views.size(); }
    std::optional<gis::MapView> back();
    std::optional<gis::MapView> forward();
    void clear();

  private:
    std::vector<gis::MapView> m_views;
    std::size_t m_position = 0;
    Clock::time_point m_since;
    bool m_fresh = false; ///< the current one was reached by a movement and not by walking
};

} // namespace gridwarden::app
