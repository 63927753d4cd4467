// SPDX-License-Identifier: GPL-3.0-or-later
// Counting the linked views beside the window.
#pragma once

#include "app/workspace/filter_wish.h"
#include "app/workspace/latest_wish.h"
#include "core/figures/linked_counts.h"

namespace gridwarden::app {

struct LinkedAnswer {
    std::shared_ptr<const core::CaseFacts> facts; ///< that the positions of sources belong to
    core::LinkedCounts counts;
};

class LinkedCounting {
  public:
    /// `ready` is called on the thread that counts, for each wish that no newer one has overtaken.
    explicit LinkedCounting(std::function<void(LinkedAnswer)> ready);
    void request(FilterWish wish) { m_thread.request(std::move(wish)); }
    void forget() { m_thread.forget(); }
    [[nodiscard]] bool isIdle() const { return m_thread.isIdle(); }

  private:
    /// What brushing leaves as it is, kept from one wish to the next.
    struct Base {
        FilterWish of;
        std::shared_ptr<const core::Selection> rows;
    };
    [[nodiscard]] std::shared_ptr<const core::Selection> baseOf(const FilterWish& wish, const std::stop_token& stop);
    std::optional<Base> m_base;
    LatestWish<FilterWish> m_thread; ///< the last: works with the above
};

} // namespace gridwarden::app
