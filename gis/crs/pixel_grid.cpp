// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/crs/pixel_grid.h"

#include <algorithm>
#include <cmath>

namespace gridwarden::gis {

namespace {

constexpr int Step = 16; ///< pixels between crossings

bool isPlace(MapPoint point) {
    return std::isfinite(point.x) && std::isfinite(point.y);
}

MapPoint between(MapPoint a, MapPoint b, double share) {
    return {a.x + (b.x - a.x) * share, a.y + (b.y - a.y) * share};
}

std::uint32_t mixed(std::uint32_t a, std::uint32_t b, std::uint32_t share) { // share of b in 256ths; two channels at once
    constexpr std::uint32_t Even = 0x00ff00ff;
    const std::uint32_t low = ((a & Even) * (256 - share) + (b & Even) * share) >> 8 & Even;
    const std::uint32_t high = ((a >> 8 & Even) * (256 - share) + (b >> 8 & Even) * share) & ~Even;
    return low | high;
}

} // namespace

PixelGrid::PixelGrid(int columns, int rows, Locate locate)
    : m_columns(columns), m_rows(rows), m_across((columns + Step - 1) / Step + 1), m_down((rows + Step - 1) / Step + 1),
      m_locate(std::move(locate)) {
    m_crossings.reserve(static_cast<std::size_t>(m_across) * static_cast<std::size_t>(m_down));
    for (int down = 0; down < m_down; ++down)
        for (int across = 0; across < m_across; ++across)
            m_crossings.push_back({static_cast<double>(across * Step), static_cast<double>(down * Step)});
    m_locate(m_crossings);
}

core::Box PixelGrid::bounds() const {
    core::Box bounds;
    for (const MapPoint& place : m_crossings)
        if (isPlace(place))
            bounds.include(place.x, place.y);
    return bounds;
}

double PixelGrid::sourcePixelsPerPixel() const {
    double finest = std::numeric_limits<double>::infinity();
    for (int down = 0; down + 1 < m_down; ++down)
        for (int across = 0; across + 1 < m_across; ++across) {
            const MapPoint here = crossing(across, down);
            const MapPoint right = crossing(across + 1, down);
            const MapPoint below = crossing(across, down + 1);
            if (isPlace(here) && isPlace(right) && isPlace(below))
                finest = std::min({finest, std::hypot(right.x - here.x, right.y - here.y) / Step,
                                   std::hypot(below.x - here.x, below.y - here.y) / Step});
        }
    return std::isfinite(finest) && finest > 0 ? finest : 1;
}

void PixelGrid::locateRow(int row, std::span<MapPoint> places) const {
    const int down = row / Step;
    const double y = (row % Step + 0.5) / Step;
    for (int across = 0; across + 1 < m_across; ++across) {
        const int first = across * Step;
        const int last = std::min(first + Step, m_columns);
        const MapPoint left = between(crossing(across, down), crossing(across, down + 1), y);
        const MapPoint right = between(crossing(across + 1, down), crossing(across + 1, down + 1), y);
        const auto part = places.subspan(static_cast<std::size_t>(first), static_cast<std::size_t>(last - first));
        if (isPlace(left) && isPlace(right)) {
            for (int column = first; column < last; ++column)
                part[static_cast<std::size_t>(column - first)] = between(left, right, (column - first + 0.5) / Step);
            continue;
        }
        for (int column = first; column < last; ++column) // at the edge of what can be expressed
            part[static_cast<std::size_t>(column - first)] = {column + 0.5, row + 0.5};
        m_locate(part);
    }
}

Pixels resample(const PixelGrid& grid, const PixelPatch& patch, bool isNearest) {
    Pixels made(static_cast<std::size_t>(grid.columns()) * static_cast<std::size_t>(grid.rows()), 0);
    if (patch.columns < 1 || patch.rows < 1)
        return made;
    const double scaleX = patch.columns / patch.width;
    const double scaleY = patch.rows / patch.height;
    const auto pixel = [&patch](int column, int row) {
        const int x = std::clamp(column, 0, patch.columns - 1);
        const int y = std::clamp(row, 0, patch.rows - 1);
        return patch.pixels[static_cast<std::size_t>(y) * static_cast<std::size_t>(patch.columns) + static_cast<std::size_t>(x)];
    };
    std::vector<MapPoint> places(static_cast<std::size_t>(grid.columns()));
    std::size_t at = 0;
    for (int row = 0; row < grid.rows(); ++row) {
        grid.locateRow(row, places);
        for (const MapPoint& place : places) {
            std::uint32_t& target = made[at++];
            const double x = (place.x - patch.left) * scaleX;
            const double y = (place.y - patch.top) * scaleY;
            if (!(x >= 0 && y >= 0 && x <= patch.columns && y <= patch.rows))
                continue;
            if (isNearest) {
                target = pixel(static_cast<int>(x), static_cast<int>(y));
                continue;
            }
            const int left = static_cast<int>(std::floor(x - 0.5));
            const int top = static_cast<int>(std::floor(y - 0.5));
            const auto across = static_cast<std::uint32_t>((x - 0.5 - left) * 256);
            const auto down = static_cast<std::uint32_t>((y - 0.5 - top) * 256);
            target = mixed(mixed(pixel(left, top), pixel(left + 1, top), across), mixed(pixel(left, top + 1), pixel(left + 1, top + 1), across), down);
        }
    }
    return made;
}

} // namespace gridwarden::gis
