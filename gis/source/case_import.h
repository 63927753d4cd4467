// SPDX-License-Identifier: GPL-3.0-or-later
// Cases of a district from the rows of a table or layer.
#pragma once

#include "core/case_actions.h"
#include "gis/source/area_import.h"
#include "gis/process/go_on.h"
#include "gis/source/case_mapping.h"

namespace gridwarden::gis {

struct CaseImportOptions {
    CaseMapping mapping;
    std::vector<std::string> groupBy; ///< rows that agree in these fields are one case; empty: every row is one
    core::OnDuplicate onDuplicate = core::OnDuplicate::Reject;
    bool newCategories = false; ///< unknown ones become local ones, "local:TEXT"
    std::map<std::string, std::string>
        categories;    ///< what the user said of unknown ones: text of the source → key or code
    std::string layer; ///< as TableOptions
    std::string crs; ///< of columns and geometry, as Crs::parse reads; empty: what the source says, of columns CGCS2000
    std::string encoding;   ///< as TableOptions
    std::string timeFormat; ///< as TimeFormat::parse reads, for all time columns; empty: found for each
    std::string timeZone;   ///< IANA name, of times without an offset; empty: the district's
};

/// The format in which a time column was read.
struct ColumnTimeFormat {
    CaseTarget target = CaseTarget::Reported;
    std::string column;
    std::string pattern;
};

struct UnknownCategory {
    std::string text;
    std::size_t rows = 0;
};

/// accepted + rejected = read, always.
struct CaseImportReport {
    std::size_t read = 0; ///< data rows
    std::size_t accepted =
        0; ///< rows that made, changed or belong to a case, and those passed over because their number is known (Skip)
    std::size_t rejected = 0;            ///< rows that were not taken; each is in `problems`
    std::size_t duplicates = 0;          ///< rows with a number that the district or an earlier row has
    std::int64_t cases = 0;              ///< created or updated
    std::int64_t outside = 0;            ///< of these in no area of kind grid, or without a place
    std::vector<ImportProblem> problems; ///< in the order of the rows
    std::size_t notesLeftOut = 0; ///< notes on accepted rows beyond the first 100,000; refusals are never left out
    std::string encoding;
    std::string crs; ///< in which coordinates were read
    std::vector<ColumnTimeFormat> timeFormats;
    std::vector<UnknownCategory> unknownCategories; ///< the most frequent first
    std::size_t newCategories = 0;                  ///< local ones made
};

/// Reads the rows and writes all cases as one entry "import-cases" {file name}; when it fails or is cancelled, nothing
/// is written. A row is refused when it cannot be a case: "reported-missing", "time-unreadable" {text} of the reported
/// time, "number-duplicate" {number} (when duplicates are rejected), and the problems of Row. A row of a group is
/// judged by itself; the first that is accepted gives the values of the case. Only noted: "time-unreadable" {text} of
/// other times, "closed-before-reported", "category-unknown" {text}, "category-is-group" {text}, "source-unknown"
/// {text} (becomes "import"), "handler-unknown" {text}, "quantity-unreadable" {text}, "coordinate-incomplete", the
/// errors of parseCoordinate, parseWktPoint and Transform, "geometry-unsupported", "area-unknown" {code},
/// "place-from-area" {code} (a row without coordinates stands at the label point of its grid), "datum-shift-unknown"
/// {crs} (row 0). Errors: as Table::open; NotFound "field-unknown" {name}; BadInput "mapping-needs" {target}; those of
/// Crs::parse, Transform::between, TimeZone::find and TimeFormat::parse; BadInput "time-format-ambiguous",
/// "time-format-not-found" (see findTimeFormats); BadInput "crs-missing" {path}: geometry in an unknown CRS; NotFound
/// "category-unknown" {key} of `categories`; Cancelled "cancelled"; those of the district.
core::Result<CaseImportReport> importCases(core::District& district, const core::Actor& actor,
                                           const std::filesystem::path& path, const CaseImportOptions& options,
                                           const Progress& progress = {});

/// What an import would make of the first rows, for a dialog.
struct CaseImportPreview {
    struct PreviewRow {
        std::size_t number = 0;
        std::vector<std::string> values; ///< one for each field
        core::ImportedCase read;
        bool isRefused = false;
        std::vector<ImportProblem> problems;
    };
    std::vector<std::string> fields;
    std::optional<std::size_t> rowCount; ///< where the source knows it
    std::string encoding;
    std::string crs;
    bool hasGeometry = false;
    CaseMapping mapping;                       ///< of the options, or guessed when they have none
    std::vector<ColumnTimeFormat> timeFormats; ///< found in the first rows
    std::vector<core::Message> problems;       ///< what would make the import fail or should be said before it
    std::vector<PreviewRow> rows;
};
/// Errors: as Table::open, and Crs::parse; Cancelled "cancelled" when `goOn` says so.
[[nodiscard]] core::Result<CaseImportPreview> previewCases(const core::District& district,
                                                           const std::filesystem::path& path,
                                                           const CaseImportOptions& options, std::size_t rowLimit,
                                                           const GoOn& goOn = {});

/// The texts of the whole category column that are not known here and not in `options.categories`, the most frequent
/// first, so that the user can say what they mean before the import. Without a category column there are none. Errors:
/// as Table::open; NotFound "field-unknown" {name}; Cancelled "cancelled".
[[nodiscard]] core::Result<std::vector<UnknownCategory>> findUnknownCategories(const core::District& district,
                                                                               const std::filesystem::path& path,
                                                                               const CaseImportOptions& options,
                                                                               const Progress& progress = {});

/// Writes the refused rows as CSV (UTF-8 with byte order mark): row number, field and reason, then the fields as they
/// are in the source, so that it can be corrected and imported again. Reads the source once more. \param sentence of a
/// reason for people Errors: Exists "file-exists" {path} without `overwrite`; Io "file-unwritable" {path}; as
/// Table::open.
core::Result<void> saveRejectedRows(const std::filesystem::path& source, const CaseImportOptions& options,
                                    const CaseImportReport& report, const std::filesystem::path& target, bool overwrite,
                                    const std::function<std::string(const core::Message&)>& sentence, const GoOn& goOn = {});

} // namespace gridwarden::gis
