// SPDX-License-Identifier: GPL-3.0-or-later
// Duties (五定) of a district from the rows of a spreadsheet or another table.
#pragma once

#include "core/district.h"
#include "gis/process/go_on.h"
#include "gis/source/area_import.h"

#include <filesystem>
#include <string>
#include <vector>

namespace gridwarden::gis {

struct DutyImportOptions {
    core::AreaKind kind = core::AreaKind::Grid; ///< of areas in rows that name no kind
    std::string layer;                          ///< as TableOptions
    std::string encoding;                       ///< as TableOptions
    GoOn goOn = {};
};

/// accepted + rejected + leftOut = read, always.
struct DutyImportReport {
    std::size_t read = 0;           ///< data rows
    std::size_t accepted = 0;       ///< each is in `duties`
    std::size_t rejected = 0;       ///< each is in `problems`
    std::size_t leftOut = 0;        ///< blank rows, and duties that are there already, each of which is in `problems`
    std::vector<core::Duty> duties; ///< that were written, or would be
    std::vector<ImportProblem> problems; ///< in the order of the rows
};

/// What an import would write. Columns are found by their headings (duty_columns.h); area, person, weekdays, start and
/// end have to be among them. A row is refused as a whole: "area-kind-unknown" {text}, "area-unknown" {code},
/// "person-unknown" {name}, "person-ambiguous" {name}, "weekdays-unreadable" {text}, "clock-unreadable" {text},
/// "day-unreadable" {text}, "place-unreadable" {text}, "post-without-name", "duty-ends-before-start", and the problems
/// of Row. Only noted: "duty-there-already", of a row that says the same as a duty of the district or a row before.
/// Errors: as Table::open; BadInput "roster-needs" {Chinese title, English title} of the first column that is missing;
/// Cancelled.
[[nodiscard]] core::Result<DutyImportReport>
readDuties(const core::District& district, const std::filesystem::path& path, const DutyImportOptions& options = {});

/// Writes what readDuties gives as one change "import-duties" {count, file name}. Errors: as readDuties; those of the
/// district.
core::Result<DutyImportReport> importDuties(core::District& district, const core::Actor& actor,
                                            const std::filesystem::path& path, const DutyImportOptions& options = {});

} // namespace gridwarden::gis
