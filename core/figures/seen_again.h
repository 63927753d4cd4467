// SPDX-License-Identifier: GPL-3.0-or-later
// Cases that were seen again soon after another one of their kind was cleared near them.
#pragma once

#include "core/figures/filter.h"

namespace gridwarden::core {

/// Keeps the cases whose report came after a clearing (core/figures/clearing.h) of another case of the same category, not more than the
/// days of the rule later and not farther than its metres. Void and rejected cases were not seen, those without a place are nowhere.
/// Every case of the facts counts as the one before, whatever else is selected.
[[nodiscard]] Selection seenAgain(const FiguresContext& context, const Selection& selection, const SeenAgain& rule);

} // namespace gridwarden::core
