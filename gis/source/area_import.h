// SPDX-License-Identifier: GPL-3.0-or-later
// Areas of a district from a layer of polygons or lines.
#pragma once

#include "core/district/area.h"
#include "core/store/journal.h"

#include <cstddef>
#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace gridwarden::core {
class District;
}

namespace gridwarden::gis {

struct AreaImportOptions {
    core::AreaKind kind = core::AreaKind::Grid;
    std::string codeField;
    std::string nameField;                    ///< empty: no name
    std::string parentField;                  ///< code of the area it belongs to; empty: none
    std::string gradeField;                   ///< of roads: words.json "road_grades", keys or names, or own words; empty: none
    std::optional<core::AreaKind> parentKind; ///< none: the only area with that code, of whatever other kind
    std::string from;                         ///< a field with the first day, or a day for all; empty: since ever
    std::string to;                           ///< a field with the last day, or a day for all; empty: still valid
    std::string layer;                        ///< as TableOptions
    std::string crs;
    std::string encoding;
    double snapMetres = 0; ///< above 0: shared borders are noded and snapped within this, in the source's CRS
};

struct ImportProblem {
    std::size_t row = 0; ///< 1-based data row; 0: the whole file
    std::string field;
    std::string value;
    core::Message reason;
    bool isRefused = false; ///< the row was not taken
};

struct AreaImportReport {
    std::size_t read = 0;
    std::size_t accepted = 0;
    std::size_t rejected = 0;
    std::string crs;         ///< of the source
    std::string encoding;    ///< of the source
    std::size_t snapped = 0; ///< vertices moved or added where snapping was asked for
    std::vector<ImportProblem> problems;
};

/// Told the part done, 0 to 1; answers whether to go on.
using Progress = std::function<bool(double)>;

/// Reads every row, then writes what can be accepted as one change "import-areas" {count, file name}. Vertices stay
/// exactly where they are unless snapping is asked for. Roads may be lines; all other kinds need polygons. Reasons of
/// refusal: "row-no-shape", "area-code-missing", "day-unreadable" {text}, "area-ends-before-start" {code},
/// "area-code-taken" {kind, code}, "shape-collapsed" (by snapping), and the problems of Row.
/// Reasons only noted: "ring-invalid" {code, longitude, latitude}, "parent-unknown" {code}, "parent-ambiguous" {code},
/// "datum-shift-unknown" {crs} (row 0).
/// Errors: as Table::open; NotFound "field-unknown" {name}; BadInput "layer-no-shapes" {path}, "crs-missing" {path};
/// Cancelled "cancelled"; those of the district.
core::Result<AreaImportReport> importAreas(core::District& district, const core::Actor& actor,
                                           const std::filesystem::path& path, const AreaImportOptions& options,
                                           const Progress& progress = {});

} // namespace gridwarden::gis
