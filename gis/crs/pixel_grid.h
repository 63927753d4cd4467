// SPDX-License-Identifier: GPL-3.0-or-later
// Which place of one picture each pixel of another one shows. Warping is this and a sampler: whatever lies between the two (a
// projection, an offset datum, a rotation, a local plane) is asked for exactly at the crossings of a grid and taken as linear in
// between, which is off by less than a twelfth of a pixel wherever a view is no larger than a province.
#pragma once

#include "core/index/packed_rtree.h"
#include "gis/crs/map_point.h"

#include <cstdint>
#include <functional>
#include <limits>
#include <span>
#include <vector>

namespace gridwarden::gis {

/// Pixels from the upper left, row by row: ARGB, 8 bits each, premultiplied.
using Pixels = std::vector<std::uint32_t>;

/// Places in pixels of the source: (0, 0) is its upper left corner and (0.5, 0.5) the middle of its first pixel.
class PixelGrid {
public:
    /// Replaces places of the target by those of the source; by none() where there is nothing.
    using Locate = std::function<void(std::span<MapPoint>)>;
    [[nodiscard]] static MapPoint none() {
        constexpr double Nothing = std::numeric_limits<double>::quiet_NaN();
        return {Nothing, Nothing};
    }

    PixelGrid(int columns, int rows, Locate locate);

    /// Of all places in the source that the grid reaches.
    [[nodiscard]] core::Box bounds() const;
    /// Source pixels in the side of one target pixel, at the finest part of the grid; 1 when nothing is reached.
    [[nodiscard]] double sourcePixelsPerPixel() const;
    /// The places of the middles of the pixels of a row.
    void locateRow(int row, std::span<MapPoint> places) const;

    [[nodiscard]] int columns() const { return m_columns; }
    [[nodiscard]] int rows() const { return m_rows; }

private:
    [[nodiscard]] const MapPoint& crossing(int across, int down) const { return m_crossings[static_cast<std::size_t>(down) * static_cast<std::size_t>(m_across) + static_cast<std::size_t>(across)]; }
    int m_columns;
    int m_rows;
    int m_across; ///< crossings in a row
    int m_down;
    Locate m_locate;
    std::vector<MapPoint> m_crossings;
};

/// A part of the source that was read: `columns` × `rows` pixels for the source's box from `left`, `top` of `width` × `height`.
struct PixelPatch {
    std::span<const std::uint32_t> pixels;
    int columns = 0;
    int rows = 0;
    double left = 0;
    double top = 0;
    double width = 0;
    double height = 0;
};

/// The target's pixels out of a patch: the nearest one, or between four. Transparent beyond the patch.
[[nodiscard]] Pixels resample(const PixelGrid& grid, const PixelPatch& patch, bool isNearest);

} // namespace gridwarden::gis
