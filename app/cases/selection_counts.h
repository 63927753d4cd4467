// SPDX-License-Identifier: GPL-3.0-or-later
// How many of several cases are in each state and at each lamp.
#pragma once

#include "core/figures/case_facts.h"

#include <functional>
#include <map>
#include <optional>
#include <vector>

namespace gridwarden::app {

struct SelectionCounts {
    std::map<core::CaseState, int> states;
    std::map<core::Lamp, int> lamps;
    [[nodiscard]] int of(core::CaseState state) const;
};

/// On any thread; none when `goesOn` ended it.
[[nodiscard]] std::optional<SelectionCounts> countCases(const core::CaseFacts& facts, std::vector<core::CaseId> cases,
                                                        core::Moment now, const std::function<bool()>& goesOn);

} // namespace gridwarden::app
