// SPDX-License-Identifier: GPL-3.0-or-later
// Duties (五定) and what is wrong with them, as JSON.
#pragma once

#include "app/cli/output.h"
#include "core/district.h"
#include "core/district/duty_check.h"

namespace gridwarden::app {

/// {"id":n,"area":…|null,"kind":…|null,"post":…|null,"at":[lon,lat]|null,"person":…|null,"responsibility":…,"from":day|null,"to":day|null,"weekdays":"1-5",
///  "start":"08:00","end":"18:00"}
[[nodiscard]] Json dutyDocument(const core::District& district, const core::Duty& duty);
/// {"problem":"gap","first":day,"last":day,"start":"18:00","end":"30:00","area":…|null,"post":…|null,"person":…|null,"certificate":…|null,"hours":n|null,
///  "duties":[id …]}; an end beyond 24:00 is on the day after.
[[nodiscard]] Json dutyProblemDocument(const core::District& district, const core::DutyProblem& problem);

} // namespace gridwarden::app
