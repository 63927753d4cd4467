// SPDX-License-Identifier: GPL-3.0-or-later
// Filtering beside the window.
#pragma once

#include "app/workspace/filter_wish.h"
#include "app/workspace/latest_wish.h"

namespace gridwarden::app {

struct FilterAnswer {
    std::shared_ptr<const core::CaseFacts> facts;
    std::shared_ptr<const core::Selection> rows; ///< null after a fault
    std::size_t number;
};

/// A text is looked for through a connection of its own, which fails where SQLite needs more than reading for it.
class Filtering {
  public:
    /// `ready` is called on the thread that filters; for each wish that was begun, unless its search for a text was stopped by a newer one.
    explicit Filtering(std::function<void(FilterAnswer)> ready);
    void request(FilterWish wish) { m_thread.request(std::move(wish)); }
    void forget() { m_thread.forget(); }

  private:
    LatestWish<FilterWish> m_thread;
};

} // namespace gridwarden::app
