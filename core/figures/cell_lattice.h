// SPDX-License-Identifier: GPL-3.0-or-later
// Squares of one size over a district, and the square that each case is in: the plainest meaning of "the same place".
#pragma once

#include "core/base/local_plane.h"
#include "core/figures/filter.h"

#include <cmath>

namespace gridwarden::core {

/// A place of a case that has none.
inline constexpr std::uint32_t NoPlace = UINT32_MAX;

/// Squares on a local plane, numbered by row and column; the middle of the plane is a corner of four of them. A place
/// on a border belongs to the square in the north or east.
class CellLattice {
public:
    /// \pre sizeMetres > 0
    CellLattice(LocalPlane plane, double sizeMetres) : m_plane(plane), m_size(sizeMetres) {}

    [[nodiscard]] const LocalPlane& plane() const { return m_plane; }
    [[nodiscard]] double sizeMetres() const { return m_size; }
    /// NoPlace for what is 32,767 squares or more from the middle, and for no place.
    [[nodiscard]] std::uint32_t at(GeoPoint place) const {
        const PlanePoint point = m_plane.toPlane(place);
        const double column = std::floor(point.x / m_size) + Half, row = std::floor(point.y / m_size) + Half;
        if (!(column >= 0 && column < 2 * Half - 1 && row >= 0 && row < 2 * Half - 1))
            return NoPlace;
        return static_cast<std::uint32_t>(row) * PerRow + static_cast<std::uint32_t>(column);
    }
    [[nodiscard]] PlanePoint centre(std::uint32_t cell) const {
        const std::uint32_t column = cell % PerRow, row = cell / PerRow;
        return {(column - Half + 0.5) * m_size, (row - Half + 0.5) * m_size};
    }
    [[nodiscard]] GeoBox box(std::uint32_t cell) const;

private:
    static constexpr double Half = 32768;
    static constexpr std::uint32_t PerRow = 65536;
    LocalPlane m_plane;
    double m_size;
};

/// About the middle of all areas, so that squares do not depend on a selection; without areas that of the cases.
[[nodiscard]] LocalPlane districtPlane(const FiguresContext& context);

/// The square of each selected case, NoPlace without coordinates.
[[nodiscard]] std::vector<std::uint32_t> cellsOf(const CaseFacts& facts, const Selection& selection,
                                                 const CellLattice& lattice);

} // namespace gridwarden::core
