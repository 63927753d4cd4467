// SPDX-License-Identifier: GPL-3.0-or-later
// Squares over the whole earth that never move: a place stands for the middle of its square.
#pragma once

#include "core/base/geometry.h"

namespace gridwarden::core {

/// Rows of equal latitudes from the equator, each divided into squares from the meridian of Greenwich, whose width in degrees follows
/// from the latitude of the row's middle. It depends on nothing but the size: not on the district, its map or what is handed out, so that
/// two hand-outs do not cut each other's squares into smaller ones. Sizes are true within 1 %. Unlike CellLattice it is not for counting.
class PlaceLattice {
  public:
    /// \pre metres >= 1
    explicit PlaceLattice(double metres);
    /// The same for all places of a square.
    [[nodiscard]] GeoPoint centre(GeoPoint place) const;

  private:
    double m_degrees; ///< height of a row
};

} // namespace gridwarden::core
