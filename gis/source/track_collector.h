// SPDX-License-Identifier: GPL-3.0-or-later
// Tracks as they grow while a file is read, with the account of what was refused.
#pragma once

#include "gis/crs/transform.h"
#include "gis/source/track_reading.h"

#include <string>
#include <string_view>
#include <unordered_map>

namespace gridwarden::gis {

/// Standard deviation of a place for each unit of horizontal dilution of precision, in metres: σ = HDOP · σ(UERE)
/// (Langley, Dilution of Precision, GPS World 10(5), 1999), with 5 m assumed for the ranges of a receiver of one
/// frequency.
constexpr float MetresPerHdop = 5;

/// The number with which a text begins, "12.5 m"; 0, for unknown, where there is none above 0 and below 100,000.
[[nodiscard]] float accuracyFrom(std::string_view text);

class TrackCollector {
public:
    /// \param crs of the places that are added, as Crs::parse reads. Errors: those of Crs::parse and
    /// Transform::between.
    [[nodiscard]] static core::Result<TrackCollector> make(TrackFormat format, const std::string& crs);
    /// How refusals name the fields with the coordinates.
    void nameAxes(std::string x, std::string y);
    /// Whether places that are added as texts are in degrees.
    [[nodiscard]] bool isGeographic() const { return m_isGeographic; }

    /// What comes belongs to a new track.
    void begin(std::string name, std::string device);
    /// What comes belongs to the track of this name and device.
    void choose(std::string_view name, std::string_view device);
    /// Names the tracks from the place `first` on.
    void nameFrom(std::size_t first, const std::string& name);
    [[nodiscard]] std::size_t trackCount() const { return m_read.tracks.size(); }

    /// One position. Coordinates that are both nought mean that the device had no fix. \pre a track was begun or chosen
    void add(std::size_t row, std::int64_t at, std::string_view x, std::string_view y, float accuracy);
    void add(std::size_t row, std::int64_t at, MapPoint place, float accuracy);
    /// A place in CGCS2000 degrees.
    void add(std::int64_t at, core::GeoPoint place, float accuracy);
    void refuse(std::size_t row, std::string_view field, std::string_view value, core::Message reason);
    /// A position that is none, as the device says.
    void leaveOut();
    void remark(core::Message message) { m_read.remarks.push_back(std::move(message)); }
    /// The file is unreadable after a row: a problem where anything was read, else an error.
    core::Result<void> breakOff(std::size_t row, core::Error error);

    static constexpr std::size_t MostFixes = 50'000'000;
    static constexpr std::size_t MostTracks = 200'000;
    /// More than these: reading has to end.
    [[nodiscard]] bool isFull() const { return m_fixes >= MostFixes || m_read.tracks.size() >= MostTracks; }

    /// The tracks, without empty ones. Errors: BadInput "tracks-without-times", "tracks-missing", "tracks-too-large"
    /// {path, most}.
    [[nodiscard]] core::Result<ReadTracks> finish(const std::filesystem::path& path);
    /// Of all tracks, while they grow.
    [[nodiscard]] std::vector<core::Track>& tracks() { return m_read.tracks; }

private:
    explicit TrackCollector(Transform transform) : m_transform(std::move(transform)) {}

    Transform m_transform; // to CGCS2000
    ReadTracks m_read;
    std::string m_xName = "longitude";
    std::string m_yName = "latitude";
    bool m_isGeographic = true;
    std::size_t m_current = 0;
    std::unordered_map<std::string, std::size_t> m_places; // of the tracks that were chosen
    std::size_t m_fixes = 0;
    std::size_t m_withoutTime = 0;
    std::size_t m_swapped = 0; // refused, and would fit the other way round
};

} // namespace gridwarden::gis
