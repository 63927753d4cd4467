// SPDX-License-Identifier: GPL-3.0-or-later
// GPX 1.0 and 1.1: the points of tracks with their times. Waypoints and routes have none of a walk and are counted
// only.
#pragma once

#include "gis/source/track_collector.h"
#include "gis/source/xml_reader.h"

namespace gridwarden::gis {

/// Reads a document to its end. Each `trkseg` is a track, with the name of its `trk`; its accuracy is of `hdop`, or of
/// an `accuracy` in metres among the extensions. Times without a zone are UTC. Errors: as XmlReader; Cancelled.
core::Result<void> readGpx(XmlReader& xml, TrackCollector& collector, const std::function<bool()>& goOn = {});

/// \param encoding empty: what the file says, or where its bytes contradict that, found out
/// Errors: Io "file-unreadable" {path}; BadInput "xml-unreadable" {line}, "file-too-large" {path} beyond 256 MiB that
/// are not UTF-8; Unsupported "encoding-unknown" {name}; Cancelled; as TrackCollector.
[[nodiscard]] core::Result<ReadTracks> readGpxFile(const std::filesystem::path& path, const std::string& crs,
                                                   const std::string& encoding, const Progress& progress);

/// Whether a document begins like GPX; also in UTF-16.
[[nodiscard]] bool looksLikeGpx(std::string_view start);

} // namespace gridwarden::gis
