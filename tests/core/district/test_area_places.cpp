// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/district/area_register.h"

#include <algorithm>
#include <catch2/catch.hpp>
#include <random>
#include <set>

using namespace gridwarden::core;

namespace {

Day day(std::string_view text) { return parseDay(text).value(); }

/// As the rule has it, area by area and without any index.
struct PlainAreas {
    const std::vector<Area>& areas;
    const std::vector<Membership>& memberships;

    [[nodiscard]] bool hasMemberAt(AreaId id, GeoPoint place, Day on, std::set<AreaId> seen = {}) const {
        seen.insert(id);
        return std::any_of(memberships.begin(), memberships.end(), [&](const Membership& membership) {
            if (membership.parent != id || !membership.isValidOn(on) || seen.contains(membership.child))
                return false;
            const auto child = std::find_if(areas.begin(), areas.end(), [&](const Area& a) { return a.id == membership.child; });
            if (child->shape.polygons.empty())
                return hasMemberAt(child->id, place, on, seen);
            return child->isValidOn(on) && contains(child->shape, place);
        });
    }
    [[nodiscard]] const Area* at(GeoPoint place, AreaKind kind, Day on) const {
        for (const bool hasShape : {true, false}) {
            const Area* best = nullptr;
            for (const Area& area : areas)
                if (area.kind == kind && area.shape.polygons.empty() != hasShape && area.isValidOn(on) &&
                    (hasShape ? contains(area.shape, place) : hasMemberAt(area.id, place, on)) &&
                    (best == nullptr || std::pair(area.code, area.id) < std::pair(best->code, best->id)))
                    best = &area;
            if (best != nullptr)
                return best;
        }
        return nullptr;
    }
};

} // namespace

TEST_CASE("the register finds the area at a place on a day") {
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
        if (below(2) == 0) {
            const double west = 120 + below(16) * 0.25, south = 28 + below(16) * 0.25, size = 1 + below(3);
            area.shape.polygons = {{{{west, south}, {west + size, south}, {west + size, south + size}, {west, south + size}, {west, south}}}};
        }
        areas.push_back(area);
    }
    std::vector<Membership> memberships;
    for (int i = 0; i < 120; ++i)
        memberships.push_back({AreaId(1 + below(60)), AreaId(1 + below(60)), someDay(), someDay()});
    const PlainAreas plain{areas, memberships};
    const AreaRegister areaRegister(areas, memberships);
    const AreaRegister copy = areaRegister; // NOLINT: shares what is laid out

    int found = 0, different = 0;
    for (const AreaKind kind : AllAreaKinds)
        for (int i = 0; i < 400; ++i) {
            const GeoPoint place{120 + below(60) * 0.1, 28 + below(60) * 0.1}; // on borders and corners, too
            const Day on = day("2026-01-01") + std::chrono::days(below(300));
            const Area* expected = plain.at(place, kind, on);
            const Area* area = areaRegister.at(place, kind, on);
            const Area* copied = copy.at(place, kind, on);
            found += area != nullptr;
            different += (area == nullptr ? AreaId() : area->id) != (expected == nullptr ? AreaId() : expected->id);
            different += (copied == nullptr ? AreaId() : copied->id) != (expected == nullptr ? AreaId() : expected->id);
        }
    CHECK(different == 0);
    CHECK(found > 500);
}
