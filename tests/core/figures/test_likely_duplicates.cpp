// SPDX-License-Identifier: GPL-3.0-or-later
// Expectations: every case compared, with distances on a sphere.
#include "core/figures/likely_duplicates.h"
#include "tests/core/figures/figures_sample.h"

#include <algorithm>
#include <cmath>
#include <random>

using namespace gridwarden::core;
using namespace gridwarden::test;

TEST_CASE("likely duplicates are the open cases of the category that are near in place and time, the nearest first") {
    std::mt19937 random(7);
    const auto below = [&](int end) { return std::uniform_int_distribution<int>(0, end - 1)(random); };
    constexpr double Degree = 111'195, Radian = 3.14159265358979323846 / 180;
    const GeoPoint place{120.64, 28.0};
    std::vector<CaseFact> cases;
    for (int i = 0; i < 12'000; ++i) {
        CaseFact fact = reportedCase(i + 1);
        fact.category = CategoryId(1 + below(3));
        fact.longitude = place.longitude + 40 * (below(9) - 4) / Degree / std::cos(28 * Radian);
        fact.latitude = place.latitude + 40 * (below(9) - 4) / Degree;
        fact.reported = utc("2026-01-01T00:00") + 600 * i;
        fact.state = below(3) == 0 ? CaseState::Closed : CaseState::Handling;
        if (below(20) == 0)
            fact.longitude = fact.latitude = std::nan("");
        cases.push_back(fact);
    }
    const FiguresSample sample(cases);
    const Moment at = moment("2026-02-10T12:34");
    std::vector<std::pair<double, CaseId>> expected;
    for (const CaseFact& fact : cases) {
        if (!fact.hasPlace() || fact.category != CategoryId(2) || fact.state == CaseState::Closed ||
            std::abs(fact.reported - at.time_since_epoch().count()) > 24 * 3600)
            continue;
        const double x = (fact.longitude - place.longitude) * Radian * std::cos(28 * Radian), y = (fact.latitude - place.latitude) * Radian;
        if (const double metres = 6'371'000 * std::hypot(x, y); metres <= 50)
            expected.emplace_back(std::round(metres / 40), fact.id);
    }
    std::sort(expected.begin(), expected.end());
    const auto found = likelyDuplicates(*sample.facts, place, CategoryId(2), at, {50, 24});
    REQUIRE(expected.size() > 3);
    REQUIRE(found.size() == expected.size());
    std::vector<CaseId> ids, sorted = found;
    for (const auto& [steps, id] : expected)
        ids.push_back(id);
    const auto atPlace = std::count_if(expected.begin(), expected.end(), [](const auto& each) { return each.first == 0; });
    CHECK(std::is_permutation(found.begin(), found.begin() + atPlace, ids.begin())); // the nearest first
    std::sort(sorted.begin(), sorted.end());
    std::sort(ids.begin(), ids.end());
    CHECK(sorted == ids);
    CHECK(likelyDuplicates(*sample.facts, place, CategoryId(9), at, {50, 24}).empty());
}
