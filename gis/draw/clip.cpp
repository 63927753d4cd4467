// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/draw/clip.h"

#include <algorithm>
#include <cmath>

namespace gridwarden::gis {

namespace {

/// Liang–Barsky: the part of a segment in the window; false when there is none.
bool clipSegment(const QRectF& window, QPointF& a, QPointF& b) {
    double from = 0;
    double to = 1;
    const double dx = b.x() - a.x();
    const double dy = b.y() - a.y();
    const auto cut = [&from, &to](double direction, double distance) {
        if (direction == 0)
            return distance >= 0;
        const double at = distance / direction;
        if (direction < 0)
            from = std::max(from, at);
        else
            to = std::min(to, at);
        return from <= to;
    };
    if (!cut(-dx, a.x() - window.left()) || !cut(dx, window.right() - a.x()) || !cut(-dy, a.y() - window.top()) ||
        !cut(dy, window.bottom() - a.y()))
        return false;
    const QPointF start = a;
    a = start + QPointF(dx, dy) * from;
    b = start + QPointF(dx, dy) * to;
    return true;
}

/// Sutherland–Hodgman against one side: `depth` is positive inside.
template <class Depth> QPolygonF cutSide(const QPolygonF& ring, Depth depth) {
    QPolygonF kept;
    kept.reserve(ring.size() + 4);
    for (qsizetype i = 0; i < ring.size(); ++i) {
        const QPointF a = ring[i];
        const QPointF b = ring[(i + 1) % ring.size()];
        const double depthA = depth(a);
        const double depthB = depth(b);
        if (depthA >= 0)
            kept.push_back(a);
        if ((depthA >= 0) != (depthB >= 0))
            kept.push_back(a + (b - a) * (depthA / (depthA - depthB)));
    }
    return kept;
}

} // namespace

ScreenMapper::ScreenMapper(const MapView& view, double margin, double grid)
    : m_scale(1 / view.unitsPerPixel), m_offset(view.size.width() / 2.0 - view.centre.x / view.unitsPerPixel,
                                                view.size.height() / 2.0 + view.centre.y / view.unitsPerPixel),
      m_window(-margin, -margin, view.size.width() + 2 * margin, view.size.height() + 2 * margin),
      m_seen(view.visibleBox(margin)), m_grid(grid), m_indistinct(0.6 / std::clamp(view.pixelRatio, 1.0, 2.0)) {}

void ScreenMapper::snap(QPolygonF& points) const {
    if (m_grid > 0)
        for (QPointF& point : points)
            point = {std::round(point.x() / m_grid) * m_grid, std::round(point.y() / m_grid) * m_grid};
}

std::vector<QPolygonF> ScreenMapper::line(std::span<const MapPoint> vertices) const {
    std::vector<QPolygonF> pieces;
    QPolygonF piece;
    const auto finish = [&] {
        if (piece.size() > 1) {
            snap(piece);
            pieces.push_back(std::move(piece));
        }
        piece = {};
    };
    QPointF last = mapBounded(vertices.front());
    for (std::size_t i = 1; i < vertices.size(); ++i) {
        const QPointF next = mapBounded(vertices[i]);
        if (i + 1 < vertices.size() && !isFar(last, next))
            continue;
        QPointF a = last;
        QPointF b = next;
        last = next;
        if (!clipSegment(m_window, a, b)) {
            finish();
            continue;
        }
        if (piece.isEmpty() || piece.back() != a) {
            finish();
            piece.push_back(a);
        }
        piece.push_back(b);
    }
    finish();
    return pieces;
}

QPolygonF ScreenMapper::ring(std::span<const MapPoint> vertices) const {
    QPolygonF points;
    points.reserve(static_cast<qsizetype>(vertices.size()));
    bool isWithin = true;
    for (const MapPoint vertex : vertices) {
        const QPointF point = mapBounded(vertex);
        if (!points.isEmpty() && !isFar(points.back(), point))
            continue;
        isWithin = isWithin && m_window.contains(point);
        points.push_back(point);
    }
    if (points.size() > 1 && points.front() == points.back())
        points.pop_back();
    if (!isWithin) {
        points = cutSide(points, [this](QPointF p) { return p.x() - m_window.left(); });
        points = cutSide(points, [this](QPointF p) { return m_window.right() - p.x(); });
        points = cutSide(points, [this](QPointF p) { return p.y() - m_window.top(); });
        points = cutSide(points, [this](QPointF p) { return m_window.bottom() - p.y(); });
    }
    if (points.size() < 3)
        return {};
    points.push_back(QPointF(points.front()));
    snap(points);
    return points;
}

} // namespace gridwarden::gis
