// SPDX-License-Identifier: GPL-3.0-or-later
// Whether what is stored as the state of each case is what follows from its steps.
#pragma once

#include "core/cases/case_pages.h"
#include "core/check/check_run.h"
#include "core/district/area_register.h"

namespace gridwarden::core {

/// What states are derived with.
struct DerivingRules {
    AreaRegister areas;
    CalendarHistory calendars;
    TimeZone zone;
};
/// Errors: Database; those of the calendar, the areas' shapes and the time zone.
[[nodiscard]] Result<DerivingRules> loadDerivingRules(Connection& connection);

/// None when the case has no steps, or they cannot be read.
[[nodiscard]] std::optional<StoredState> expectedState(const CaseRows& rows, const DerivingRules& rules);
/// Whether the row of the state is just that, with what other programs see of it.
[[nodiscard]] bool agrees(const CaseRows& rows, const StoredState& expected, const DerivingRules& rules);

/// "case-state-differs" {number}, "case-state-missing" {number}, "case-state-orphan" {id}, "case-without-steps" {number},
/// "case-unreadable" {number, key}, "step-orphan" {id}. Noted: "cases-outside" {count}, "cases-without-category" {count}.
Result<void> checkStates(CheckRun& run);

} // namespace gridwarden::core
