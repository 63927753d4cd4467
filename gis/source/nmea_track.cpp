// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/source/nmea_track.h"

#include "gis/source/line_reader.h"

#include <algorithm>
#include <fmt/format.h>

namespace gridwarden::gis {

using core::ErrorCode;
using core::fail;
using core::Result;
using std::chrono::milliseconds;

namespace {

/// The beginning of a line that may hold anything.
std::string readable(std::string_view line) {
    constexpr std::size_t Longest = 100;
    std::string text(line.substr(0, Longest));
    std::replace_if(
        text.begin(), text.end(), [](char c) { return c < 0x20 || c > 0x7e; }, '?');
    return text;
}

core::Message reasonOf(const NmeaSentence& sentence) {
    switch (sentence.fault) {
    case NmeaSentence::Fault::ChecksumMissing:
        return {"nmea-checksum-missing", {}};
    case NmeaSentence::Fault::ChecksumWrong:
        return {"nmea-checksum-wrong",
                {std::string(sentence.givenChecksum.begin(), sentence.givenChecksum.end()),
                 fmt::format("{:02X}", sentence.checksum)}};
    case NmeaSentence::Fault::Unreadable:
    case NmeaSentence::Fault::None:
        break;
    }
    return {"nmea-sentence-unreadable", {}};
}

} // namespace

void NmeaTrack::add(std::size_t row, std::string_view line) {
    const auto sentence = parseNmea(line);
    if (!sentence)
        return;
    if (sentence->fault != NmeaSentence::Fault::None)
        return m_collector.refuse(row, "", readable(line), reasonOf(*sentence));
    if (!sentence->isPosition || !sentence->timeOfDay)
        return;
    if (m_epoch && m_epoch->timeOfDay != *sentence->timeOfDay)
        endEpoch();
    if (!m_epoch)
        m_epoch = Epoch{row, *sentence->timeOfDay, {}, {}, 0};
    if (sentence->day)
        m_epoch->day = sentence->day;
    if (!m_epoch->place)
        m_epoch->place = sentence->place;
    if (sentence->hdop > 0)
        m_epoch->hdop = sentence->hdop;
}

void NmeaTrack::endEpoch() {
    constexpr milliseconds HalfDay = std::chrono::hours(12);
    const Epoch epoch = *m_epoch;
    m_epoch.reset();
    if (m_lastTimeOfDay && epoch.timeOfDay + HalfDay < *m_lastTimeOfDay)
        m_day += std::chrono::days(1);
    m_lastTimeOfDay = epoch.timeOfDay;
    if (epoch.day)
        takeDay(*epoch.day);
    if (!epoch.place)
        return m_collector.leaveOut();
    const milliseconds at = m_day.time_since_epoch() + epoch.timeOfDay;
    m_collector.add(epoch.row, at.count(), *epoch.place, epoch.hdop * MetresPerHdop);
}

void NmeaTrack::takeDay(std::chrono::sys_days day) {
    if (!m_isDated)
        for (core::Fix& fix : m_collector.tracks().back().fixes)
            fix.at += milliseconds(day - m_day).count();
    m_isDated = true;
    m_day = day;
}

bool NmeaTrack::finish() {
    if (m_epoch)
        endEpoch();
    return m_isDated || m_collector.tracks().back().fixes.empty();
}

Result<ReadTracks> readNmea(const std::filesystem::path& path, const std::string& crs, const Progress& progress) {
    constexpr std::size_t LinesBetweenLooks = 10'000;
    auto lines = LineReader::open(path);
    if (!lines)
        return fail(lines);
    auto collector = TrackCollector::make(TrackFormat::Nmea, crs);
    if (!collector)
        return fail(collector);
    NmeaTrack track(*collector);
    std::size_t row = 0;
    while (const auto line = lines->next()) {
        track.add(++row, *line);
        if (row % LinesBetweenLooks == 0 && progress && !progress(lines->share()))
            return fail(ErrorCode::Cancelled, {"cancelled", {}});
        if (collector->isFull())
            break;
    }
    if (!track.finish())
        return fail(ErrorCode::BadInput, {"tracks-without-days", {path.string()}}, path.string());
    if (lines->isBroken())
        if (auto kept = collector->breakOff(row, {ErrorCode::BadInput,
                                                  {"source-unreadable-after-row", {path.string(), std::to_string(row)}},
                                                  path.string(),
                                                  {}});
            !kept)
            return fail(kept);
    return collector->finish(path);
}

} // namespace gridwarden::gis
