// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/draw/ground_lattice.h"

#include <algorithm>
#include <cmath>

namespace gridwarden::gis {

namespace {

constexpr int LargestSide = 512;  ///< device pixels; chosen by measuring, see ARCHITECTURE.md
constexpr int SmallestSide = 256; ///< screen pixels that are tried before a side with half device pixels is taken

/// Screen pixels that are whole device pixels.
int sideFor(double ratio) {
    const int largest = std::max(64, static_cast<int>(LargestSide / std::max(1.0, ratio)));
    for (int side = largest; side >= std::min(largest, SmallestSide) / 2; --side)
        if (std::abs(side * ratio - std::round(side * ratio)) < 1e-6)
            return side;
    return largest;
}

} // namespace

GroundLattice::GroundLattice(const MapView& view) : m_tile(view) {
    const int side = sideFor(view.pixelRatio);
    m_tile.size = {side, side};
    m_tile.centre = {};
    m_side = side * view.unitsPerPixel;
}

bool GroundLattice::isSame(const GroundLattice& other) const {
    constexpr double Noise = 1e-12;
    return std::abs(m_tile.unitsPerPixel - other.m_tile.unitsPerPixel) <= Noise * m_tile.unitsPerPixel &&
           m_tile.pixelRatio == other.m_tile.pixelRatio && m_tile.metresPerUnit == other.m_tile.metresPerUnit &&
           m_tile.size == other.m_tile.size;
}

MapView GroundLattice::viewOf(TileKey key) const {
    return m_tile.centredOn({(static_cast<double>(key.column) + 0.5) * m_side, (static_cast<double>(key.row) + 0.5) * m_side});
}

std::vector<TileKey> GroundLattice::covering(const Box& box) const {
    std::vector<TileKey> keys;
    if (box.isEmpty())
        return keys;
    constexpr double Widest = 32; // tiles to each side of the middle
    const auto range = [this](double low, double high) {
        const double middle = (low / 2 + high / 2) / m_side;
        const auto bounded = [&](double at) { return static_cast<std::int64_t>(std::clamp(std::clamp(at, middle - Widest, middle + Widest), -1e15, 1e15)); };
        return std::pair(bounded(std::floor(low / m_side)), bounded(std::ceil(high / m_side)) - 1);
    };
    const auto [left, right] = range(box.minX, box.maxX);
    const auto [bottom, top] = range(box.minY, box.maxY);
    for (std::int64_t row = bottom; row <= std::max(bottom, top); ++row)
        for (std::int64_t column = left; column <= std::max(left, right); ++column)
            keys.push_back({column, row});
    const double x = (box.minX / 2 + box.maxX / 2) / m_side - 0.5;
    const double y = (box.minY / 2 + box.maxY / 2) / m_side - 0.5;
    const auto away = [&](TileKey key) { return std::hypot(static_cast<double>(key.column) - x, static_cast<double>(key.row) - y); };
    std::stable_sort(keys.begin(), keys.end(), [&away](TileKey a, TileKey b) { return away(a) < away(b); });
    return keys;
}

} // namespace gridwarden::gis
