// SPDX-License-Identifier: GPL-3.0-or-later
// Counting steps by the time at which they were taken.
#pragma once

#include "core/figures/figure_scope.h"

namespace gridwarden::core {

/// A figure of steps, ready to be asked of one. No definition names reports and imports, which are cases.
struct StepFigure {
    const StepCount* count;
    ScopeFilter scope; ///< of its case
    FigureValue* value;
};

/// Counts steps of the period for all figures at once, up to the moment of counting. Errors: Database; Cancelled.
/// \param within rows of their cases; null: all
Result<void> countSteps(const FiguresContext& context, Period period, std::vector<StepFigure>& figures, const RowSet* within,
                        const std::function<bool()>& goesOn);

} // namespace gridwarden::core
