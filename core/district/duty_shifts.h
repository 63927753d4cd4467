// SPDX-License-Identifier: GPL-3.0-or-later
// Duties laid out on the days of a calendar: each time one is to be done, by whom, and from when to when.
#pragma once

#include "core/district/minute_spans.h"
#include "core/district/people.h"

#include <vector>

namespace gridwarden::core {

/// One duty on one day.
struct DutyShift {
    const Duty* duty; ///< of the register
    Day day;          ///< on which it begins
    StandIn doer;     ///< who does it that day
    MinuteSpan span;  ///< after midnight of the first of the days that were asked for, of the wall clock
};

/// Every shift that begins on one of the days; by duty, then by day.
[[nodiscard]] std::vector<DutyShift> dutyShifts(const PeopleRegister& people, const Period& days);

} // namespace gridwarden::core
