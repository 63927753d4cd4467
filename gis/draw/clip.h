// SPDX-License-Identifier: GPL-3.0-or-later
// Map lines and rings as screen points: clipped to what can be seen and without vertices that a pixel cannot tell apart.
// QPainter slows down by orders of magnitude on coordinates far outside the picture and on needless vertices.
#pragma once

#include "gis/draw/view.h"

#include <QPolygonF>
#include <QRectF>
#include <span>
#include <vector>

namespace gridwarden::gis {

/// From map to screen for many points of one view, with the window that is kept.
class ScreenMapper {
  public:
    /// Keeps `margin` screen pixels around the view: wide lines reach in from outside.
    explicit ScreenMapper(const MapView& view, double margin = 64);

    [[nodiscard]] QPointF map(MapPoint point) const { return {m_offset.x() + point.x * m_scale, m_offset.y() - point.y * m_scale}; }
    [[nodiscard]] const QRectF& window() const { return m_window; }
    [[nodiscard]] double pixels(double mapUnits) const { return mapUnits * m_scale; }

    /// The visible pieces of a line.
    [[nodiscard]] std::vector<QPolygonF> line(std::span<const MapPoint> vertices) const;
    /// The ring cut to the window; empty when nothing of it is left. Cut edges run outside the view.
    [[nodiscard]] QPolygonF ring(std::span<const MapPoint> vertices) const;

  private:
    double m_scale;   // screen pixels in a map unit
    QPointF m_offset;
    QRectF m_window;
};

} // namespace gridwarden::gis
