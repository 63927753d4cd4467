// SPDX-License-Identifier: GPL-3.0-or-later
// Texts on the map: where they fit without touching each other, and how they are painted. All in screen pixels.
#pragma once

#include <QColor>
#include <QFont>
#include <QPainter>
#include <QPolygonF>
#include <QRectF>
#include <QString>
#include <QStringList>
#include <optional>
#include <span>
#include <unordered_map>
#include <vector>

namespace gridwarden::gis {

/// A character of a text that bends with a line, or stands upright beside others along a steep one.
struct PlacedGlyph {
    QString text;
    QPointF centre;
    double angle = 0; ///< degrees clockwise
};

/// A line of text.
struct PlacedLabel {
    QString text;
    QFont font;
    QColor colour;
    QPointF centre;
    double angle = 0;                ///< degrees clockwise; of a straight text
    std::vector<PlacedGlyph> glyphs; ///< in reading order; empty: a straight text
};

/// The map's text size: CJK text below 11 pixels cannot be read.
inline constexpr double MapTextPixels = 13;
[[nodiscard]] QFont mapFont(const QString& family, double size, bool isBold = false);
/// One or two lines: a long text is cut near its middle, between words or between Chinese characters.
[[nodiscard]] QStringList wrapped(const QString& text);

/// Remembers what is taken.
class LabelPlacer {
  public:
    explicit LabelPlacer(const QRectF& window);

    /// Takes the boxes if all lie in the window and are free, and the same text does not stand within `repeat` pixels.
    bool place(std::span<const QRectF> boxes, const QString& text, double repeat);
    bool place(const QRectF& box, const QString& text, double repeat) { return place(std::span(&box, 1), text, repeat); }
    [[nodiscard]] const std::vector<QRectF>& taken() const { return m_taken; }

  private:
    template <class Visit> void eachCell(const QRectF& box, Visit visit);
    [[nodiscard]] bool isFree(const QRectF& box);

    QRectF m_window;
    std::vector<QRectF> m_taken;
    int m_columns;
    std::vector<std::vector<std::uint32_t>> m_cells; ///< positions in m_taken
    std::unordered_map<QString, std::vector<QPointF>> m_texts;
};

/// Where a text stands along a line, upright: following gentle bends, characters one below the other along steep lines when
/// they are Chinese.
struct TextOnLine {
    QPointF centre;
    double angle = 0;
    std::vector<PlacedGlyph> glyphs; ///< empty: straight
    std::vector<QRectF> boxes;       ///< what it covers
};
/// The text with its middle `at` pixels from the line's start; none where the line is too short or bends too much.
[[nodiscard]] std::optional<TextOnLine> textOnLine(const QPolygonF& line, double at, const QString& text, const QFont& font);
[[nodiscard]] double lengthOf(const QPolygonF& line);

/// A place inside a polygon (rings, even-odd) for its label: the middle of the widest stretch on a few horizontal lines.
struct Stretch {
    QPointF centre;
    double width = 0;
};
[[nodiscard]] Stretch widestStretch(std::span<const QPolygonF> rings);

/// Text with a halo, painted in the way that is quickest in a picture.
void drawLabel(QPainter& painter, const PlacedLabel& label, const QColor& halo);
/// The same for PDF: text that can be searched and copied, on a halo of few and opaque strokes.
void drawLabelAsText(QPainter& painter, const PlacedLabel& label, const QColor& halo);
/// What a label covers with its halo, unturned texts and turned ones alike.
[[nodiscard]] QRectF boundsOf(const PlacedLabel& label);

} // namespace gridwarden::gis
