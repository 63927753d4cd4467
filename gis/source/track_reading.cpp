// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/source/track_reading.h"

#include "gis/source/byte_source.h"
#include "gis/source/gpx_tracks.h"
#include "gis/source/nmea_track.h"
#include "gis/source/track_table.h"

namespace gridwarden::gis {

using core::Result;

namespace {

TrackFormat formatOf(const std::filesystem::path& path) {
    constexpr std::size_t StartBytes = 8192;
    auto source = ByteSource::open(path);
    if (!source) // a folder, say, or nothing
        return TrackFormat::Table;
    std::string start(StartBytes, '\0');
    start.resize(source->read(start));
    return looksLikeGpx(start) ? TrackFormat::Gpx : looksLikeNmea(start) ? TrackFormat::Nmea : TrackFormat::Table;
}

} // namespace

Result<ReadTracks> readTracks(const std::filesystem::path& path, const TrackOptions& options,
                              const Progress& progress) {
    const std::string crs = options.crs.empty() ? "wgs84" : options.crs;
    switch (formatOf(path)) {
    case TrackFormat::Gpx:
        return readGpxFile(path, crs, options.encoding, progress);
    case TrackFormat::Nmea:
        return readNmea(path, crs, progress);
    case TrackFormat::Table:
        break;
    }
    return readTrackTable(path, options, progress);
}

} // namespace gridwarden::gis
