// SPDX-License-Identifier: GPL-3.0-or-later
// Filtering beside the window.
#pragma once

#include "app/workspace/latest_wish.h"
#include "core/district.h"

namespace gridwarden::app {

/// Everything that a filter is answered from, as of one moment.
struct FilterWish {
    core::Filter filter;
    std::shared_ptr<const core::CaseFacts> facts;
    std::shared_ptr<const core::AreaRegister> areas;
    std::shared_ptr<const core::CategoryRegister> categories;
    std::shared_ptr<const core::PeopleRegister> people;
    core::TimeZone zone;
    core::Moment asOf;
    std::filesystem::path district; ///< for a text
    std::size_t number = 0;         ///< in the order of asking
};

/// \pre the wish outlives it
[[nodiscard]] core::FiguresContext contextOf(const FilterWish& wish);
/// On any thread; a text is looked for through a connection of its own, and until the token is stopped.
[[nodiscard]] core::Result<core::Selection> selectBeside(const FilterWish& wish, const std::stop_token& stop);

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
