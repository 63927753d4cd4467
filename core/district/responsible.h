// SPDX-License-Identifier: GPL-3.0-or-later
// Who answers for a place at a moment: the people on duty in its grid, and in the areas above.
#pragma once

#include "core/district/area_register.h"
#include "core/district/people.h"

#include <optional>
#include <string>
#include <vector>

namespace gridwarden::core {

struct Responsible {
    PersonId person;
    std::string name;
    std::string responsibility;
    AreaId area;
    Day day; ///< on which the duty began: a night duty of yesterday lasts into today
};

/// The grid of a place and the areas above it; outside every grid, the areas of larger kinds.
struct PlaceAreas {
    AreaId grid; ///< null: outside
    std::vector<AreaId> above; ///< nearest first
};
[[nodiscard]] PlaceAreas areasOver(const AreaRegister& areas, GeoPoint place, Day day);

/// Who is on duty, level by level, the grid first; levels without anybody are left out. Absences do not matter here.
[[nodiscard]] std::vector<std::vector<Responsible>> levelsOfDuty(const AreaRegister& areas, const PeopleRegister& people, std::optional<GeoPoint> place,
                                                                 Moment at, const TimeZone& zone);

} // namespace gridwarden::core
