// SPDX-License-Identifier: GPL-3.0-or-later
// Map lines and rings as screen points: clipped to what can be seen and without vertices that a pixel cannot tell apart.
// QPainter slows down by orders of magnitude on coordinates far outside the picture and on needless vertices.
#pragma once

#include "gis/draw/view.h"

#include <QPolygonF>
#include <QRectF>
#include <algorithm>
#include <cmath>
#include <span>
#include <vector>

namespace gridwarden::gis {

/// From map to screen for many points of one view, with the window that is kept.
class ScreenMapper {
  public:
    /// Keeps `margin` screen pixels around the view: wide lines reach in from outside. With a `grid`, vertices lie on its
    /// parts of a pixel, which have few digits in a PDF.
    explicit ScreenMapper(const MapView& view, double margin = 64, double grid = 0);

    [[nodiscard]] QPointF map(MapPoint point) const { return {m_offset.x() + point.x * m_scale, m_offset.y() - point.y * m_scale}; }
    [[nodiscard]] const QRectF& window() const { return m_window; }
    [[nodiscard]] const Box& seen() const { return m_seen; } ///< the window on the map
    [[nodiscard]] double pixels(double mapUnits) const { return mapUnits * m_scale; }

    /// The visible pieces of a line.
    [[nodiscard]] std::vector<QPolygonF> line(std::span<const MapPoint> vertices) const;
    /// The ring cut to the window; empty when nothing of it is left. Cut edges run outside the view.
    [[nodiscard]] QPolygonF ring(std::span<const MapPoint> vertices) const;

  private:
    [[nodiscard]] bool isFar(QPointF a, QPointF b) const {
        return std::abs(a.x() - b.x()) >= m_indistinct || std::abs(a.y() - b.y()) >= m_indistinct;
    }
    void snap(QPolygonF& points) const;
    /// Bounded, so that absurd coordinates stay numbers.
    [[nodiscard]] QPointF mapBounded(MapPoint point) const {
        constexpr double Far = 1e9;
        const QPointF mapped = map(point);
        return {std::clamp(mapped.x(), -Far, Far), std::clamp(mapped.y(), -Far, Far)};
    }

    double m_scale;   // screen pixels in a map unit
    QPointF m_offset;
    QRectF m_window;
    Box m_seen;
    double m_grid;
    double m_indistinct; // pixels: a vertex nearer than this to the one before is left out
};

} // namespace gridwarden::gis
