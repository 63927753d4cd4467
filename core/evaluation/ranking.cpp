// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/evaluation/ranking.h"

#include <algorithm>

namespace gridwarden::core {

namespace {

/// Whether a is before b by a figure; none: they are equal.
std::optional<bool> isBetter(const std::optional<double>& a, const std::optional<double>& b, bool isLowerBetter) {
    if (a == b)
        return std::nullopt;
    if (!a || !b)
        return a.has_value();
    return isLowerBetter ? *a < *b : *a > *b;
}

bool isBefore(const Standing& a, const Standing& b, const std::vector<TieBreaker>& ties) {
    if (a.total != b.total)
        return a.total > b.total;
    for (std::size_t i = 0; i < ties.size(); ++i)
        if (const auto better = isBetter(a.ties[i], b.ties[i], ties[i].isLowerBetter))
            return *better;
    return false;
}

bool isOneOf(const std::vector<std::string>& grades, const std::string& grade) {
    return std::find(grades.begin(), grades.end(), grade) != grades.end();
}

} // namespace

std::vector<std::optional<int>> ranksOf(std::span<const Standing> standings, const std::vector<TieBreaker>& ties) {
    std::vector<std::size_t> order;
    for (std::size_t i = 0; i < standings.size(); ++i)
        if (standings[i].isRanked)
            order.push_back(i);
    std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return isBefore(standings[a], standings[b], ties); });
    std::vector<std::optional<int>> ranks(standings.size());
    for (std::size_t place = 0; place < order.size(); ++place) {
        const bool isEqual = place > 0 && !isBefore(standings[order[place - 1]], standings[order[place]], ties);
        ranks[order[place]] = isEqual ? ranks[order[place - 1]] : std::optional(static_cast<int>(place) + 1);
    }
    return ranks;
}

std::vector<ListPlace> listsOf(const EvaluationScheme& scheme, std::span<const Standing> standings, std::span<const std::optional<int>> ranks) {
    std::vector<ListPlace> places(standings.size());
    for (std::size_t i = 0; i < standings.size(); ++i) {
        if (!ranks[i])
            continue;
        const auto behind = std::count_if(ranks.begin(), ranks.end(), [&](const std::optional<int>& other) { return other && *other > *ranks[i]; });
        places[i].isRed = *ranks[i] <= scheme.red.count || isOneOf(scheme.red.grades, standings[i].grade);
        places[i].isBlack = !places[i].isRed && (behind < scheme.black.count || isOneOf(scheme.black.grades, standings[i].grade));
    }
    return places;
}

} // namespace gridwarden::core
