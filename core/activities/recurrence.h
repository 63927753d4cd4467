// SPDX-License-Identifier: GPL-3.0-or-later
// On which days something comes again: days of the week, or days of the month.
#pragma once

#include "core/base/result.h"
#include "core/base/time.h"

#include <string>
#include <string_view>
#include <vector>

namespace gridwarden::core {

struct Recurrence {
    int weekdays = 0;           ///< bit 0 Monday … bit 6 Sunday
    std::vector<int> monthDays; ///< 1 … 31, and -1 for the last day; a day that the month does not have is left out

    [[nodiscard]] bool isEmpty() const { return weekdays == 0 && monthDays.empty(); }
    [[nodiscard]] bool occursOn(Day day) const;
    bool operator==(const Recurrence&) const = default;
};

/// {"weekdays":[1,3]} or {"month_days":[1,15,-1]}, or both; 1 is Monday.
[[nodiscard]] std::string recurrenceText(const Recurrence& recurrence);
/// Errors: BadInput "recurrence-unreadable" {text}.
[[nodiscard]] Result<Recurrence> recurrenceFromText(std::string_view text);

} // namespace gridwarden::core
