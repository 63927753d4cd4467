// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/draw/label.h"

#include <QFontMetricsF>
#include <QPainterPath>
#include <QtMath>
#include <algorithm>
#include <array>
#include <cmath>

namespace gridwarden::gis {

QFont mapFont(const QString& family, double size, bool isBold) {
    QFont font;
    if (!family.isEmpty())
        font.setFamily(family);
    font.setPixelSize(std::max(10, static_cast<int>(std::lround(MapTextPixels * size))));
    font.setBold(isBold);
    return font;
}

bool LabelPlacer::place(std::span<const QRectF> boxes, const QString& text, double repeat) {
    QRectF all;
    for (const QRectF& box : boxes) {
        if (!m_window.contains(box) ||
            std::any_of(m_taken.begin(), m_taken.end(), [&box](const QRectF& taken) { return taken.intersects(box); }))
            return false;
        all |= box;
    }
    const QPointF centre = all.center();
    if (std::any_of(m_texts.begin(), m_texts.end(), [&](const Text& other) {
            return other.text == text &&
                   std::hypot(other.centre.x() - centre.x(), other.centre.y() - centre.y()) < repeat;
        }))
        return false;
    m_taken.insert(m_taken.end(), boxes.begin(), boxes.end());
    m_texts.push_back({text, centre});
    return true;
}

std::optional<LinePlace> placeAlong(const QPolygonF& line, double textWidth) {
    constexpr double Straight = 0.985; // chord over length
    std::vector<double> lengths{0};
    for (qsizetype i = 1; i < line.size(); ++i)
        lengths.push_back(lengths.back() + std::hypot(line[i].x() - line[i - 1].x(), line[i].y() - line[i - 1].y()));
    const double total = lengths.back();
    if (total < textWidth)
        return std::nullopt;
    const auto at = [&](double length) {
        const auto next = std::upper_bound(lengths.begin(), lengths.end() - 1, length) - lengths.begin();
        const auto i = static_cast<qsizetype>(std::max<std::ptrdiff_t>(1, next));
        const double before = lengths[static_cast<std::size_t>(i - 1)];
        const double step = lengths[static_cast<std::size_t>(i)] - before;
        return line[i - 1] + (line[i] - line[i - 1]) * (step > 0 ? (length - before) / step : 0);
    };
    // From the middle outwards in steps of half a text.
    const double middle = (total - textWidth) / 2;
    for (double away = 0; away <= middle; away += std::max(8.0, textWidth / 2))
        for (const double start : {middle - away, middle + away}) {
            const QPointF a = at(start);
            const QPointF b = at(start + textWidth);
            const QPointF chord = b - a;
            if (std::hypot(chord.x(), chord.y()) < Straight * textWidth)
                continue;
            double angle = qRadiansToDegrees(std::atan2(chord.y(), chord.x()));
            if (angle > 90)
                angle -= 180;
            else if (angle <= -90)
                angle += 180;
            return LinePlace{(a + b + at(start + textWidth / 2) * 2) / 4, angle};
        }
    return std::nullopt;
}

std::vector<QRectF> boxesAlong(const LinePlace& place, double textWidth, double textHeight) {
    const double radians = qDegreesToRadians(place.angle);
    const QPointF direction(std::cos(radians), std::sin(radians));
    const int count = std::max(1, static_cast<int>(std::ceil(textWidth / textHeight)));
    std::vector<QRectF> boxes;
    for (int i = 0; i < count; ++i) {
        const QPointF centre = place.centre + direction * ((i + 0.5) / count - 0.5) * textWidth;
        boxes.emplace_back(centre.x() - textHeight / 2, centre.y() - textHeight / 2, textHeight, textHeight);
    }
    return boxes;
}

MapPoint labelPlaceIn(const ShapeStore& shapes, std::size_t shape) {
    const Box& box = shapes.box(shape);
    MapPoint best{box.minX / 2 + box.maxX / 2, box.minY / 2 + box.maxY / 2};
    double widest = 0;
    for (const double share : {0.5, 0.42, 0.58, 0.3, 0.7}) {
        const double y = box.minY + share * box.height();
        std::vector<double> crossings;
        for (std::size_t p = 0; p < shapes.partCount(shape); ++p) {
            const auto ring = shapes.part(shape, p);
            for (std::size_t i = 1; i < ring.size(); ++i)
                if ((ring[i - 1].y > y) != (ring[i].y > y))
                    crossings.push_back(ring[i - 1].x + (y - ring[i - 1].y) / (ring[i].y - ring[i - 1].y) *
                                                            (ring[i].x - ring[i - 1].x));
        }
        std::sort(crossings.begin(), crossings.end());
        for (std::size_t i = 1; i < crossings.size(); i += 2)
            if (const double width = crossings[i] - crossings[i - 1];
                width > widest * 1.05) { // the middle line wins a tie
                widest = width;
                best = {(crossings[i] + crossings[i - 1]) / 2, y};
            }
    }
    return best;
}

void drawLabel(QPainter& painter, const PlacedLabel& label, const QColor& halo, bool asText) {
    constexpr double HaloPixels = 1.4;
    painter.save();
    painter.translate(label.centre);
    painter.rotate(label.angle);
    painter.setFont(label.font);
    const QFontMetricsF metrics(label.font);
    const QPointF origin(-metrics.horizontalAdvance(label.text) / 2, (metrics.ascent() - metrics.descent()) / 2);
    if (asText || label.angle != 0) { // a turned glyph is not cached: its outline is as quick, and smooth
        QPainterPath path;
        path.addText(origin, label.font, label.text);
        painter.setPen(QPen(halo, 2 * HaloPixels, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
        painter.setBrush(Qt::NoBrush);
        painter.drawPath(path);
        if (!asText)
            painter.fillPath(path, label.colour);
    } else {
        painter.setPen(halo);
        constexpr double Diagonal = HaloPixels * 0.7;
        for (const QPointF& offset :
             std::array<QPointF, 8>{QPointF(-HaloPixels, 0), QPointF(HaloPixels, 0), QPointF(0, -HaloPixels),
                                    QPointF(0, HaloPixels), QPointF(-Diagonal, -Diagonal), QPointF(Diagonal, -Diagonal),
                                    QPointF(-Diagonal, Diagonal), QPointF(Diagonal, Diagonal)})
            painter.drawText(origin + offset, label.text);
    }
    if (asText || label.angle == 0) {
        painter.setPen(label.colour);
        painter.drawText(origin, label.text);
    }
    painter.restore();
}

} // namespace gridwarden::gis
