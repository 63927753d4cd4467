// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/draw/shape_levels.h"

#include <algorithm>
#include <cmath>
#include <unordered_set>

namespace gridwarden::gis {

namespace {

constexpr double Step = 4;         ///< from one tolerance to the next
constexpr double LeastSaving = 0.7; ///< of the vertices before: less is not worth a copy
constexpr std::size_t MostLevels = 10;

double squaredDistance(MapPoint point, MapPoint a, MapPoint b) {
    const double dx = b.x - a.x;
    const double dy = b.y - a.y;
    const double length = dx * dx + dy * dy;
    const double along = length > 0 ? std::clamp(((point.x - a.x) * dx + (point.y - a.y) * dy) / length, 0.0, 1.0) : 0.0;
    const double x = a.x + along * dx - point.x;
    const double y = a.y + along * dy - point.y;
    return x * x + y * y;
}

/// Douglas–Peucker on a stretch that is short enough for its worst case.
void keepCorners(std::span<const MapPoint> line, std::size_t first, std::size_t last, double squared, std::vector<bool>& kept) {
    std::vector<std::pair<std::size_t, std::size_t>> stack{{first, last}};
    while (!stack.empty()) {
        const auto [from, to] = stack.back();
        stack.pop_back();
        double farthest = squared;
        std::size_t corner = 0;
        for (std::size_t i = from + 1; i < to; ++i)
            if (const double distance = squaredDistance(line[i], line[from], line[to]); distance > farthest) {
                farthest = distance;
                corner = i;
            }
        if (corner == 0)
            continue;
        kept[corner] = true;
        stack.push_back({from, corner});
        stack.push_back({corner, to});
    }
}

double meanSegment(const ShapeStore& shapes) {
    double length = 0;
    std::size_t count = 0;
    for (std::size_t shape = 0; shape < shapes.size(); ++shape)
        for (std::size_t part = 0; part < shapes.partCount(shape); ++part) {
            const auto line = shapes.part(shape, part);
            for (std::size_t i = 1; i < line.size(); ++i)
                length += std::hypot(line[i].x - line[i - 1].x, line[i].y - line[i - 1].y);
            count += line.size() - 1;
        }
    return count == 0 ? 0 : length / static_cast<double>(count);
}

bool isWithin(std::span<const MapPoint> line, double side) {
    Box box;
    for (const MapPoint vertex : line)
        box.include(vertex.x, vertex.y);
    return box.width() < side && box.height() < side;
}

/// A ring needs three corners.
std::vector<MapPoint> simplifiedRing(std::span<const MapPoint> ring, double tolerance) {
    std::vector<MapPoint> kept = simplified(ring, tolerance);
    if (kept.size() >= 4)
        return kept;
    kept.clear();
    for (std::size_t i = 0; i < 3; ++i)
        kept.push_back(ring[i * (ring.size() - 1) / 3]);
    kept.push_back(MapPoint(kept.front()));
    return kept;
}

} // namespace

std::vector<MapPoint> simplified(std::span<const MapPoint> line, double tolerance) {
    constexpr std::size_t Stretch = 256; // bounds the time that a spiral takes
    // Near neighbours first: they are most of a line's vertices, and cost next to nothing.
    std::vector<MapPoint> apart;
    const double near = tolerance / 2;
    for (std::size_t i = 0; i < line.size(); ++i)
        if (i == 0 || i + 1 == line.size() || std::abs(line[i].x - apart.back().x) > near || std::abs(line[i].y - apart.back().y) > near)
            apart.push_back(line[i]);
    std::vector<bool> kept(apart.size(), false);
    const double squared = tolerance * tolerance / 4;
    for (std::size_t first = 0; first + 1 < apart.size(); first += Stretch) {
        const std::size_t last = std::min(first + Stretch, apart.size() - 1);
        kept[first] = kept[last] = true;
        keepCorners(apart, first, last, squared, kept);
    }
    std::vector<MapPoint> result;
    for (std::size_t i = 0; i < apart.size(); ++i)
        if (kept[i] || apart.size() == 1)
            result.push_back(apart[i]);
    return result;
}

ShapeLevels ShapeLevels::build(const ShapeStore& whole, const std::stop_token& stop) {
    ShapeLevels levels;
    levels.m_levels.reserve(MostLevels); // each is made of the one before
    const ShapeStore* before = &whole;
    double tolerance = std::max(meanSegment(whole), 1e-9);
    const Box extent = whole.extent();
    if (whole.size() == whole.vertexCount() && !extent.isEmpty()) // points only: about four of them in a cell
        tolerance = std::sqrt(std::max(extent.width() * extent.height(), 1e-18) / static_cast<double>(whole.size()));
    while (before->vertexCount() > SmallStore && levels.m_levels.size() < MostLevels && !stop.stop_requested()) {
        Level level;
        level.tolerance = tolerance;
        const auto originalOf = [&](std::size_t shape) {
            return levels.m_levels.empty() ? static_cast<std::uint32_t>(shape) : levels.m_levels.back().originals[shape];
        };
        std::unordered_set<std::uint64_t> cells; // of points: those of one cell cannot be told apart
        for (std::size_t shape = 0; shape < before->size() && !stop.stop_requested(); ++shape) {
            const Box& box = before->box(shape);
            const ShapeKind kind = before->kind(shape);
            if (kind == ShapeKind::Point) {
                const auto cell = [&](double away) { return static_cast<std::uint64_t>(std::min(away / tolerance, 4e9)); };
                if (before->partCount(shape) == 1 && !cells.insert(cell(box.minX - extent.minX) << 32 | cell(box.minY - extent.minY)).second)
                    continue;
            } else if (box.width() < tolerance && box.height() < tolerance) {
                continue;
            }
            level.shapes.begin(kind);
            for (std::size_t part = 0; part < before->partCount(shape); ++part) {
                const auto line = before->part(shape, part);
                if (kind != ShapeKind::Point && before->partCount(shape) > 1 && isWithin(line, tolerance))
                    continue; // an islet
                level.shapes.addPart(kind == ShapeKind::Point  ? std::vector<MapPoint>(line.begin(), line.end())
                                     : kind == ShapeKind::Line ? simplified(line, tolerance)
                                                               : simplifiedRing(line, tolerance));
            }
            if (level.shapes.end())
                level.originals.push_back(originalOf(shape));
        }
        const bool isWorthIt = static_cast<double>(level.shapes.vertexCount()) < LeastSaving * static_cast<double>(before->vertexCount());
        tolerance *= Step;
        if (!isWorthIt && levels.m_levels.empty() && tolerance < std::max(extent.width(), extent.height()))
            continue; // begin with a coarser one
        if (!isWorthIt)
            break;
        level.shapes.finish();
        levels.m_levels.push_back(std::move(level));
        before = &levels.m_levels.back().shapes;
    }
    if (stop.stop_requested())
        levels.m_levels.clear();
    return levels;
}

SeenShapes ShapeLevels::at(const ShapeStore& whole, double unitsPerPixel) const {
    constexpr double Unseen = 0.6; // pixels
    SeenShapes seen{&whole, nullptr};
    for (const Level& level : m_levels)
        if (level.tolerance <= Unseen * unitsPerPixel)
            seen = {&level.shapes, &level.originals};
    return seen;
}

std::size_t ShapeLevels::vertexCount() const {
    std::size_t count = 0;
    for (const Level& level : m_levels)
        count += level.shapes.vertexCount();
    return count;
}

} // namespace gridwarden::gis
