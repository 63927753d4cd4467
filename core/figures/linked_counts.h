// SPDX-License-Identifier: GPL-3.0-or-later
// Counts beside each other of which each filters all others: a view shows the cases that pass every condition but its own.
#pragma once

#include "core/figures/hours_of_week.h"

#include <array>
#include <vector>

namespace gridwarden::core {

struct LinkedCounts {
    std::int64_t total = 0;                      ///< pass all conditions
    std::vector<std::pair<CategoryId, std::int64_t>> categories; ///< exact ones with cases; the null id: without a known one
    std::array<std::int64_t, AllCaseStates.size()> states{};     ///< in the order of AllCaseStates, as of the moment
    std::vector<std::int64_t> sources;           ///< by position in CaseFacts::sources()
    std::array<std::int64_t, HoursOfWeek::Count> hoursOfWeek{};
};

/// The filter without the conditions that the views have: categories, states, sources and hours of the week.
[[nodiscard]] Filter withoutLinked(Filter filter);

/// \param base what `select` gives for withoutLinked(filter); the same for all that is brushed, so that it can be kept
[[nodiscard]] LinkedCounts linkedCounts(const FiguresContext& context, const Filter& filter, const Selection& base);

} // namespace gridwarden::core
