// SPDX-License-Identifier: GPL-3.0-or-later
// Coarser copies of many shapes, so that a small scale costs what it shows and not what is stored.
#pragma once

#include "gis/draw/shape_store.h"

#include <stop_token>
#include <vector>

namespace gridwarden::gis {

/// Shapes as they are seen at some scale, with their positions in the whole store.
struct SeenShapes {
    const ShapeStore* shapes = nullptr;
    const std::vector<std::uint32_t>* originals = nullptr; ///< null: they are the whole store
    [[nodiscard]] std::uint32_t original(std::uint32_t shape) const { return originals == nullptr ? shape : (*originals)[shape]; }
};

/// Immutable: shared between threads.
class ShapeLevels {
  public:
    /// Levels four times as coarse as the one before, as long as one saves something worth having; none for a small store.
    [[nodiscard]] static ShapeLevels build(const ShapeStore& shapes, const std::stop_token& stop = {});

    /// The coarsest copy that cannot be told from `whole` where a pixel is `unitsPerPixel` wide.
    [[nodiscard]] SeenShapes at(const ShapeStore& whole, double unitsPerPixel) const;
    [[nodiscard]] std::size_t size() const { return m_levels.size(); }
    [[nodiscard]] std::size_t vertexCount() const;

    static constexpr std::size_t SmallStore = 60'000; ///< vertices that are painted as they are

  private:
    struct Level {
        double tolerance = 0; ///< map units: no vertex is farther from the copied line
        ShapeStore shapes;
        std::vector<std::uint32_t> originals;
    };
    std::vector<Level> m_levels; ///< the finest first
};

/// The vertices without which a line moves by more than `tolerance`; first and last stay.
[[nodiscard]] std::vector<MapPoint> simplified(std::span<const MapPoint> line, double tolerance);

} // namespace gridwarden::gis
