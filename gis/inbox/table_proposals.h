// SPDX-License-Identifier: GPL-3.0-or-later
// The rows of a table as proposals. Columns are found by their names as for an import, titles above them are passed over, totals left out.
#pragma once

#include "gis/inbox/proposal.h"
#include "gis/process/go_on.h"
#include "gis/source/case_registers.h"

#include <filesystem>

namespace gridwarden::gis {

/// All sheets of a workbook. Remarks: "row-is-total" {text}, "inbox-not-cases" (no column for a category or a description), "inbox-table-too-long" {most}: it
/// is to be imported, the problems of Row, "inbox-more-remarks" {count}. Problems of a proposal: those of importCases, "inbox-time-of-file" {time},
/// "inbox-from-above" {column, value}: an empty cell below one that has something, as merged cells leave it; "inbox-field-left-out" {column, value}.
/// Errors: as Table::open.
[[nodiscard]] core::Result<FileReading> readTableProposals(const std::filesystem::path& path, const CaseRegisters& registers, const GoOn& goOn = {});

} // namespace gridwarden::gis
