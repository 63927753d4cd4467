// SPDX-License-Identifier: GPL-3.0-or-later
// What one row of a table says about tracks: a position, or a line with the times of its vertices.
#pragma once

#include "gis/source/table.h"
#include "gis/source/time_format.h"
#include "gis/source/track_collector.h"

#include <unordered_set>

namespace gridwarden::gis {

class TrackRowReader {
public:
    /// A mapping bound to a table. \param zone of times without an offset, but in columns that are named UTC. Errors:
    /// NotFound "field-unknown" {name}; BadInput "mapping-needs" {target}: no times, or one coordinate alone.
    [[nodiscard]] static core::Result<TrackRowReader> bind(const TrackMapping& mapping, const Table& table,
                                                           const core::TimeZone& zone);

    /// Looks at a row to find how times are written.
    void learn(const Row& row);
    [[nodiscard]] bool isDecided() const { return m_finder.isDecided(); }
    /// Ends learning. Errors: as TimeFormatFinder::result, and TimeFormat::parse of what was given.
    core::Result<void> settle(const std::string& givenFormat);
    [[nodiscard]] const std::string& timeFormat() const { return m_format.pattern(); }
    /// Each of the rows that were looked at has another value there, so that it names no track.
    [[nodiscard]] bool isDifferentInEachRow(TrackTarget target) const;
    void drop(TrackTarget target) { column(target) = {}; }

    /// Whether places are in columns, else they are the geometry.
    [[nodiscard]] bool hasPlaceColumns() const { return has(TrackTarget::Longitude) || has(TrackTarget::Wkt); }
    /// \pre settled
    void read(const Row& row, TrackCollector& collector);
    /// How the source calls what fills a target: "Longitude", "DATE+TIME".
    [[nodiscard]] const std::string& name(TrackTarget target) const { return column(target).name; }

private:
    struct Column {
        std::vector<std::size_t> places;
        std::optional<std::string> constant;
        std::string name;
        bool isMapped = false;
        std::string joined;                      // of the row at hand, where there are several places
        std::unordered_set<std::string> learned; // values
    };
    [[nodiscard]] Column& column(TrackTarget target) { return m_columns[static_cast<std::size_t>(target)]; }
    [[nodiscard]] const Column& column(TrackTarget target) const { return m_columns[static_cast<std::size_t>(target)]; }
    [[nodiscard]] bool has(TrackTarget target) const { return column(target).isMapped; }
    std::string_view cell(const Row& row, TrackTarget target);
    [[nodiscard]] bool isBlank(const Row& row) const;
    std::optional<std::int64_t> time(const Row& row, std::string_view field, std::string_view text,
                                     TrackCollector& collector) const;
    void readPosition(const Row& row, TrackCollector& collector);
    void readLines(const Row& row, TrackCollector& collector);
    float accuracy(const Row& row);

    std::array<Column, AllTrackTargets.size()> m_columns;
    core::TimeZone m_zone;
    TimeFormatFinder m_finder;
    TimeFormat m_format;
    std::size_t m_learned = 0; // rows
};

} // namespace gridwarden::gis
