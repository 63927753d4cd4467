// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/draw/label.h"

#include <QFontMetricsF>
#include <QPainterPath>
#include <QTextBoundaryFinder>
#include <QtMath>
#include <algorithm>
#include <array>
#include <cmath>

namespace gridwarden::gis {

namespace {

constexpr double HaloPixels = 1.4;
constexpr double CellPixels = 64; // of the placer's lattice

QPointF originOf(const QString& text, const QFontMetricsF& metrics) {
    return {-metrics.horizontalAdvance(text) / 2, (metrics.ascent() - metrics.descent()) / 2};
}

QPainterPath outlineOf(const QString& text, const QFont& font, QPointF centre, double angle) {
    QPainterPath path;
    path.addText(originOf(text, QFontMetricsF(font)), font, text);
    return QTransform().translate(centre.x(), centre.y()).rotate(angle).map(path);
}

QPainterPath outlineOf(const PlacedLabel& label) {
    if (label.glyphs.empty())
        return outlineOf(label.text, label.font, label.centre, label.angle);
    QPainterPath path;
    for (const PlacedGlyph& glyph : label.glyphs)
        path.addPath(outlineOf(glyph.text, label.font, glyph.centre, glyph.angle));
    return path;
}

void drawTextAt(QPainter& painter, const QString& text, QPointF centre, double angle) {
    const QPointF origin = originOf(text, QFontMetricsF(painter.font()));
    if (angle == 0) {
        painter.drawText(centre + origin, text);
        return;
    }
    painter.save();
    painter.translate(centre);
    painter.rotate(angle);
    painter.drawText(origin, text);
    painter.restore();
}

QPen haloPen(const QColor& halo) {
    return {halo, 2 * HaloPixels, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin};
}

} // namespace

QFont mapFont(const QString& family, double size, bool isBold) {
    QFont font;
    if (!family.isEmpty())
        font.setFamily(family);
    font.setPixelSize(std::max(10, static_cast<int>(std::lround(MapTextPixels * size))));
    font.setBold(isBold);
    return font;
}

QStringList wrapped(const QString& text) {
    constexpr double LongestLine = 7.5; // ems; a Latin letter is about half of one
    const auto ems = [](QChar c) { return c.unicode() >= 0x2e80 ? 1.0 : 0.55; };
    double length = 0;
    for (const QChar c : text)
        length += ems(c);
    if (length <= LongestLine)
        return {text};
    qsizetype best = 0;
    double bestAway = length;
    double before = 0;
    for (qsizetype i = 1; i < text.size(); ++i) {
        before += ems(text[i - 1]);
        const bool isBetweenWords = text[i].isSpace() || text[i - 1] == u'-' || text[i - 1] == u'/';
        const bool isBetweenCharacters = ems(text[i]) == 1 && ems(text[i - 1]) == 1 && text[i].isLetter() &&
                                         !text[i].isLowSurrogate();
        if ((isBetweenWords || isBetweenCharacters) && std::abs(before - length / 2) < bestAway) {
            bestAway = std::abs(before - length / 2);
            best = i;
        }
    }
    if (best == 0 || bestAway > length / 3)
        return {text};
    return {text.first(best).trimmed(), text.sliced(best).trimmed()};
}

// ── What is taken ──

LabelPlacer::LabelPlacer(const QRectF& window)
    : m_window(window), m_columns(std::max(1, static_cast<int>(std::ceil(window.width() / CellPixels)))),
      m_cells(static_cast<std::size_t>(m_columns * std::max(1, static_cast<int>(std::ceil(window.height() / CellPixels))))) {}

template <class Visit> void LabelPlacer::eachCell(const QRectF& box, Visit visit) {
    const auto cell = [](double length) { return std::max(0, static_cast<int>(length / CellPixels)); };
    const int rows = static_cast<int>(m_cells.size()) / m_columns;
    for (int row = cell(box.top() - m_window.top()); row <= std::min(rows - 1, cell(box.bottom() - m_window.top())); ++row)
        for (int column = cell(box.left() - m_window.left());
             column <= std::min(m_columns - 1, cell(box.right() - m_window.left())); ++column)
            visit(m_cells[static_cast<std::size_t>(row * m_columns + column)]);
}

bool LabelPlacer::isFree(const QRectF& box) {
    bool free = m_window.contains(box);
    if (free)
        eachCell(box, [&](const std::vector<std::uint32_t>& cell) {
            free = free && std::none_of(cell.begin(), cell.end(), [&](std::uint32_t i) { return m_taken[i].intersects(box); });
        });
    return free;
}

bool LabelPlacer::place(std::span<const QRectF> boxes, const QString& text, double repeat) {
    QRectF all;
    for (const QRectF& box : boxes) {
        if (!isFree(box))
            return false;
        all |= box;
    }
    const QPointF centre = all.center();
    std::vector<QPointF>& same = m_texts[text];
    if (std::any_of(same.begin(), same.end(), [&](QPointF other) {
            return std::hypot(other.x() - centre.x(), other.y() - centre.y()) < repeat;
        }))
        return false;
    same.push_back(centre);
    for (const QRectF& box : boxes) {
        const auto position = static_cast<std::uint32_t>(m_taken.size());
        m_taken.push_back(box);
        eachCell(box, [position](std::vector<std::uint32_t>& cell) { cell.push_back(position); });
    }
    return true;
}

// ── In polygons ──

Stretch widestStretch(std::span<const QPolygonF> rings) {
    QRectF box;
    for (const QPolygonF& ring : rings)
        box |= ring.boundingRect();
    Stretch best{box.center(), 0};
    for (const double share : {0.5, 0.42, 0.58, 0.3, 0.7}) {
        const double y = box.top() + share * box.height();
        std::vector<double> crossings;
        for (const QPolygonF& ring : rings)
            for (qsizetype i = 1; i < ring.size(); ++i)
                if ((ring[i - 1].y() > y) != (ring[i].y() > y))
                    crossings.push_back(ring[i - 1].x() + (y - ring[i - 1].y()) / (ring[i].y() - ring[i - 1].y()) *
                                                              (ring[i].x() - ring[i - 1].x()));
        std::sort(crossings.begin(), crossings.end());
        for (std::size_t i = 1; i < crossings.size(); i += 2)
            if (const double width = crossings[i] - crossings[i - 1];
                width > best.width * 1.05) // the middle line wins a tie
                best = {{(crossings[i] + crossings[i - 1]) / 2, y}, width};
    }
    return best;
}

// ── Painting ──

void drawLabel(QPainter& painter, const PlacedLabel& label, const QColor& halo) {
    painter.setFont(label.font);
    painter.setBrush(Qt::NoBrush);
    if (label.angle != 0 || !label.glyphs.empty()) { // a turned glyph is not cached: its outline is as quick, and smooth
        const QPainterPath path = outlineOf(label);
        painter.strokePath(path, haloPen(halo));
        painter.fillPath(path, label.colour);
        return;
    }
    painter.setPen(halo);
    constexpr double Diagonal = HaloPixels * 0.7;
    for (const QPointF& offset :
         std::array<QPointF, 8>{QPointF(-HaloPixels, 0), QPointF(HaloPixels, 0), QPointF(0, -HaloPixels),
                                QPointF(0, HaloPixels), QPointF(-Diagonal, -Diagonal), QPointF(Diagonal, -Diagonal),
                                QPointF(-Diagonal, Diagonal), QPointF(Diagonal, Diagonal)})
        drawTextAt(painter, label.text, label.centre + offset, 0);
    painter.setPen(label.colour);
    drawTextAt(painter, label.text, label.centre, 0);
}

void drawLabelAsText(QPainter& painter, const PlacedLabel& label, const QColor& halo) {
    painter.setFont(label.font);
    painter.setBrush(Qt::NoBrush);
    // An opaque pen is a stroke in PDF; a translucent one would become the outline of its outline.
    QPainterPath coarse;
    for (const QPolygonF& ring : outlineOf(label).toSubpathPolygons()) {
        constexpr double Grid = 4; // a quarter of a pixel is enough below a wide pen, and few digits in the file
        constexpr double Step = 0.7;
        QPolygonF kept;
        for (const QPointF& point : ring)
            if (kept.isEmpty() || (point - kept.back()).manhattanLength() >= Step)
                kept << QPointF(std::round(point.x() * Grid) / Grid, std::round(point.y() * Grid) / Grid);
        coarse.addPolygon(kept);
    }
    QColor opaque = halo;
    opaque.setAlpha(255);
    painter.strokePath(coarse, haloPen(opaque));
    painter.setPen(label.colour);
    if (label.glyphs.empty())
        drawTextAt(painter, label.text, label.centre, label.angle);
    for (const PlacedGlyph& glyph : label.glyphs)
        drawTextAt(painter, glyph.text, glyph.centre, glyph.angle);
}

QRectF boundsOf(const PlacedLabel& label) {
    const QFontMetricsF metrics(label.font);
    const auto around = [&metrics](const QString& text, QPointF centre, double angle) {
        const QRectF straight = QRectF(originOf(text, metrics) - QPointF(0, metrics.ascent()),
                                       QSizeF(metrics.horizontalAdvance(text), metrics.height()))
                                    .united(metrics.boundingRect(text).translated(originOf(text, metrics)));
        return QTransform().translate(centre.x(), centre.y()).rotate(angle).mapRect(straight);
    };
    QRectF bounds = label.glyphs.empty() ? around(label.text, label.centre, label.angle) : QRectF();
    for (const PlacedGlyph& glyph : label.glyphs)
        bounds |= around(glyph.text, glyph.centre, glyph.angle);
    constexpr double Room = HaloPixels + 1;
    return bounds.adjusted(-Room, -Room, Room, Room);
}

} // namespace gridwarden::gis
