// SPDX-License-Identifier: GPL-3.0-or-later
// From values to scores, points, totals and grades.
#pragma once

#include "core/evaluation/scheme.h"

#include <span>

namespace gridwarden::core {

/// What an item of one subject gives before it is weighted.
struct ItemScore {
    std::optional<double> score{}; ///< 0 … 100; none: undefined. Of an item without a weight: its points
    bool isUsed = true;            ///< else its weight is spread over the others whatever the scheme says
};

/// \param value a rate in the range 0 … 1, a count, or the mean of the marks; none gives none
[[nodiscard]] ItemScore scoreOf(const SchemeItem& item, std::optional<double> value);

/// How an item without a score counts.
enum class ItemFate { Counted, Spread, Full, None };

struct ItemPoints {
    ItemFate fate = ItemFate::Counted;
    double weight = 0; ///< as it counts here: with its part of what is spread; 0 where it is spread itself
    double points = 0; ///< of the total
};
struct ScoredTotal {
    std::vector<ItemPoints> items; ///< beside those of the scheme
    double total = 0;              ///< to two decimals, as it is printed and ranked
    double definedPercent = 0;     ///< of the weight of the used items, how much has a value
};
/// \pre as many scores as items
[[nodiscard]] ScoredTotal totalOf(const EvaluationScheme& scheme, std::span<const ItemScore> scores);

/// The key of the grade; empty where the scheme has none.
[[nodiscard]] std::string gradeOf(const EvaluationScheme& scheme, double total);

/// Halves away from zero.
[[nodiscard]] double toTwoDecimals(double value);

} // namespace gridwarden::core
