// SPDX-License-Identifier: GPL-3.0-or-later
// The levels above sorted incidents. Each keeps one incident for each non-empty cell of its depth, the one of the lowest rank (of equal
// ones the first), and how many incidents there are up to it, so that the count of any cell is a difference of two. Levels that
// would save less than a quarter are left out, so one far-off place does not spoil the rest.
#pragma once

#include "gis/draw/morton.h"
#include "gis/draw/raw_array.h"
#include "gis/draw/symbol.h"

#include <array>
#include <stop_token>
#include <vector>

namespace gridwarden::gis {

struct IncidentLevel {
    int depth = 0;
    RawArray<std::uint64_t> codes; ///< of the incident that stands for its cell; ascending
    RawArray<IncidentLook> looks;
    RawArray<std::uint32_t> ends; ///< number of incidents up to and with the cell
};

struct IncidentLevels {
    std::vector<IncidentLevel> kept;                               ///< coarse to fine
    std::array<std::size_t, morton::Depths + 1> cellCounts{};      ///< non-empty cells by depth
};

/// Of incidents in Morton order. Built on two threads, each with its own part of the order. Unfinished when stopped.
[[nodiscard]] IncidentLevels buildLevels(std::span<const std::uint64_t> codes, std::span<const IncidentLook> looks, const std::stop_token& stop);

} // namespace gridwarden::gis
