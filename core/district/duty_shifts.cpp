// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/district/duty_shifts.h"

namespace gridwarden::core {

std::vector<DutyShift> dutyShifts(const PeopleRegister& people, const Period& days) {
    std::vector<DutyShift> shifts;
    for (const Duty& duty : people.duties())
        for (Day day = days.from; day <= days.to; day += std::chrono::days(1)) {
            if (!duty.isValidOn(day) || !duty.hours().beginsOn(day))
                continue;
            const int start = static_cast<int>((day - days.from).count()) * WeekHours::MinutesPerDay + duty.startMinute;
            shifts.push_back({&duty, day, people.standIn(duty.person, day), {start, start + duty.hours().length()}});
        }
    return shifts;
}

} // namespace gridwarden::core
