// SPDX-License-Identifier: GPL-3.0-or-later
// Texts on the map: where they fit without touching each other, and how they are painted. All in screen pixels.
#pragma once

#include "gis/draw/shape_store.h"

#include <QColor>
#include <QFont>
#include <QPainter>
#include <QPolygonF>
#include <QRectF>
#include <QString>
#include <optional>
#include <span>
#include <vector>

namespace gridwarden::gis {

struct PlacedLabel {
    QString text;
    QFont font;
    QColor colour;
    QPointF centre;
    double angle = 0; ///< degrees clockwise
};

/// The map's text size: CJK text below 11 pixels cannot be read.
inline constexpr double MapTextPixels = 13;
[[nodiscard]] QFont mapFont(const QString& family, double size, bool isBold = false);

/// Remembers what is taken.
class LabelPlacer {
  public:
    explicit LabelPlacer(const QRectF& window) : m_window(window) {}

    /// Takes the boxes if all lie in the window and are free, and the same text does not stand within `repeat` pixels.
    bool place(std::span<const QRectF> boxes, const QString& text, double repeat);
    bool place(const QRectF& box, const QString& text, double repeat) { return place(std::span(&box, 1), text, repeat); }

  private:
    struct Text {
        QString text;
        QPointF centre;
    };
    QRectF m_window;
    std::vector<QRectF> m_taken;
    std::vector<Text> m_texts;
};

/// A straight enough stretch of a line that is long enough for a text, near the line's middle: its centre and angle, the
/// text upright. None where the line bends too much or is too short.
struct LinePlace {
    QPointF centre;
    double angle = 0;
};
[[nodiscard]] std::optional<LinePlace> placeAlong(const QPolygonF& line, double textWidth);
/// What a text along a line covers, as small boxes.
[[nodiscard]] std::vector<QRectF> boxesAlong(const LinePlace& place, double textWidth, double textHeight);

/// A point inside a polygon for its label: the middle of the widest stretch on a few horizontal lines. Map units.
[[nodiscard]] MapPoint labelPlaceIn(const ShapeStore& shapes, std::size_t shape);

/// Text with a halo. `asText` keeps it text in a PDF; else the halo is painted in the way that is quickest in a picture.
void drawLabel(QPainter& painter, const PlacedLabel& label, const QColor& halo, bool asText);

} // namespace gridwarden::gis
