// SPDX-License-Identifier: GPL-3.0-or-later
// Counting cases by the rules of a period, and the places of cases.
#pragma once

#include "core/figures/figure_scope.h"

namespace gridwarden::core {

/// A figure of cases, ready to be asked of one.
struct CaseFigure {
    const CaseCount* count;
    ScopeFilter scope;
    FigureValue* value;
};

/// Works out all figures in one pass over the cases, on two threads. Figures behind which there are the same rows share them. `goesOn` is asked on this thread.
/// Errors: Cancelled "cancelled".
/// \param within null: all rows
[[nodiscard]] Result<void> countCases(const FiguresContext& context, Period period, const std::vector<CaseFigure>& figures, const RowSet* within,
                                      const std::function<bool()>& goesOn);

} // namespace gridwarden::core
