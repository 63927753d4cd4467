// SPDX-License-Identifier: GPL-3.0-or-later
// Duties (五定) as a table for spreadsheets, which gis/source/duty_import.h reads back.
#pragma once

#include "core/district.h"

#include <filesystem>
#include <optional>

namespace gridwarden::app {

/// By kind and code of the area, then by the hour at which they begin; with a period those that hold on one of its
/// days. A workbook by the ending .xlsx, else CSV; headings in the language of the interface. Returns how many there
/// are. Errors: as openXlsx, openCsv and TableWriter.
core::Result<std::size_t> writeDuties(const core::District& district, const std::optional<core::Period>& within,
                                      const std::filesystem::path& target, bool overwrite);

} // namespace gridwarden::app
