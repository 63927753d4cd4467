// SPDX-License-Identifier: GPL-3.0-or-later
// The tables of an official document as a workbook, for those who go on counting with them.
#pragma once

#include "app/report/official_document.h"
#include "core/base/result.h"

#include <filesystem>

namespace gridwarden::app {

/// A sheet for each table, named by its caption or by what it belongs to, with its note below the rows. What stands in columns that are aligned to the right
/// are numbers where it can be read as one, per cents with their sign. Written whole or not at all. Errors: Io "file-unwritable" {path}, "table-no-room"
/// {folder, megabytes}; Exists "file-exists" {path} (without overwrite).
core::Result<void> writeWorkbook(const std::filesystem::path& file, bool overwrite, const OfficialDocument& document);

} // namespace gridwarden::app
