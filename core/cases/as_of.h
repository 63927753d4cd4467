// SPDX-License-Identifier: GPL-3.0-or-later
// What was known of a case at a moment of the past. Whoever shows the past asks here, so that lists, exports and figures agree.
#pragma once

#include "core/cases/case_store.h"

namespace gridwarden::core {

/// Drops the times that an import gave and that lay ahead at the moment, and with the end also the way it ended. Other steps stay as they are.
void forgetAfter(Moment asOf, Step& step);

/// The steps up to a moment, without what lay ahead then.
[[nodiscard]] std::vector<Step> stepsAsOf(std::vector<Step> steps, Moment asOf);

/// The case by its steps up to a moment, with their photos; the grid stays that of the file. None when it was not reported yet.
[[nodiscard]] std::optional<CaseRecord> recordAsOf(CaseRecord record, const CalendarHistory& calendars, Moment asOf);

} // namespace gridwarden::core
