// SPDX-License-Identifier: GPL-3.0-or-later
// Activities of a district from the rows of a spreadsheet or another table.
#pragma once

#include "core/activity_actions.h"
#include "gis/source/activity_mapping.h"
#include "gis/source/area_import.h"

namespace gridwarden::gis {

struct ActivityImportOptions {
    ActivityMapping mapping; ///< empty: guessed from the names of the columns
    std::string layer;       ///< as TableOptions
    std::string encoding;    ///< as TableOptions
    std::string crs;         ///< of coordinates in columns, as Crs::parse reads; empty: CGCS2000
    std::string timeFormat;  ///< as TimeFormat::parse reads; empty: found
    bool fillDown =
        false; ///< an empty day, organisation, person, place or kind is that of the row above, as in merged cells
};

/// accepted + rejected + leftOut = read, always.
struct ActivityImportReport {
    std::size_t read = 0;     ///< data rows
    std::size_t accepted = 0; ///< that gave activities
    std::size_t rejected = 0; ///< each is in `problems`
    std::size_t leftOut = 0;  ///< blank rows, rows of zeros, and totals of other rows, which would count twice
    std::size_t totals = 0;   ///< of these totals, each in `problems`
    std::vector<core::Activity> activities; ///< that were written, or would be
    std::vector<ImportProblem> problems;    ///< in the order of the rows
    ActivityMapping mapping;                ///< that was used
    std::string encoding;
    std::string timeFormat; ///< in which days were read
};

/// The columns of a table with the first value that each has among the first rows.
struct TableColumns {
    std::vector<std::string> names;
    std::vector<std::string> samples;
};
/// Errors: as Table::open.
[[nodiscard]] core::Result<TableColumns> activityColumns(const std::filesystem::path& path, const ActivityImportOptions& options);

/// What an import would write. A row is refused as a whole: "activity-kind-unknown" {text}, "quantity-unreadable"
/// {text}, "quantity-missing", "people-unreadable" {text}, "day-missing", "time-unreadable" {text}, "area-unknown"
/// {code}, "handler-unknown" {text}, "activity-imported-already" when the same row of a file of this name is in the
/// district with the same content, the errors of core::completed and of parseCoordinate, and the problems of Row. Only
/// noted: "row-is-total" {text}, "quantity-about" {text}, "place-from-area" {code}. Errors: as Table::open; NotFound
/// "field-unknown" {name}; BadInput "mapping-needs" {target}, "activities-too-many" {limit}; those of Crs::parse,
/// TimeFormat::parse and TimeFormatFinder; Cancelled.
[[nodiscard]] core::Result<ActivityImportReport> readActivities(core::District& district,
                                                                const std::filesystem::path& path,
                                                                const ActivityImportOptions& options,
                                                                const Progress& progress = {});

/// Writes what readActivities gives as one change "import-activities" {count, file name}, which is undone as one.
/// Errors: as readActivities; those of the district.
core::Result<ActivityImportReport> importActivities(core::District& district, const core::Actor& actor,
                                                    const std::filesystem::path& path,
                                                    const ActivityImportOptions& options,
                                                    const Progress& progress = {});

} // namespace gridwarden::gis
