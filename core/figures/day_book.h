// SPDX-License-Identifier: GPL-3.0-or-later
// The day book of a desk (值班日志): what a shift found, what came in and went out, and what it hands over. A case that is open when a
// shift begins, comes in or is opened again either goes out or is open when it ends, so that
//   open_before + came_in + reopened = closed + rejected + transferred + voided + open_after.
#pragma once

#include "core/figures/activity_tally.h"
#include "core/figures/day_shifts.h"
#include "core/figures/indicators.h"
#include "core/figures/tally.h"

#include <functional>
#include <vector>

namespace gridwarden::core {

struct DayBook {
    ShiftSpan shift;
    Moment asOf; ///< the end of the shift, or while it lasts the present
    /// Cases, each at most once in a figure; words.json "day_book" has names and definitions, in this order:
    /// open_before, came_in, reopened, closed, rejected, transferred, voided, open_after (the balance); dispatched, handled, checked,
    /// returned, reworked, urged, replied (what was done); suspended, overdue, due_next (what is handed over).
    std::vector<Figure> figures;
    std::vector<TallyRow> sources, categories; ///< of came_in, most cases first; the big classes
    std::vector<ActivityRow> activities;       ///< by kind and unit

    /// \pre the key is one of the above
    [[nodiscard]] const Figure& figure(std::string_view key) const;
};

/// What a day book is made from: the facts as they were just before the shift began, and as of `end.asOf`; rows are the same in both.
struct DayBookInput {
    const CaseFacts* before;
    FiguresContext end; ///< with connection and people
    ShiftSpan shift;
    ShiftSpan next;     ///< the shift after it
    ActivityContext activities;
    Day day;            ///< on which the shift begins
    bool isFirstOfDay;  ///< then activities of which only the day is known count here
};
/// Steps are read from the file, page by page; `goesOn` is asked between pages. Errors: Database; Cancelled "cancelled".
[[nodiscard]] Result<DayBook> dayBook(const DayBookInput& input, const std::function<bool()>& goesOn = {});

} // namespace gridwarden::core
