// SPDX-License-Identifier: GPL-3.0-or-later
// Tables of counts without small numbers: cells below a bound are not told, and so many others that they cannot be worked out from the totals.
#pragma once

#include "core/base/result.h"

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace gridwarden::core {

/// Counts by one or two keys with all totals. By one key it has one row.
struct CountTable {
    std::size_t rows = 0, columns = 0; ///< without totals
    std::vector<std::int64_t> counts;  ///< row by row, each with its total, then the row of totals; by one key only the first row
    [[nodiscard]] bool isList() const { return counts.size() == columns + 1; }
    [[nodiscard]] std::size_t at(std::size_t row, std::size_t column) const { return row * (columns + 1) + column; }
};
/// Adds the totals. \pre as many cells as rows times columns
[[nodiscard]] CountTable tableWithTotals(std::size_t rows, std::size_t columns, std::span<const std::int64_t> cells);
[[nodiscard]] CountTable listWithTotal(std::span<const std::int64_t> cells);

enum class CellShown {
    Number,
    Small,   ///< from 1 to below the bound: "<5"
    Withheld ///< any number from 1, withheld so that a small one cannot be worked out
};

/// How each count is shown; a nought is told. Of small ones some are withheld and not called small, where their being small would tell them (two that make
/// a small total of 2). Whoever knows the totals, the bound and this rule finds at least two values that are possible for every
/// cell that is not told, totals included: for each of them there is a second table with the same numbers told, in which it is one more
/// or one less. (Differences from other tables of the same cases are not looked at.)
/// \param smallest at least 3; 0: all numbers are told.
/// Errors: Unsupported "disclosure-table-too-large" {cells, most}.
[[nodiscard]] Result<std::vector<CellShown>> suppressSmallCells(const CountTable& table, int smallest);

} // namespace gridwarden::core
