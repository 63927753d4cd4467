// SPDX-License-Identifier: GPL-3.0-or-later
// The columns of the case table and the order of cases by each of them.
#pragma once

#include "core/case_actions.h"

#include <array>
#include <functional>

namespace gridwarden::app {

/// Numbers are remembered with the user's choice of columns; never renumber.
enum class CaseColumn {
    Lamp, Number, State, Category, Description, Address, Grid, Handler, Reported, Due, Remaining, Closed, Source, Quantity
};
inline constexpr int CaseColumnCount = 14;

/// Sorting by some columns reads every text from the file, so it is done for this many cases at most.
inline constexpr std::size_t MostRowsByText = 200'000;
[[nodiscard]] bool isSortedByText(CaseColumn column);

/// Orders selections. Keeps the order of numbers between calls. Belongs to the window's thread.
class CaseOrder {
  public:
    /// Rows in order; what has no value comes last either way, equal ones stay in the order of the facts.
    /// Errors: Database. \pre at most MostRowsByText rows where isSortedByText(column)
    [[nodiscard]] core::Result<core::Selection> sorted(core::District& district, const core::FiguresContext& context,
                                                       const core::Selection& rows, CaseColumn column, bool isDescending);
    /// After a bulk change or with another district.
    void forgetNumbers() { m_numberRanks.clear(); }

  private:
    core::Result<void> rankNumbers(core::District& district, const core::CaseFacts& facts);
    std::vector<std::uint32_t> m_numberRanks; ///< by row of the facts
};

} // namespace gridwarden::app
