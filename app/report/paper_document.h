// SPDX-License-Identifier: GPL-3.0-or-later
// Papers that are laid out by themselves (reports on areas, work lists, day books) as a document to edit and as a workbook: what their pieces say.
#pragma once

#include "app/report/chapter.h"
#include "app/report/official_file.h"

#include <filesystem>
#include <memory>
#include <vector>

namespace gridwarden::app {

/// The first heading is the title; each further chapter begins on a page of its own under its title, its headings a level lower.
[[nodiscard]] OfficialDocument paperDocument(const std::vector<std::shared_ptr<const Chapter>>& chapters, core::Language language);

/// As a document to edit (.odt) or a workbook (.xlsx) by the ending of its name, else as a PDF. Errors: as writePaper and writeOfficial.
[[nodiscard]] core::Result<OfficialFile> writePaperAs(const std::filesystem::path& file, bool overwrite, const QString& title,
                                                      const std::vector<std::shared_ptr<const Chapter>>& chapters, core::Language language);

} // namespace gridwarden::app
