// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/figures/area_locator.h"

#include "tests/core/figures/figures_sample.h"
#include "tests/support/small_district.h"

#include <random>

using namespace gridwarden::core;
using namespace gridwarden::test;

TEST_CASE("the locator finds what the register finds") {
    // Overlapping areas of all kinds, half of them without a shape, with random memberships (also circles) and days.
    std::mt19937 random(GENERATE(1U, 2U, 3U, 4U));
    const auto below = [&](unsigned end) { return static_cast<int>(random() % end); };
    const auto someDay = [&]() -> std::optional<Day> {
        return below(3) != 0 ? std::nullopt : std::optional(day("2026-01-01") + std::chrono::days(below(300)));
    };
    std::vector<Area> areas;
    for (int i = 0; i < 60; ++i) {
        Area area;
        area.id = AreaId(i + 1);
        area.kind = AllAreaKinds[random() % 5];
        area.code = std::to_string(below(40));
        area.from = someDay();
        area.to = someDay();
        if (below(2) == 0)
            area.shape = square(120 + below(16) * 0.25, 28 + below(16) * 0.25, 1 + below(3));
        areas.push_back(area);
    }
    std::vector<Membership> memberships;
    for (int i = 0; i < 120; ++i)
        memberships.push_back({AreaId(1 + below(60)), AreaId(1 + below(60)), someDay(), someDay()});
    const AreaRegister areaRegister(areas, memberships);

    int found = 0, different = 0;
    for (const AreaKind kind : AllAreaKinds) {
        const AreaLocator locator(areaRegister, kind);
        for (int i = 0; i < 400; ++i) {
            const GeoPoint place{120 + below(60) * 0.1, 28 + below(60) * 0.1}; // on borders and corners, too
            const Day on = day("2026-01-01") + std::chrono::days(below(300));
            const Area* area = locator.at(place, on);
            found += area != nullptr;
            different += area != areaRegister.at(place, kind, on);
        }
    }
    CHECK(different == 0);
    CHECK(found > 500);
}
