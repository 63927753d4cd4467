// SPDX-License-Identifier: GPL-3.0-or-later
// The places within a distance of each other, found through a grid. Immutable.
#pragma once

#include "core/base/local_plane.h"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <span>
#include <vector>

namespace gridwarden::core {

class NearPlaces {
public:
    /// \pre coordinates are finite, distanceMetres >= 0, fewer than 2^32 places
    NearPlaces(std::span<const PlanePoint> places, double distanceMetres);

    [[nodiscard]] std::size_t size() const { return m_places.size(); }
    /// Calls use(other, squared distance) for each place within the distance of a place, itself and others at the same
    /// point included.
    template <class Use> void visit(std::uint32_t place, Use use) const {
        const PlanePoint from = m_places[place];
        const std::size_t column = columnOf(from.x), row = rowOf(from.y);
        const std::size_t firstColumn = column - (column > 0), lastColumn = std::min(column + 1, m_columns - 1);
        for (std::size_t near = row - (row > 0); near <= std::min(row + 1, m_rows - 1); ++near)
            for (std::uint32_t i = m_starts[near * m_columns + firstColumn];
                 i < m_starts[near * m_columns + lastColumn + 1]; ++i) {
                const double x = m_sorted[i].x - from.x, y = m_sorted[i].y - from.y;
                if (const double squared = x * x + y * y; squared <= m_squaredDistance)
                    use(m_ids[i], squared);
            }
    }

private:
    [[nodiscard]] std::size_t columnOf(double x) const {
        return std::min(static_cast<std::size_t>((x - m_origin.x) * m_perMetre), m_columns - 1);
    }
    [[nodiscard]] std::size_t rowOf(double y) const {
        return std::min(static_cast<std::size_t>((y - m_origin.y) * m_perMetre), m_rows - 1);
    }
    std::span<const PlanePoint> m_places;
    double m_squaredDistance;
    PlanePoint m_origin;
    double m_perMetre = 0; ///< squares of the grid; each at least as wide as the distance
    std::size_t m_columns = 1, m_rows = 1;
    std::vector<std::uint32_t> m_starts; ///< of each square, in the two below
    std::vector<std::uint32_t> m_ids;
    std::vector<PlanePoint> m_sorted;
};

} // namespace gridwarden::core
