// SPDX-License-Identifier: GPL-3.0-or-later
// A log of NMEA 0183 as a track: sentences of one moment put together, and their days found.
#pragma once

#include "gis/source/nmea_sentence.h"
#include "gis/source/track_collector.h"

namespace gridwarden::gis {

/// Sentences with the same time of day one after the other are one fix. RMC and ZDA say the day; without one the day
/// before goes on, past midnight where the clock goes back by more than half a day. What comes before the first day is
/// dated back from it.
class NmeaTrack {
public:
    explicit NmeaTrack(TrackCollector& collector) : m_collector(collector) { m_collector.begin({}, {}); }

    /// \param row number of the line
    void add(std::size_t row, std::string_view line);
    /// Nothing comes any more. False when no sentence said a day.
    [[nodiscard]] bool finish();

private:
    /// What is known of a moment.
    struct Epoch {
        std::size_t row = 0;
        std::chrono::milliseconds timeOfDay{};
        std::optional<std::chrono::sys_days> day;
        std::optional<MapPoint> place;
        float hdop = 0;
    };
    void endEpoch();
    void takeDay(std::chrono::sys_days day);

    TrackCollector& m_collector;
    std::optional<Epoch> m_epoch;
    std::chrono::sys_days m_day; // as long as none was said: counted from 1970
    bool m_isDated = false;
    std::optional<std::chrono::milliseconds> m_lastTimeOfDay;
};

/// Errors: Io "file-unreadable" {path}; BadInput "tracks-without-days" {path}; Cancelled; as TrackCollector.
[[nodiscard]] core::Result<ReadTracks> readNmea(const std::filesystem::path& path, const std::string& crs,
                                                const Progress& progress);

} // namespace gridwarden::gis
