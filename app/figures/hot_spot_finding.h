// SPDX-License-Identifier: GPL-3.0-or-later
// Looking for hot spots and new clusters beside the window.
#pragma once

#include "app/workspace/filter_wish.h"
#include "app/workspace/latest_wish.h"
#include "core/figures/hot_spots.h"
#include "core/figures/new_clusters.h"

#include <variant>

namespace gridwarden::app {

struct HotSpotWish {
    FilterWish cases; ///< for new clusters without its days
    std::variant<core::HotSpotOptions, core::NewClusterOptions> options; ///< which of the two
};

struct HotSpotAnswer {
    std::shared_ptr<const core::CaseFacts> facts;
    core::Result<std::variant<core::HotSpots, core::NewClusters>> found;
};

class HotSpotFinding {
  public:
    /// `ready` is called on the thread that looks, for each wish that no newer one has overtaken.
    explicit HotSpotFinding(std::function<void(std::shared_ptr<const HotSpotAnswer>)> ready);
    void request(HotSpotWish wish) { m_thread.request(std::move(wish)); }
    void forget() { m_thread.forget(); }

  private:
    LatestWish<HotSpotWish> m_thread;
};

} // namespace gridwarden::app
