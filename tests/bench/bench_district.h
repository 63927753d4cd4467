// SPDX-License-Identifier: GPL-3.0-or-later
// A district for measurements: grids that cover 30 × 30 km without gaps, with ragged borders that neighbours share, and
// places that crowd in a town. The same bytes at each run: no distribution of the standard library is used.
#pragma once

#include "core/district/area_register.h"

#include <cmath>
#include <cstdint>
#include <random>
#include <string>

namespace gridwarden::bench {

constexpr double West = 120.50, South = 27.87, Width = 0.30, Height = 0.27; // degrees

class Chance {
public:
    explicit Chance(std::uint64_t seed) : m_engine(seed) {}
    std::uint64_t below(std::uint64_t end) { return m_engine() % end; }
    double unit() { return static_cast<double>(m_engine() >> 11) / 9007199254740992.0; }
    /// From -1 to 1, most of them near 0.
    double middle() { return (unit() + unit() + unit() + unit()) / 2 - 1; }

private:
    std::mt19937_64 m_engine;
};

inline core::GeoPoint somePlace(Chance& chance) {
    if (chance.below(20) == 0) // fields and beyond
        return {West + (chance.unit() * 1.02 - 0.01) * Width, South + (chance.unit() * 1.02 - 0.01) * Height};
    const double town = chance.below(3) == 0 ? 0.5 : 0.15;
    return {West + (0.45 + town * chance.middle()) * Width, South + (0.55 + town * chance.middle()) * Height};
}

/// `perSide` squared grids of 49 vertices each, with codes of 15 digits.
inline std::vector<core::Area> raggedGrids(int perSide) {
    constexpr int Parts = 12;
    const auto number = [](std::uint64_t a, std::uint64_t b, std::uint64_t c) { // of a place in the lattice, from -0.5 to 0.5
        return Chance(a * 1'000'003 + b * 1'009 + c).unit() - 0.5;
    };
    const double width = Width / perSide, height = Height / perSide;
    const auto corner = [&](int column, int row) {
        const bool isFree = column > 0 && row > 0 && column < perSide && row < perSide;
        const double shift = isFree ? 0.5 : 0;
        return core::GeoPoint{West + width * (column + shift * number(1, column, row)),
                              South + height * (row + shift * number(2, column, row))};
    };
    // From a corner to its neighbour in the east or north, both ends included.
    const auto border = [&](int column, int row, bool isEast) {
        const core::GeoPoint a = corner(column, row);
        const core::GeoPoint b = isEast ? corner(column + 1, row) : corner(column, row + 1);
        const bool isOuter = isEast ? row == 0 || row == perSide : column == 0 || column == perSide;
        core::Line line{a};
        for (int i = 1; i < Parts; ++i) {
            const double along = static_cast<double>(i) / Parts;
            const double off = isOuter ? 0 : 0.06 * number(isEast ? 3 : 4, column * 100 + i, row);
            line.push_back({a.longitude + along * (b.longitude - a.longitude) - off * (b.latitude - a.latitude),
                            a.latitude + along * (b.latitude - a.latitude) + off * (b.longitude - a.longitude)});
        }
        line.push_back(b);
        return line;
    };
    std::vector<core::Area> grids;
    for (int row = 0; row < perSide; ++row)
        for (int column = 0; column < perSide; ++column) {
            core::Line ring = border(column, row, true);
            const core::Line east = border(column + 1, row, false);
            ring.insert(ring.end(), east.begin() + 1, east.end());
            const core::Line north = border(column, row + 1, true);
            ring.insert(ring.end(), north.rbegin() + 1, north.rend());
            const core::Line west = border(column, row, false);
            ring.insert(ring.end(), west.rbegin() + 1, west.rend());
            core::Area grid;
            grid.id = core::AreaId(static_cast<std::int64_t>(grids.size()) + 1);
            grid.code = std::to_string(330'304'000'000'001 + static_cast<std::int64_t>(grids.size()));
            grid.name = grid.code;
            grid.shape.polygons = {{std::move(ring)}};
            grids.push_back(std::move(grid));
        }
    return grids;
}

} // namespace gridwarden::bench
