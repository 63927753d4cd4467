// SPDX-License-Identifier: GPL-3.0-or-later
// How a view is divided into tiles: squares on a lattice that belongs to the scale and not to the view, so that what was
// painted for one view serves the next.
#pragma once

#include "gis/draw/view.h"

#include <compare>
#include <cstdint>
#include <vector>

namespace gridwarden::gis {

struct TileKey {
    std::int64_t column = 0; ///< eastwards from map coordinate 0
    std::int64_t row = 0;    ///< northwards
    auto operator<=>(const TileKey&) const = default;
};

class GroundLattice {
  public:
    GroundLattice() = default;
    /// Of the view's scale and pixel ratio.
    explicit GroundLattice(const MapView& view);

    /// The same tiles; scales that differ by the noise of zooming there and back count as one.
    [[nodiscard]] bool isSame(const GroundLattice& other) const;
    /// A view of just the tile.
    [[nodiscard]] MapView viewOf(TileKey key) const;
    [[nodiscard]] Box boxOf(TileKey key) const { return viewOf(key).visibleBox(); }
    /// What touches a box, nearest to its middle first. At most `Most`: a larger box gets those in its middle.
    [[nodiscard]] std::vector<TileKey> covering(const Box& box) const;

    static constexpr std::size_t Most = 4'096;

  private:
    MapView m_tile;    // its centre is set for each
    double m_side = 1; // map units
};

} // namespace gridwarden::gis
