// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/cases/case_deriving.h"

#include <algorithm>

namespace gridwarden::core {

StoredState stateOf(const CaseReport& report, std::span<const Step> steps, const CalendarHistory& calendars, const AreaRegister& areas,
                    const TimeZone& zone) {
    StoredState state{derive(report, steps, calendars), AreaId()};
    if (state.derived.place)
        if (const Area* grid = areas.at(*state.derived.place, AreaKind::Grid, zone.day(state.derived.reported)))
            state.grid = grid->id;
    return state;
}

Moment enteredAfter(Moment now, std::span<const Step> steps) {
    for (const Step& step : steps)
        now = std::max(now, step.recorded);
    return now;
}

} // namespace gridwarden::core
