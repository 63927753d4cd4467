// SPDX-License-Identifier: GPL-3.0-or-later
// Planning duties (五定) week by week: taking one out for some days, copying a week to another one.
#pragma once

#include "core/district/people.h"

#include <vector>

namespace gridwarden::core {

/// What is left of a duty that is not done on shifts beginning on some days: itself where it has none of them, else
/// with its period ended before them, begun after them, or both, of which the first piece keeps the id. Nothing: no day
/// is left.
[[nodiscard]] std::vector<Duty> withoutDays(const Duty& duty, const Period& days);

/// The same duty on the days of a period only, with no id; none where it has no shift then.
[[nodiscard]] std::optional<Duty> onDaysOnly(const Duty& duty, const Period& days);

/// The duties, new ones, that bring to another week each shift of a week that is not there already: of the same area,
/// post, person, responsibility and hours. Both days are Mondays.
[[nodiscard]] std::vector<Duty> copiedWeek(const PeopleRegister& people, Day from, Day to);

/// Puts pieces in the place of a duty: with its id it is rewritten, else removed; those without an id are added.
Result<void> replaceDuty(Change& change, DutyId id, const std::vector<Duty>& pieces);

} // namespace gridwarden::core
