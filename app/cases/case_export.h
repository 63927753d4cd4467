// SPDX-License-Identifier: GPL-3.0-or-later
// Cases as the table shows them, in a file for spreadsheets. Names and telephone numbers of reporters are never in it.
#pragma once

#include "app/cases/case_cells.h"
#include "app/cases/table_writer.h"

#include <functional>

namespace gridwarden::app {

struct CaseExport {
    CaseCells cells;
    std::shared_ptr<const core::CaseFacts> facts;
    core::Selection rows; ///< in the order in which they are written
    std::vector<CaseColumn> columns;
};

struct ExportedCases {
    std::size_t rows = 0;
    int sheets = 1;
};

/// By the ending of the file: .xlsx is a workbook, all others are CSV. Texts are read through the connection, page by
/// page. `progress` is told the part that is done and answers whether to go on. Errors: those of TableWriter; Database;
/// Cancelled "cancelled".
[[nodiscard]] core::Result<ExportedCases> exportCases(const CaseExport& wanted, core::Connection& connection,
                                                      const std::filesystem::path& target, bool overwrite,
                                                      const std::function<bool(double)>& progress = {});

} // namespace gridwarden::app
