// SPDX-License-Identifier: GPL-3.0-or-later
// What figures are put together from, for whoever works them out: for all records at once, or for many subjects beside one another.
#pragma once

#include "core/figures/figure_values.h"

namespace gridwarden::core {

/// What an activity adds to a figure. None where it says nothing that counts.
[[nodiscard]] std::optional<double> amountOf(const Activity& activity, const ActivityCount& count);

/// A rate with the records of its numerator. Without a value where a part has none or the denominator is 0.
[[nodiscard]] FigureValue divided(std::string key, const FigureRate& rate, const FigureValue& numerator, const FigureValue& denominator);

} // namespace gridwarden::core
