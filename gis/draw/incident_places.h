// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/index/packed_rtree.h"
#include "gis/crs/map_point.h"
#include "gis/draw/raw_array.h"

#include <cstdint>
#include <memory>
#include <optional>
#include <stop_token>

namespace gridwarden::gis {

using core::Box;

/// The places of all incidents in map CRS units, sorted once: as 64-bit Morton codes on a square lattice of 2^32 × 2^32 over
/// their extent (a code is sort key and coordinates in one). Rows without a finite coordinate have no place.
/// Immutable: shared between threads.
class IncidentPlaces {
  public:
    /// `places` by row. \pre fewer than 2^32 rows. None when stopped.
    [[nodiscard]] static std::shared_ptr<const IncidentPlaces> build(std::span<const MapPoint> places, std::stop_token stop = {});

    [[nodiscard]] std::size_t size() const { return m_codes.size(); }
    [[nodiscard]] std::span<const std::uint64_t> codes() const { return m_codes; } ///< ascending
    [[nodiscard]] std::span<const std::uint32_t> rows() const { return m_rows; }   ///< beside the codes; of one place ascending
    [[nodiscard]] Box extent() const { return m_extent; }
    /// Map units between two lines of the lattice: a 2^32nd of the extent (some micrometres for a city).
    [[nodiscard]] double step() const { return m_step; }
    [[nodiscard]] MapPoint origin() const { return m_origin; }
    [[nodiscard]] MapPoint place(std::uint64_t code) const;

    /// Lines of the lattice, both ends included.
    struct Lines {
        std::uint32_t minX, minY, maxX, maxY;
    };
    /// Those that a box covers, rounded outwards; none when it misses the extent.
    [[nodiscard]] std::optional<Lines> linesOf(const Box& box) const;

  private:
    RawArray<std::uint64_t> m_codes;
    RawArray<std::uint32_t> m_rows;
    Box m_extent;
    MapPoint m_origin;
    double m_step = 1;
};

} // namespace gridwarden::gis
