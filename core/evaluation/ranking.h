// SPDX-License-Identifier: GPL-3.0-or-later
// Ranks and lists (红黑榜) from totals.
#pragma once

#include "core/evaluation/scheme.h"

#include <span>

namespace gridwarden::core {

/// Who is ranked, and by what.
struct Standing {
    bool isRanked = true;
    double total = 0;
    std::vector<std::optional<double>> ties; ///< beside those of the scheme; what is not known comes last
    std::string grade;
};

/// From 1; equal ones share a rank and the next one follows as if they had not (1, 2, 2, 4). None for those that are not ranked.
[[nodiscard]] std::vector<std::optional<int>> ranksOf(std::span<const Standing> standings, const std::vector<TieBreaker>& ties);

struct ListPlace {
    bool isRed = false, isBlack = false;
};
/// By the ranks; nobody is on both: who is on the red list is not on the black one.
[[nodiscard]] std::vector<ListPlace> listsOf(const EvaluationScheme& scheme, std::span<const Standing> standings, std::span<const std::optional<int>> ranks);

} // namespace gridwarden::core
