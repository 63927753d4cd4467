// SPDX-License-Identifier: GPL-3.0-or-later
// Writing an official document: as a PDF, as an OpenDocument text, or its tables as a workbook, by the ending of the file's name.
#pragma once

#include "app/report/official_document.h"
#include "core/base/result.h"

#include <filesystem>
#include <optional>

namespace gridwarden::app {

enum class OfficialFileKind { Pdf, OpenDocument, Workbook };
/// None: another ending than .pdf, .odt and .xlsx.
[[nodiscard]] std::optional<OfficialFileKind> officialFileKind(const std::filesystem::path& file);

struct OfficialFile {
    int pages = 0;                    ///< of a PDF; an office program breaks pages itself
    std::vector<core::Message> notes; ///< of a PDF: prescribed faces that are missing
};
/// ".pdf", ".odt", ".xlsx"
[[nodiscard]] const char* officialEnding(OfficialFileKind kind);
/// Writes it whole or not at all. Errors: NotFound "report-font-missing" {family} (PDF only); Exists "file-exists" {path}; Io "file-unwritable" {path},
/// "table-no-room" {folder, megabytes}; BadInput "official-ending-unknown" {path}, "zip-too-large".
[[nodiscard]] core::Result<OfficialFile> writeOfficial(const std::filesystem::path& file, bool overwrite, const OfficialDocument& document);

} // namespace gridwarden::app
