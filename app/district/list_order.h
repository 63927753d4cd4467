// SPDX-License-Identifier: GPL-3.0-or-later
// Moving an entry of a list that keeps its order in `position`.
#pragma once

#include <algorithm>
#include <optional>
#include <vector>

namespace gridwarden::app {

/// The list with one entry moved up (-1) or down (1) and all positions anew from 1; none where it cannot go that way.
template <class Entry, class IsIt> [[nodiscard]] std::optional<std::vector<Entry>> moved(std::vector<Entry> list, IsIt isIt, int by) {
    const auto found = std::find_if(list.begin(), list.end(), isIt);
    const auto to = found - list.begin() + by;
    if (found == list.end() || to < 0 || to >= static_cast<std::ptrdiff_t>(list.size()))
        return std::nullopt;
    std::iter_swap(found, list.begin() + to);
    int position = 0;
    for (Entry& entry : list)
        entry.position = ++position;
    return list;
}

} // namespace gridwarden::app
