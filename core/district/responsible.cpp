// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/district/responsible.h"

namespace gridwarden::core {

PlaceAreas areasOver(const AreaRegister& areas, GeoPoint place, Day day) {
    PlaceAreas found;
    if (const Area* grid = areas.at(place, AreaKind::Grid, day)) {
        found.grid = grid->id;
        for (const Area* area : areas.above(grid->id, day))
            found.above.push_back(area->id);
    } else {
        for (const AreaKind kind : {AreaKind::Community, AreaKind::Street, AreaKind::Zone, AreaKind::District})
            if (const Area* area = areas.at(place, kind, day))
                found.above.push_back(area->id);
    }
    return found;
}

std::vector<std::vector<Responsible>> levelsOfDuty(const AreaRegister& areas, const PeopleRegister& people, std::optional<GeoPoint> place, Moment at,
                                                   const TimeZone& zone) {
    std::vector<std::vector<Responsible>> levels;
    if (!place)
        return levels;
    const PlaceAreas over = areasOver(areas, *place, zone.day(at));
    std::vector<AreaId> all{over.grid};
    all.insert(all.end(), over.above.begin(), over.above.end());
    for (const AreaId area : all) {
        std::vector<Responsible> level;
        for (const Duty* duty : people.onDuty(area, at, zone))
            if (const Person* person = people.find(duty->person))
                level.push_back({person->id, person->name, duty->responsibility, area, *duty->hours().dayBegun(zone.toLocal(at))});
        if (!level.empty())
            levels.push_back(std::move(level));
    }
    return levels;
}

} // namespace gridwarden::core
