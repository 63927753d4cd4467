// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/figures/likely_duplicates.h"

#include <algorithm>
#include <cmath>

namespace gridwarden::core {

std::vector<CaseId> likelyDuplicates(const CaseFacts& facts, GeoPoint place, CategoryId category, Moment at, const DuplicateRule& rule) {
    const auto& categories = facts.codes().categories.ids();
    const auto code = std::find(categories.begin(), categories.end(), category.value()) - categories.begin();
    const double most = rule.hours * 3600, middle = static_cast<double>(at.time_since_epoch().count());
    std::vector<std::pair<double, CaseId>> near;
    for (const auto& chunk : facts.chunks()) {
        const PackedNumbers& reported = chunk->column(FactColumn::Reported);
        if (static_cast<double>(reported.greatest()) < middle - most || static_cast<double>(reported.least()) > middle + most)
            continue;
        const PackedNumbers& codes = chunk->column(FactColumn::Category);
        for (std::size_t i = 0; i < chunk->size(); ++i) {
            if (codes[i] != code || std::abs(static_cast<double>(reported[i]) - middle) > most || !chunk->hasMark(i, IsPresent) ||
                !chunk->hasMark(i, HasPlace) || classOf(static_cast<CaseState>(chunk->column(FactColumn::State)[i])) != CaseClass::Open)
                continue;
            if (const double metres = distanceMetres(place, {chunk->longitude(i), chunk->latitude(i)}); metres <= rule.metres)
                near.emplace_back(metres, CaseId(chunk->column(FactColumn::Id)[i]));
        }
    }
    std::sort(near.begin(), near.end());
    std::vector<CaseId> found;
    for (const auto& [metres, id] : near)
        found.push_back(id);
    return found;
}

} // namespace gridwarden::core
