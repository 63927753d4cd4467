// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cases/selection_counts.h"

#include <algorithm>

namespace gridwarden::app {

namespace {

constexpr std::size_t AskedEvery = 4096; ///< cases

} // namespace

int SelectionCounts::of(core::CaseState state) const {
    const auto found = states.find(state);
    return found == states.end() ? 0 : found->second;
}

std::optional<SelectionCounts> countCases(const core::CaseFacts& facts, std::vector<core::CaseId> cases,
                                          core::Moment now, const std::function<bool()>& goesOn) {
    std::sort(cases.begin(), cases.end());
    SelectionCounts counts;
    std::size_t passed = 0;
    for (const std::uint32_t row : facts.rowsOf(cases)) {
        if (++passed % AskedEvery == 0 && !goesOn())
            return std::nullopt;
        const core::CaseFact fact = facts[row];
        ++counts.lamps[fact.lampAt(now)];
        ++counts.states[fact.stateAt(now)];
    }
    return counts;
}

} // namespace gridwarden::app
