// SPDX-License-Identifier: GPL-3.0-or-later
// Papers of the desk, such as a work list or a day book: one PDF each, written whole or not at all.
#pragma once

#include "app/report/area_report.h"
#include "app/report/chapter.h"

#include <filesystem>

namespace gridwarden::app {

struct PaperOptions {
    core::Language language = core::Language::Chinese;
    std::string printedBy; ///< may be empty
};

/// What a paper is made from: as of now, or of a moment; the period is that moment's day.
/// Errors: NotFound "report-font-missing"; as ReportText::load; Database.
[[nodiscard]] core::Result<ReportScope> deskScope(core::District& district, const PaperOptions& options, std::optional<core::Moment> asOf = {});

/// A flow as pages with the usual footer.
[[nodiscard]] std::shared_ptr<const Chapter> paperChapter(const ReportScope& scope, const QString& title, Flow flow);

/// Returns the number of pages. Errors: Exists "file-exists" {path}; Io "file-unwritable" {path}.
core::Result<int> writePaper(const std::filesystem::path& file, bool overwrite, const QString& title, const std::vector<std::shared_ptr<const Chapter>>& chapters,
                             core::Language language);

} // namespace gridwarden::app
