// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gis/crs/map_point.h"
#include "gis/source/shape_batch.h"

#include <array>
#include <vector>

class OGRGeometry;

namespace gridwarden::gis {

/// A point, a line, or the rings of one polygon, its shell first.
using GeometryPiece = std::vector<std::vector<MapPoint>>;

/// The pieces of one feature by the kind of shape they make: curves become chords, collections are taken apart.
class GeometryParts {
public:
    /// \param isSwapped the source gives y first.
    explicit GeometryParts(bool isSwapped) : m_isSwapped(isSwapped) {}

    /// Takes the pieces of a geometry in place of those before. Of one with more than `most` vertices those are left
    /// out that are close to the one before, the less close the more there are; the ends of lines and rings stay. Only
    /// what is kept takes memory.
    void take(const OGRGeometry& geometry, std::size_t most);
    [[nodiscard]] bool isThinned() const { return m_step > 0; }
    [[nodiscard]] std::vector<GeometryPiece>& of(ShapeKind kind) { return m_pieces[static_cast<std::size_t>(kind)]; }

private:
    [[nodiscard]] std::size_t countKept(const OGRGeometry& geometry) const;
    [[nodiscard]] MapPoint point(double x, double y) const { return m_isSwapped ? MapPoint{y, x} : MapPoint{x, y}; }

    bool m_isSwapped;
    double m_step = 0; ///< in both directions, between vertices that are kept; 0: all are
    std::array<std::vector<GeometryPiece>, 3> m_pieces;
};

} // namespace gridwarden::gis
