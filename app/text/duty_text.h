// SPDX-License-Identifier: GPL-3.0-or-later
// Duties (五定) and what is wrong with them, in the language of the interface.
#pragma once

#include "core/district/duty_check.h"

#include <QString>

namespace gridwarden::app {

/// "08:00–18:00", "22:00–06:00 (+1)" where it goes on into the next day; minutes after midnight of the day on which it
/// begins.
[[nodiscard]] QString dutyHoursText(int fromMinute, int toMinute);
/// "2026-03-02", "2026-03-02 – 2026-03-06".
[[nodiscard]] QString dutyDaysText(const core::Period& days);
/// When: the days and the hours; of whole days the days only.
[[nodiscard]] QString problemTimeText(const core::DutyProblem& problem);
/// Where and who: area and post, person, the certificate that is missing, the hours that are too many, the other
/// places.
[[nodiscard]] QString problemPlaceText(const core::DutyProblem& problem, const core::AreaRegister& areas,
                                       const core::PeopleRegister& people);

} // namespace gridwarden::app
