// SPDX-License-Identifier: GPL-3.0-or-later
// The report on an area (first of all a responsibility grid) for a period, as PDF: one file for each area, or all bound in
// one with a summary and bookmarks. Needs a QGuiApplication for its fonts, no widgets.
#pragma once

#include "app/report/chapter.h"
#include "app/report/official_file.h"
#include "app/report/report_map.h"
#include "core/district.h"

#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <vector>

namespace gridwarden::app {

enum class ReportBinding { OneFile, FilePerArea };

struct GridReportOptions {
    std::vector<core::AreaId> areas; ///< of any kinds, in this order; empty: all grids that are valid on the period's last day
    core::Period period;
    core::Language language = core::Language::Chinese;
    std::optional<core::Moment> asOf;  ///< the state by the steps up to then; none: now
    ReportBinding binding = ReportBinding::OneFile;
    std::filesystem::path output;      ///< the file, or with FilePerArea the folder (made when missing)
    OfficialFileKind kind = OfficialFileKind::Pdf; ///< with FilePerArea; a file is what the ending of its name says, else a PDF
    bool overwrite = false;
    /// From top to bottom; none: what the district's list of layers shows.
    std::optional<std::vector<ReportLayer>> layers;
    std::string printedBy;             ///< may be empty
};

struct GridReportOutcome {
    std::vector<std::filesystem::path> files;
    int areas = 0;
    int pages = 0; ///< of PDFs
    std::vector<core::Message> notes; ///< layers that could not be read
};

/// Told a share from 0 to 1; false cancels. An empty one is never asked.
using ReportProgress = std::function<bool(double)>;

/// All or nothing: files appear when all are finished, a fault or a cancel leaves none behind. With FilePerArea they are
/// named after the codes and the days, "01-01_2026-10-01_2026-10-31.pdf". A document to edit and a workbook hold all of their chapters in memory.
/// Errors: BadInput "report-period-reversed"; NotFound "area-unknown" {id}, "report-no-areas", "report-font-missing" {family};
/// Exists "file-exists" {path}; Io "file-unwritable" {path}; Cancelled "cancelled"; Database.
core::Result<GridReportOutcome> writeGridReports(core::District& district, const GridReportOptions& options,
                                                 const ReportProgress& progress = {});

/// The pages that writeGridReports would write, one chapter after the other as one bound file, for preview and printer. `use` returns
/// false when it has enough. Errors: as above, without those of files.
core::Result<void> composeGridReports(core::District& district, const GridReportOptions& options,
                                      const std::function<bool(std::shared_ptr<const Chapter>)>& use, const ReportProgress& progress = {});

} // namespace gridwarden::app
