// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/draw/symbol.h"

#include <QPen>
#include <QPolygonF>
#include <algorithm>
#include <cmath>

namespace gridwarden::gis {

namespace {

constexpr double RingFrom = 11;   // a smaller symbol has no room for the ring of its category
constexpr double OutlineFrom = 9; // nor for an outline, which would drown a crowd in white

QPen pen(QColor colour, double width) {
    return {colour, width, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin};
}

void drawDisc(QPainter& painter, QPointF centre, double radius, double line, QColor colour) {
    painter.setPen(pen(Qt::white, line));
    painter.setBrush(colour);
    painter.drawEllipse(centre, radius, radius);
}

void drawHalfDisc(QPainter& painter, QPointF centre, double radius, double line, QColor colour) {
    drawDisc(painter, centre, radius, line, Qt::white);
    const double inner = radius - line;
    const QRectF box(centre.x() - inner, centre.y() - inner, 2 * inner, 2 * inner);
    painter.setPen(Qt::NoPen);
    painter.setBrush(colour);
    painter.drawPie(box, 90 * 16, 180 * 16);
    painter.setBrush(Qt::NoBrush);
    painter.setPen(pen(colour, std::max(0.9, line * 1.4)));
    painter.drawEllipse(centre, inner, inner);
}

void drawTriangle(QPainter& painter, QPointF centre, double radius, double line, QColor colour) {
    const double r = radius * 1.18; // a triangle of the disc's radius looks smaller than the disc
    const QPointF base = centre + QPointF(0, radius * 0.22);
    painter.setPen(pen(Qt::white, line));
    painter.setBrush(colour);
    painter.drawPolygon(
        QPolygonF({base + QPointF(0, -r), base + QPointF(r * 0.94, r * 0.62), base + QPointF(-r * 0.94, r * 0.62)}));
}

void drawTick(QPainter& painter, QPointF centre, double radius, QColor colour) {
    const double r = radius * 0.72;
    const QPolygonF tick(
        {centre + QPointF(-r, 0), centre + QPointF(-r * 0.25, r * 0.75), centre + QPointF(r, -r * 0.7)});
    painter.setBrush(Qt::NoBrush);
    painter.setPen(pen(QColor(255, 255, 255, 210), radius * 0.75));
    painter.drawPolyline(tick);
    painter.setPen(pen(colour, radius * 0.38));
    painter.drawPolyline(tick);
}

} // namespace

int urgency(core::Lamp lamp) {
    switch (lamp) {
    case core::Lamp::Red:
        return 4;
    case core::Lamp::Yellow:
        return 3;
    case core::Lamp::Green:
        return 2;
    case core::Lamp::None:
        return 1;
    case core::Lamp::Grey:
        return 0;
    }
    return 0;
}

QColor lampColour(core::Lamp lamp) {
    switch (lamp) {
    case core::Lamp::Red:
        return {0xB3, 0x26, 0x1E};
    case core::Lamp::Yellow:
        return {0xC7, 0x77, 0x00};
    case core::Lamp::Green:
        return {0x2F, 0x7D, 0x4F};
    case core::Lamp::None:
        return {0x4A, 0x5A, 0x6A};
    case core::Lamp::Grey:
        break;
    }
    return {0x80, 0x80, 0x80};
}

const std::array<QColor, 8>& categoryHues() {
    static const std::array<QColor, 8> hues = {QColor(),
                                               QColor(0xE6, 0x9F, 0x00),
                                               QColor(0x56, 0xB4, 0xE9),
                                               QColor(0x00, 0x9E, 0x73),
                                               QColor(0xF0, 0xE4, 0x42),
                                               QColor(0x00, 0x72, 0xB2),
                                               QColor(0xD5, 0x5E, 0x00),
                                               QColor(0xCC, 0x79, 0xA7)};
    return hues;
}

void drawLampSymbol(QPainter& painter, QPointF centre, double size, core::Lamp lamp, QColor hue) {
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    const double line = size < OutlineFrom ? 0.35 : size / 11;
    double radius = size / 2 - line / 2;
    const QColor colour = lampColour(lamp);
    if (hue.isValid() && size >= RingFrom && lamp != core::Lamp::Grey) {
        painter.setBrush(Qt::white);
        painter.setPen(pen(hue, line * 1.5));
        painter.drawEllipse(centre, radius - line / 4, radius - line / 4);
        radius *= 0.68;
    }
    switch (lamp) {
    case core::Lamp::Red:
        drawTriangle(painter, centre, radius, line, colour);
        break;
    case core::Lamp::Yellow:
        drawHalfDisc(painter, centre, radius, line, colour);
        break;
    case core::Lamp::Green:
        drawDisc(painter, centre, radius, line, colour);
        break;
    case core::Lamp::None:
        drawDisc(painter, centre, radius, line, Qt::white);
        painter.setBrush(Qt::NoBrush);
        painter.setPen(pen(colour, std::max(0.9, line * 1.4)));
        painter.drawEllipse(centre, radius - line, radius - line);
        break;
    case core::Lamp::Grey:
        if (size <
            OutlineFrom) { // too small for a tick: a dot, square and solid since a crowd has hundreds of thousands
            const double side = std::round(size * 0.4);
            painter.setRenderHint(QPainter::Antialiasing, false);
            painter.fillRect(QRectF(centre.x() - side / 2, centre.y() - side / 2, side, side), colour.lighter(120));
        } else {
            drawTick(painter, centre, radius * 0.75, colour);
        }
        break;
    }
    painter.restore();
}

void drawSelectionHalo(QPainter& painter, QPointF centre, double size, QColor highlight) {
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    const double radius = size / 2 + 3;
    painter.setBrush(Qt::white);
    painter.setPen(pen(Qt::white, 5));
    painter.drawEllipse(centre, radius, radius);
    painter.setPen(pen(highlight, 2.5));
    painter.drawEllipse(centre, radius, radius);
    painter.restore();
}

QImage lampSymbolImage(double size, double pixelRatio, core::Lamp lamp, QColor hue) {
    constexpr double Margin = 1; // a triangle is a little larger than its disc
    const int side = static_cast<int>(std::ceil((size + 2 * Margin) * pixelRatio));
    QImage image(side, side, QImage::Format_ARGB32_Premultiplied);
    image.setDevicePixelRatio(pixelRatio);
    image.fill(Qt::transparent);
    QPainter painter(&image);
    const double middle = side / pixelRatio / 2;
    drawLampSymbol(painter, {middle, middle}, size, lamp, hue);
    return image;
}

} // namespace gridwarden::gis
