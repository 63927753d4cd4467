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

} // namespace

std::span<const MapPoint> ShapeStore::part(std::size_t shape, std::size_t part) const {
    const std::size_t position = m_firstParts[shape] + part;
    const std::size_t first = m_partStarts[position];
    const std::size_t last = position + 1 < m_partStarts.size() ? m_partStarts[position + 1] : m_vertices.size();
    return std::span(m_vertices).subspan(first, last - first);
}

bool ShapeStore::isNear(std::size_t shape, MapPoint point, double tolerance) const {
    const Box& box = m_boxes[shape];
    if (!box.intersects({point.x - tolerance, point.y - tolerance, point.x + tolerance, point.y + tolerance}))
        return false;
    const double squared = tolerance * tolerance;
    bool isInside = false;
    for (std::size_t p = 0; p < partCount(shape); ++p) {
        const std::span<const MapPoint> vertices = part(shape, p);
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
}

} // namespace gridwarden::gis
