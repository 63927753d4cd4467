// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/draw/shape_store.h"

#include <algorithm>
#include <cmath>

namespace gridwarden::gis {

namespace {

double squaredDistanceToSegment(MapPoint point, MapPoint a, MapPoint b) {
    const double dx = b.x - a.x;
    const double dy = b.y - a.y;
    const double squaredLength = dx * dx + dy * dy;
    const double along =
        squaredLength > 0 ? std::clamp(((point.x - a.x) * dx + (point.y - a.y) * dy) / squaredLength, 0.0, 1.0) : 0.0;
    const double x = a.x + along * dx - point.x;
    const double y = a.y + along * dy - point.y;
    return x * x + y * y;
}

/// The sides of a window, a bit each, to which a box lies wholly.
unsigned sidesOf(const Box& box, const Box& window) {
    return (box.maxX < window.minX ? 1U : 0U) | (box.minX > window.maxX ? 2U : 0U) |
           (box.maxY < window.minY ? 4U : 0U) | (box.minY > window.maxY ? 8U : 0U);
}

} // namespace

std::span<const MapPoint> ShapeStore::part(std::size_t shape, std::size_t part) const {
    const std::size_t position = m_firstParts[shape] + part;
    const std::size_t first = m_partStarts[position];
    const std::size_t last = position + 1 < m_partStarts.size() ? m_partStarts[position + 1] : m_vertices.size();
    return std::span(m_vertices).subspan(first, last - first);
}

std::span<const MapPoint> ShapeStore::partSeenFrom(const Box& window, std::size_t shape, std::size_t part,
                                                   std::vector<MapPoint>& room) const {
    const std::span<const MapPoint> all = this->part(shape, part);
    if (all.size() < LongPart || m_runs.empty())
        return all;
    room.clear();
    const auto first = static_cast<std::size_t>(all.data() - m_vertices.data());
    unsigned sides = 0; // those that all of the edge lies to with which `room` ends, when it stands for runs
    for (std::size_t i = first; i < first + all.size();) {
        const std::size_t end = std::min((i / Run + 1) * Run, first + all.size());
        const bool isWhole = i % Run == 0 && end - i == Run;
        const unsigned ofRun = isWhole ? sidesOf(m_runs[i / Run], window) : 0;
        if (ofRun == 0) {
            room.insert(room.end(), all.begin() + static_cast<std::ptrdiff_t>(i - first),
                        all.begin() + static_cast<std::ptrdiff_t>(end - first));
            sides = 0;
        } else if ((sides & ofRun) != 0) {
            room.back() = m_vertices[end - 1];
            sides &= ofRun;
        } else {
            room.push_back(MapPoint(m_vertices[i]));
            room.push_back(MapPoint(m_vertices[end - 1]));
            sides = ofRun;
        }
        i = end;
    }
    return room;
}

bool ShapeStore::isNear(std::size_t shape, MapPoint point, double tolerance) const {
    const Box reached{point.x - tolerance, point.y - tolerance, point.x + tolerance, point.y + tolerance};
    if (!m_boxes[shape].intersects(reached))
        return false;
    const double squared = tolerance * tolerance;
    bool isInside = false;
    std::vector<MapPoint> room;
    for (std::size_t p = 0; p < partCount(shape); ++p) {
        const std::span<const MapPoint> vertices = partSeenFrom(reached, shape, p, room);
        if (squaredDistanceToSegment(point, vertices.front(), vertices.front()) <= squared)
            return true;
        for (std::size_t i = 1; i < vertices.size(); ++i) {
            const MapPoint a = vertices[i - 1];
            const MapPoint b = vertices[i];
            if (squaredDistanceToSegment(point, a, b) <= squared)
                return true;
            if (m_kinds[shape] == ShapeKind::Polygon && (a.y > point.y) != (b.y > point.y) &&
                point.x < a.x + (point.y - a.y) / (b.y - a.y) * (b.x - a.x))
                isInside = !isInside;
        }
    }
    return isInside;
}

void ShapeStore::begin(ShapeKind kind) {
    m_kinds.push_back(kind);
    m_boxes.emplace_back();
    m_firstParts.push_back(static_cast<std::uint32_t>(m_partStarts.size()));
}

void ShapeStore::addPart(std::span<const MapPoint> vertices) {
    const ShapeKind kind = m_kinds.back();
    const std::size_t start = m_vertices.size();
    for (const MapPoint vertex : vertices)
        if (std::isfinite(vertex.x) && std::isfinite(vertex.y) &&
            (m_vertices.size() == start || m_vertices.back() != vertex))
            m_vertices.push_back(vertex);
    if (kind == ShapeKind::Polygon && m_vertices.size() > start && m_vertices.back() != m_vertices[start])
        m_vertices.push_back(MapPoint(m_vertices[start]));
    const std::size_t needed = kind == ShapeKind::Point ? 1 : kind == ShapeKind::Line ? 2 : 4;
    if (m_vertices.size() - start < needed) {
        m_vertices.resize(start);
        return;
    }
    m_hasLongPart = m_hasLongPart || m_vertices.size() - start >= LongPart;
    m_partStarts.push_back(static_cast<std::uint32_t>(start));
    for (std::size_t i = start; i < m_vertices.size(); ++i)
        m_boxes.back().include(m_vertices[i].x, m_vertices[i].y);
}

bool ShapeStore::end() {
    if (m_firstParts.back() < m_partStarts.size()) {
        m_has[static_cast<std::size_t>(m_kinds.back())] = true;
        return true;
    }
    m_kinds.pop_back();
    m_boxes.pop_back();
    m_firstParts.pop_back();
    return false;
}

void ShapeStore::finish() {
    m_vertices.shrink_to_fit();
    m_partStarts.shrink_to_fit();
    m_tree = core::PackedRTree(m_boxes);
    if (!m_hasLongPart)
        return;
    m_runs.resize((m_vertices.size() + Run - 1) / Run);
    for (std::size_t i = 0; i < m_vertices.size(); ++i)
        m_runs[i / Run].include(m_vertices[i].x, m_vertices[i].y);
}

} // namespace gridwarden::gis
