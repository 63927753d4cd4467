// SPDX-License-Identifier: GPL-3.0-or-later
// What the stored state of a case has to be.
#pragma once

#include "core/cases/case_store.h"
#include "core/district/area_register.h"

#include <span>

namespace gridwarden::core {

/// The state that follows from the steps, and the grid of the day. \pre there is a step.
[[nodiscard]] StoredState stateOf(const CaseReport& report, std::span<const Step> steps, const CalendarHistory& calendars, const AreaRegister& areas,
                                  const TimeZone& zone);

/// When a new step is said to be entered: not before those that are there, also when the clock was set back meanwhile, so that
/// steps of equal time stay in the order in which they were taken.
[[nodiscard]] Moment enteredAfter(Moment now, std::span<const Step> steps);

} // namespace gridwarden::core
