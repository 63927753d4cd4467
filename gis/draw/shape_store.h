// SPDX-License-Identifier: GPL-3.0-or-later
// Many shapes in a few flat arrays, in map CRS units, with a tree over their boxes: what drawing and picking read.
#pragma once

#include "core/index/packed_rtree.h"
#include "gis/crs/map_point.h"
#include "gis/source/shape_batch.h"

#include <array>
#include <cstdint>
#include <span>
#include <vector>

namespace gridwarden::gis {

using core::Box;

/// Immutable once finished: shared between threads. Shapes are known by their position (ascending as added).
class ShapeStore {
  public:
    [[nodiscard]] std::size_t size() const { return m_kinds.size(); }
    [[nodiscard]] std::size_t vertexCount() const { return m_vertices.size(); }
    [[nodiscard]] ShapeKind kind(std::size_t shape) const { return m_kinds[shape]; }
    [[nodiscard]] const Box& box(std::size_t shape) const { return m_boxes[shape]; }
    /// Rings of a polygon (closed, even-odd), lines, or single points.
    [[nodiscard]] std::size_t partCount(std::size_t shape) const { return partEnd(shape) - m_firstParts[shape]; }
    [[nodiscard]] std::span<const MapPoint> part(std::size_t shape, std::size_t part) const;
    /// A part as it is seen from within a window: every stretch of a long one that lies wholly to one side of the
    /// window is a single edge on that side. What lies in the window is the same, and so are the even-odd rule in it
    /// and the ends of the part. `room` holds what is returned, or is not needed.
    [[nodiscard]] std::span<const MapPoint> partSeenFrom(const Box& window, std::size_t shape, std::size_t part,
                                                         std::vector<MapPoint>& room) const;
    [[nodiscard]] const core::PackedRTree& tree() const { return m_tree; }
    [[nodiscard]] Box extent() const { return m_tree.bounds(); }
    [[nodiscard]] bool has(ShapeKind kind) const { return m_has[static_cast<std::size_t>(kind)]; }

    /// Whether the shape lies within `tolerance` map units of the point; a polygon also when it holds the point.
    [[nodiscard]] bool isNear(std::size_t shape, MapPoint point, double tolerance) const;

    /// Adds a shape; its parts follow.
    void begin(ShapeKind kind);
    /// Adds a part to the last shape. Vertices that are not finite are left out, equal neighbours count once, a ring is
    /// closed. Too few for its kind: left out.
    void addPart(std::span<const MapPoint> vertices);
    /// Takes the last shape back when it has no part. Returns whether it stayed.
    bool end();
    /// Builds the tree and the boxes of runs; nothing may be added any more.
    void finish();

  private:
    [[nodiscard]] std::size_t partEnd(std::size_t shape) const {
        return shape + 1 < m_firstParts.size() ? m_firstParts[shape + 1] : m_partStarts.size();
    }
    static constexpr std::size_t Run = 128;          ///< vertices that share a box
    static constexpr std::size_t LongPart = 8 * Run; ///< a shorter one is gone through as it is
    std::vector<MapPoint> m_vertices;
    std::vector<Box> m_runs; ///< of each Run of vertices, whatever parts they belong to; none where no part is long
    std::vector<std::uint32_t> m_partStarts;
    std::vector<std::uint32_t> m_firstParts;
    std::vector<ShapeKind> m_kinds;
    std::vector<Box> m_boxes;
    core::PackedRTree m_tree;
    std::array<bool, 3> m_has{}; ///< by kind
    bool m_hasLongPart = false;
};

} // namespace gridwarden::gis
