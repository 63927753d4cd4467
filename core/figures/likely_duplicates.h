// SPDX-License-Identifier: GPL-3.0-or-later
// Cases that may be the same problem as one that is being entered. A hint: people decide.
#pragma once

#include "core/figures/case_facts.h"

namespace gridwarden::core {

struct DuplicateRule {
    double metres = 50;
    double hours = 24;
};

/// The open cases of the category not farther from the place and from the moment, by their reported time; the nearest first.
[[nodiscard]] std::vector<CaseId> likelyDuplicates(const CaseFacts& facts, GeoPoint place, CategoryId category, Moment at, const DuplicateRule& rule);

} // namespace gridwarden::core
