// SPDX-License-Identifier: GPL-3.0-or-later
// The roads of a district cut into short pieces, each in one grid: what coverage is counted in.
#pragma once

#include "core/district/area_register.h"

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <unordered_map>
#include <vector>

namespace gridwarden::core {

/// Pieces of a road of equal length, at most LongestMetres and at least FewestCells of them; places along it are metres from the beginning of its first line, its lines one after the other.
struct CellRoad {
    AreaId road;
    double metres = 0; ///< on the ellipsoid
    std::uint32_t firstCell = 0;
    std::uint32_t cellCount = 0;
    [[nodiscard]] double cellMetres() const { return metres / cellCount; }
};

/// Of the roads that are valid on a day and have lines. Not changed after building.
class RoadCells {
public:
    static constexpr double LongestMetres = 25;
    static constexpr std::uint32_t FewestCells = 10; ///< so that shares of short roads are told apart

    /// \param areas are kept
    RoadCells(std::shared_ptr<const AreaRegister> areas, Day day);

    [[nodiscard]] const AreaRegister& areas() const { return *m_areas; }
    [[nodiscard]] Day day() const { return m_day; }
    [[nodiscard]] std::span<const CellRoad> roads() const { return m_roads; }
    [[nodiscard]] std::size_t cellCount() const { return m_gridOfCell.size(); }
    /// Position among roads(); none for a road that is not here.
    [[nodiscard]] std::optional<std::uint32_t> roadAt(AreaId road) const;
    /// The grids in which cells lie, in the order in which they were met; the first is the null id: in none.
    [[nodiscard]] std::span<const AreaId> grids() const { return m_grids; }
    /// Position among grids() of the grid at the middle of a cell.
    [[nodiscard]] std::uint32_t gridOf(std::uint32_t cell) const { return m_gridOfCell[cell]; }

private:
    std::shared_ptr<const AreaRegister> m_areas;
    Day m_day;
    std::vector<CellRoad> m_roads;
    std::unordered_map<std::int64_t, std::uint32_t> m_roadById;
    std::vector<AreaId> m_grids;
    std::vector<std::uint32_t> m_gridOfCell;
};

} // namespace gridwarden::core
