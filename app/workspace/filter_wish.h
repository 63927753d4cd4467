// SPDX-License-Identifier: GPL-3.0-or-later
// What is filtered and counted beside the window starts from this.
#pragma once

#include "core/district.h"

#include <stop_token>

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

} // namespace gridwarden::app
