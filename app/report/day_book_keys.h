// SPDX-License-Identifier: GPL-3.0-or-later
// The figures of a day book (core/figures/day_book) in the groups and the order in which they are shown.
#pragma once

#include <array>

namespace gridwarden::app {

inline constexpr std::array BalanceKeys = {"open_before", "came_in",     "reopened", "closed",
                                           "rejected",    "transferred", "voided",   "open_after"};
inline constexpr std::array WorkKeys = {"dispatched", "handled", "checked", "returned", "reworked", "urged", "replied"};
inline constexpr std::array HandedOnKeys = {"suspended", "overdue", "due_next"};

} // namespace gridwarden::app
