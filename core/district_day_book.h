// SPDX-License-Identifier: GPL-3.0-or-later
// The day book of one shift of the open district.
#pragma once

#include "core/district.h"
#include "core/figures/day_book.h"

namespace gridwarden::core {

[[nodiscard]] DayShifts dayShiftsOf(const District& district);

struct ShiftBook {
    DayBook book;
    std::shared_ptr<const CaseFacts> facts; ///< whose rows the figures name: those as of the end
};
/// As of the end of the shift, or of now while it lasts. Errors: BadInput "shift-not-begun" {its beginning, UTC}, "shift-unknown" {number};
/// Cancelled; Database.
[[nodiscard]] Result<ShiftBook> readShiftBook(District& district, const ShiftOfDay& shift, const std::function<bool()>& goesOn = {});

} // namespace gridwarden::core
