// SPDX-License-Identifier: GPL-3.0-or-later
// A table of counts for outside: numbers below the bound of the rules are not told, and cannot be worked out from the totals.
#pragma once

#include "core/disclosure/disclosure_account.h"
#include "core/disclosure/small_cells.h"
#include "core/district.h"
#include "core/figures/tally.h"

#include <QStringList>
#include <filesystem>

namespace gridwarden::app {

/// Counts with the names of their rows and columns.
struct CountSheet {
    QString title;             ///< of the column of names: what the rows are
    QStringList rows, columns; ///< by one key there are no columns
    core::CountTable table;
};

/// Counts a selection by one or two keys: the first makes the rows, the second the columns. Errors: Unsupported "disclosure-table-too-wide" {columns, most};
/// Refused "disclosure-by-person" for counts of single people where the rules do not tell their names.
[[nodiscard]] core::Result<CountSheet> countSheet(const core::District& district, const core::DisclosureRules& rules, const core::FiguresContext& context,
                                                  const core::Selection& selection, const std::vector<core::TallyKey>& keys, core::AreaKind kind,
                                                  core::GridsOf grids);

/// Writes it as .csv or .xlsx with its account beside it. `account` has district, rules, moment, head and records.
/// Errors: those of suppressSmallCells, checkTarget and TableWriter; BadInput "handout-counts-format" {file}.
[[nodiscard]] core::Result<core::DisclosureAccount> handOutCounts(const CountSheet& sheet, core::DisclosureAccount account, const core::TimeZone& zone,
                                                                  const std::filesystem::path& target, bool overwrite);

} // namespace gridwarden::app
