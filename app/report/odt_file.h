// SPDX-License-Identifier: GPL-3.0-or-later
// An official document as an OpenDocument text (ODF 1.2), to be worked on in an office program: named styles, outline, tables whose header rows repeat, page numbers
// as fields. It has the same text as the PDF. Pages break where the other program breaks them; the imprint stands at the foot of the last page, whatever its number.
#pragma once

#include "app/report/official_document.h"
#include "core/base/result.h"

#include <filesystem>

namespace gridwarden::app {

/// The bytes of the file; the same for equal documents on one system. Errors: as core::zipped.
[[nodiscard]] core::Result<std::string> odtBytes(const OfficialDocument& document);

/// Writes it whole or not at all. Errors: as core::zipped and core::writeDurably.
core::Result<void> writeOdt(const std::filesystem::path& file, bool overwrite, const OfficialDocument& document);

/// The parts of the file. Pictures are members of their own: their names and bytes.
[[nodiscard]] std::string odtStyles(const OfficialDocument& document);
struct OdtContent {
    std::string xml;
    std::vector<std::pair<std::string, std::string>> pictures;
};
[[nodiscard]] OdtContent odtContent(const OfficialDocument& document);

} // namespace gridwarden::app
