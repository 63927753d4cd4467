// SPDX-License-Identifier: GPL-3.0-or-later
// Which of many shapes a place is in: what `contains` says of each, found in a fraction of a microsecond. A grid of cells
// knows the shapes that cover a whole cell and those whose border runs through it; for the latter only the edges at the
// latitude of the place are looked at, with the same arithmetic. Built once, then only asked, by any number of threads.
#pragma once

#include "core/base/geometry.h"
#include "core/index/packed_rtree.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

namespace gridwarden::core {

/// Shapes are known by their position in the span the index was built from; it keeps what it needs of them.
class CellIndex {
public:
    CellIndex() = default;
    /// Edges with a coordinate that is not finite bound nothing. \pre fewer than 2^31 shapes.
    explicit CellIndex(std::span<const Shape* const> shapes);

    /// The first shape with the place in its polygons for which `accept(std::uint32_t shape)` holds. What is accepted is
    /// asked before the shape is looked at.
    template <class Accept> [[nodiscard]] std::optional<std::uint32_t> first(GeoPoint place, Accept accept) const;

private:
    /// An edge that is not level, from its lower to its upper end.
    struct Edge {
        GeoPoint lower, upper;
    };
    /// The edges of one shape by bands of latitude; an edge stands in each band that it touches.
    struct Bands {
        double south = 0, north = 0; ///< the shape lies between them
        double perDegree = 0;
        std::uint32_t first = 0; ///< in m_bandStarts
        std::uint32_t count = 0;
        [[nodiscard]] std::uint32_t at(double latitude) const {
            return std::min(static_cast<std::uint32_t>((latitude - south) * perDegree), count - 1);
        }
    };
    /// A block of cells, both ends included.
    struct Cells {
        int fromColumn, toColumn, fromRow, toRow;
        [[nodiscard]] std::size_t count() const {
            return static_cast<std::size_t>(toColumn - fromColumn + 1) * static_cast<std::size_t>(toRow - fromRow + 1);
        }
        [[nodiscard]] std::size_t position(int column, int row) const {
            return static_cast<std::size_t>(row - fromRow) * static_cast<std::size_t>(toColumn - fromColumn + 1) +
                   static_cast<std::size_t>(column - fromColumn);
        }
    };
    void layBands(const Shape& shape);
    void choosePlace(std::span<const Box> boxes);
    void layCells(std::span<const Shape* const> shapes, std::span<const Box> boxes);
    [[nodiscard]] int column(double longitude) const;
    [[nodiscard]] int row(double latitude) const;
    [[nodiscard]] Cells cellsOf(const Box& box) const;
    void touch(const Edge& edge, const Cells& cells, std::vector<std::uint8_t>& touched) const;
    [[nodiscard]] bool isIn(std::uint32_t shape, GeoPoint place) const;

    std::vector<Bands> m_bands; ///< one for each shape
    std::vector<std::uint32_t> m_bandStarts;
    std::vector<Edge> m_edges;
    PackedRTree m_tree; ///< for places beyond the cells, where shapes are few

    Box m_place; ///< that the cells divide
    int m_side = 0;
    double m_columnsPerDegree = 0, m_rowsPerDegree = 0;
    std::vector<std::uint32_t> m_cellStarts;
    std::vector<std::uint32_t> m_entries; ///< twice the shape, and one when it covers the whole cell; ascending in a cell
};

inline int CellIndex::column(double longitude) const {
    return std::clamp(static_cast<int>((longitude - m_place.minX) * m_columnsPerDegree), 0, m_side - 1);
}

inline int CellIndex::row(double latitude) const {
    return std::clamp(static_cast<int>((latitude - m_place.minY) * m_rowsPerDegree), 0, m_side - 1);
}

/// As `contains`, which walks all edges; those beside the band do not cross.
inline bool CellIndex::isIn(std::uint32_t shape, GeoPoint place) const {
    const Bands& bands = m_bands[shape];
    if (!(place.latitude >= bands.south && place.latitude < bands.north))
        return false;
    const std::uint32_t band = bands.first + bands.at(place.latitude);
    bool odd = false;
    for (std::uint32_t i = m_bandStarts[band]; i < m_bandStarts[band + 1]; ++i) {
        const auto& [lower, upper] = m_edges[i];
        const double crossing = lower.longitude + (place.latitude - lower.latitude) * (upper.longitude - lower.longitude) /
                                                      (upper.latitude - lower.latitude);
        odd ^= (place.latitude >= lower.latitude) & (place.latitude < upper.latitude) & (place.longitude < crossing);
    }
    return odd;
}

template <class Accept> std::optional<std::uint32_t> CellIndex::first(GeoPoint place, Accept accept) const {
    if (m_side > 0 && m_place.contains(place.longitude, place.latitude)) {
        const std::size_t cell = static_cast<std::size_t>(row(place.latitude)) * static_cast<std::size_t>(m_side) +
                                 static_cast<std::size_t>(column(place.longitude));
        for (std::uint32_t i = m_cellStarts[cell]; i < m_cellStarts[cell + 1]; ++i) {
            const std::uint32_t shape = m_entries[i] >> 1;
            if (accept(shape) && ((m_entries[i] & 1) != 0 || isIn(shape, place)))
                return shape;
        }
        return std::nullopt;
    }
    std::optional<std::uint32_t> found;
    m_tree.visit({place.longitude, place.latitude, place.longitude, place.latitude}, [&](std::uint32_t shape) {
        if ((!found || shape < *found) && accept(shape) && isIn(shape, place))
            found = shape;
    });
    return found;
}

} // namespace gridwarden::core
