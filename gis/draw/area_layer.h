// SPDX-License-Identifier: GPL-3.0-or-later
// The areas of one kind as the map draws them: shapes in the map CRS with codes, names and places for labels.
#pragma once

#include "core/district/area.h"
#include "gis/crs/transform.h"
#include "gis/draw/shape_store.h"

#include <memory>
#include <optional>
#include <span>
#include <vector>

namespace gridwarden::gis {

/// Immutable: shared between threads.
class AreaLayer {
  public:
    struct Item {
        core::AreaId id;
        std::string code;
        std::string name;
        MapPoint labelPlace;
    };
    /// `toMap` goes from CGCS2000 degrees to the map CRS. Areas without a shape, or with one that cannot be expressed in
    /// the map CRS, are left out.
    [[nodiscard]] static std::shared_ptr<const AreaLayer> build(core::AreaKind kind, std::span<const core::Area> areas,
                                                                const Transform& toMap);

    [[nodiscard]] core::AreaKind kind() const { return m_kind; }
    [[nodiscard]] const ShapeStore& shapes() const { return m_shapes; }
    [[nodiscard]] const Item& item(std::size_t shape) const { return m_items[shape]; }
    [[nodiscard]] std::size_t size() const { return m_items.size(); }
    [[nodiscard]] std::optional<std::uint32_t> shapeOf(core::AreaId id) const;
    /// Areas at a point, the smallest first.
    [[nodiscard]] std::vector<std::uint32_t> at(MapPoint point, double tolerance = 0) const;

  private:
    AreaLayer() = default;
    core::AreaKind m_kind = core::AreaKind::Grid;
    ShapeStore m_shapes;
    std::vector<Item> m_items;
};

} // namespace gridwarden::gis
