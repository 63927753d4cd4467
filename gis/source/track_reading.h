// SPDX-License-Identifier: GPL-3.0-or-later
// Tracks from the files of loggers, terminals, apps and platforms: GPX, NMEA 0183, and rows of every table and layer
// that is opened.
#pragma once

#include "core/base/time.h"
#include "core/patrol/fix.h"
#include "gis/source/area_import.h"
#include "gis/source/track_mapping.h"

namespace gridwarden::gis {

struct TrackOptions {
    TrackMapping mapping;                 ///< of tables; empty: guessed from the names of the columns
    std::optional<std::size_t> headerRow; ///< as TableOptions; none: found among the first rows
    std::string layer;                    ///< as TableOptions; empty: the first one of points with times
    std::string encoding;                 ///< as TableOptions
    std::string crs;                      ///< as Crs::parse reads; empty: what the file says, of columns CGCS2000
    std::string timeFormat;               ///< of tables, as TimeFormat::parse reads; empty: found
    core::TimeZone timeZone;              ///< of times that name none; those of GPX, NMEA and columns that are named UTC are UTC
};

enum class TrackFormat { Gpx, Nmea, Table };

/// accepted + rejected + withoutFix = read, always; accepted is the number of all fixes.
struct ReadTracks {
    TrackFormat format = TrackFormat::Table;
    /// In the order in which they begin, none empty. Each `trkseg` of a GPX file and each line of a layer is a track of
    /// its own, rows of a table and points of a layer are one for each device and name.
    std::vector<core::Track> tracks;
    std::size_t read = 0; ///< track points, rows or vertices; of NMEA moments and sentences that were refused
    std::size_t accepted = 0;
    std::size_t rejected = 0;
    std::size_t withoutFix = 0; ///< blank rows, and positions of which the device itself says that it had none
    /// The first 10,000 refusals, by track point, row, or line of NMEA, and where a file broke off. A vertex has the
    /// row of its line.
    std::vector<ImportProblem> problems;
    std::vector<core::Message> remarks; ///< about the whole file
    TrackMapping mapping;               ///< of tables, that was used
    std::string encoding;               ///< of tables
    std::string crs;                    ///< in which places were read
    std::string timeFormat;             ///< of tables
};

/// Reads a file to its end. The format is told by what the file holds. A file that breaks off gives what comes before,
/// with a problem. A position is refused with: "fix-without-time", "fix-without-place", "time-unreadable" {text},
/// "coordinate-incomplete", the errors of parseCoordinate, parseWktPoint and Transform, "line-times-unreadable",
/// "line-times-other-count" {times, vertices}, the problems of Row; a sentence of NMEA with "nmea-checksum-missing",
/// "nmea-checksum-wrong" {given, worked out} or "nmea-sentence-unreadable". Remarks: "coordinates-look-swapped"
/// {longitude, latitude}: these columns, most rows fit only the other way round; "fixes-without-fix" {count},
/// "gpx-waypoints-left-out" {count}, "gpx-routes-left-out" {count}, "track-problems-left-out" {count},
/// "datum-shift-unknown" {crs}. Errors: BadInput "tracks-without-times" {path}, "tracks-without-places" {path},
/// "tracks-without-days" {path}: NMEA with times of day alone; "tracks-missing" {path}: nothing in it could be a track;
/// "tracks-too-large" {path, most fixes}; those of Table::open, Crs::parse, Transform::between, XmlReader,
/// TimeFormat::parse and TimeFormatFinder; NotFound "field-unknown" {name}; BadInput "mapping-needs" {target},
/// "crs-missing" {path}; Cancelled "cancelled".
[[nodiscard]] core::Result<ReadTracks> readTracks(const std::filesystem::path& path, const TrackOptions& options = {},
                                                  const Progress& progress = {});

} // namespace gridwarden::gis
