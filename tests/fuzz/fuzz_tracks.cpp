// SPDX-License-Identifier: GPL-3.0-or-later
// Tracks of strangers: sentences of NMEA, GPX, and rows of delimited text and JSON.
#include "gis/source/gpx_tracks.h"
#include "gis/source/nmea_track.h"
#include "gis/source/track_reading.h"
#include "tests/fuzz/fuzz.h"

#include <cmath>

using namespace gridwarden;
using fuzz::require;

namespace {

constexpr std::int64_t Year = std::int64_t{366} * 86'400 * 1000;

void requireSound(const gis::ReadTracks& read) {
    require(read.accepted + read.rejected + read.withoutFix == read.read, "each position is accounted for once");
    std::size_t fixes = 0;
    for (const core::Track& track : read.tracks) {
        require(!track.fixes.empty(), "a track has a fix");
        fixes += track.fixes.size();
        for (const core::Fix& fix : track.fixes) {
            require(std::abs(fix.place.longitude) <= 180.000001 && std::abs(fix.place.latitude) <= 90.000001,
                    "a fix is on the earth");
            require(std::abs(fix.at) < 300 * Year, "a fix is of our times");
            require(std::isfinite(fix.accuracy) && fix.accuracy >= 0, "an accuracy is a length or unknown");
        }
    }
    require(fixes == read.accepted, "accepted positions are fixes");
    for (const gis::ImportProblem& problem : read.problems)
        fuzz::requireSentence(problem.reason);
    for (const core::Message& remark : read.remarks)
        fuzz::requireSentence(remark);
}

void requireSound(const core::Result<gis::ReadTracks>& read) {
    if (fuzz::isGood(read))
        requireSound(*read);
}

gis::TrackCollector collectorOf(gis::TrackFormat format) {
    auto collector = gis::TrackCollector::make(format, "wgs84");
    require(collector.has_value(), "WGS 84 is known");
    return std::move(*collector);
}

void nmea(fuzz::Input& input) {
    auto collector = collectorOf(gis::TrackFormat::Nmea);
    gis::NmeaTrack track(collector);
    for (std::size_t row = 1; !input.isAtEnd(); ++row)
        track.add(row, input.line());
    (void)track.finish();
    requireSound(collector.finish("walk.nmea"));
}

void gpx(fuzz::Input& input) {
    auto collector = collectorOf(gis::TrackFormat::Gpx);
    gis::XmlReader xml(input.rest());
    if (fuzz::isGood(gis::readGpx(xml, collector)))
        requireSound(collector.finish("walk.gpx"));
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    fuzz::Input input(data, size);
    switch (input.choice(4)) {
    case 0:
        nmea(input);
        break;
    case 1:
        gpx(input);
        break;
    case 2:
        requireSound(gis::readTracks(fuzz::fileWith("log.csv", input.rest())));
        break;
    default: // an array, so that it is read here and not by a reader
        requireSound(gis::readTracks(fuzz::fileWith("log.json", "[" + std::string(input.rest()))));
        break;
    }
    return 0;
}
