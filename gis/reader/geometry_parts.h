// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gis/crs/map_point.h"
#include "gis/source/shape_batch.h"

#include <array>
#include <vector>

class OGRGeometry;
class OGRPoint;
class OGRSimpleCurve;

namespace gridwarden::gis {

/// The parts of one feature by the kind of shape they make: curves become chords, collections are taken apart.
class GeometryParts {
public:
    /// \param isSwapped the source gives y first.
    explicit GeometryParts(bool isSwapped) : m_isSwapped(isSwapped) {}

    void clear();
    void add(const OGRGeometry& geometry, int depth = 0);
    [[nodiscard]] std::vector<std::vector<MapPoint>>& of(ShapeKind kind) {
        return m_parts[static_cast<std::size_t>(kind)];
    }

    [[nodiscard]] std::size_t vertexCount() const;
    /// Leaves out vertices that are close to the one before, farther and farther apart, until there are at most `most`. The ends
    /// of parts stay.
    void thin(std::size_t most);

private:
    MapPoint point(double x, double y) const { return m_isSwapped ? MapPoint{y, x} : MapPoint{x, y}; }
    void addPoint(const OGRPoint& each);
    void addCurve(ShapeKind kind, const OGRSimpleCurve& curve);

    bool m_isSwapped;
    std::array<std::vector<std::vector<MapPoint>>, 3> m_parts;
};

} // namespace gridwarden::gis
