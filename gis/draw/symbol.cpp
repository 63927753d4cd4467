// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/draw/symbol.h"

#include <QPen>
#include <QPolygonF>
#include <algorithm>
#include <cmath>
#include <utility>

namespace gridwarden::gis {

namespace {

constexpr double OutlineFrom = 9; // a smaller symbol has no room for an outline, which would drown a crowd in white

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

void drawPolygon(QPainter& painter, const QPolygonF& outline, double line, QColor colour) {
    painter.setPen(pen(Qt::white, line));
    painter.setBrush(colour);
    painter.drawPolygon(outline);
}

void drawSquare(QPainter& painter, QPointF centre, double radius, double line, QColor colour) {
    const double r = radius * 0.86;
    drawPolygon(painter, QPolygonF(QRectF(centre.x() - r, centre.y() - r, 2 * r, 2 * r)), line, colour);
}

void drawDiamond(QPainter& painter, QPointF centre, double radius, double line, QColor colour) {
    const double r = radius * 1.14;
    drawPolygon(painter, QPolygonF({centre + QPointF(0, -r), centre + QPointF(r, 0), centre + QPointF(0, r), centre + QPointF(-r, 0)}), line, colour);
}

void drawCross(QPainter& painter, QPointF centre, double radius, double line, QColor colour) {
    const double r = radius * 0.74;
    painter.setBrush(Qt::NoBrush);
    for (const QPen& each : {pen(Qt::white, radius * 0.5 + 2 * line), pen(colour, radius * 0.5)}) {
        painter.setPen(each);
        painter.drawLine(centre + QPointF(-r, -r), centre + QPointF(r, r));
        painter.drawLine(centre + QPointF(-r, r), centre + QPointF(r, -r));
    }
}

void drawRing(QPainter& painter, QPointF centre, double radius, double line, QColor colour) {
    drawDisc(painter, centre, radius, line, Qt::white);
    painter.setBrush(Qt::NoBrush);
    painter.setPen(pen(colour, std::max(0.9, line * 1.4)));
    painter.drawEllipse(centre, radius - line, radius - line);
}

void drawTick(QPainter& painter, QPointF centre, double size, double radius, QColor colour) {
    if (size < OutlineFrom) { // too small for a tick: a dot, square and solid since a crowd has hundreds of thousands
        const double side = std::round(size * 0.4);
        painter.setRenderHint(QPainter::Antialiasing, false);
        painter.fillRect(QRectF(centre.x() - side / 2, centre.y() - side / 2, side, side), colour.lighter(120));
        return;
    }
    const double r = radius * 0.54;
    const QPolygonF tick(
        {centre + QPointF(-r, 0), centre + QPointF(-r * 0.25, r * 0.75), centre + QPointF(r, -r * 0.7)});
    painter.setBrush(Qt::NoBrush);
    painter.setPen(pen(QColor(255, 255, 255, 210), radius * 0.5625));
    painter.drawPolyline(tick);
    painter.setPen(pen(colour, radius * 0.285));
    painter.drawPolyline(tick);
}

constexpr std::array<std::pair<SymbolShape, std::string_view>, AllSymbolShapes.size()> ShapeKeys = {
    {{SymbolShape::Disc, "disc"}, {SymbolShape::HalfDisc, "half"}, {SymbolShape::Triangle, "triangle"}, {SymbolShape::Ring, "ring"},
     {SymbolShape::Tick, "tick"}, {SymbolShape::Square, "square"}, {SymbolShape::Diamond, "diamond"}, {SymbolShape::Cross, "cross"}}};

} // namespace

std::string_view symbolShapeKey(SymbolShape shape) {
    return std::find_if(ShapeKeys.begin(), ShapeKeys.end(), [shape](const auto& each) { return each.first == shape; })->second;
}

std::optional<SymbolShape> symbolShapeFromKey(std::string_view key) {
    const auto found = std::find_if(ShapeKeys.begin(), ShapeKeys.end(), [key](const auto& each) { return each.second == key; });
    return found == ShapeKeys.end() ? std::nullopt : std::optional(found->first);
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

IncidentSymbol lampSymbol(core::Lamp lamp, QColor ring) {
    constexpr std::array shapes = {SymbolShape::Ring, SymbolShape::Disc, SymbolShape::HalfDisc, SymbolShape::Triangle, SymbolShape::Tick};
    return {shapes[static_cast<std::size_t>(lamp)], lampColour(lamp), lamp == core::Lamp::Grey ? QColor() : ring};
}

void drawIncidentSymbol(QPainter& painter, QPointF centre, double size, const IncidentSymbol& symbol) {
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    const double line = size < OutlineFrom ? 0.35 : size / 11;
    double radius = size / 2 - line / 2;
    if (symbol.ring.isValid() && size >= RingFrom) {
        painter.setBrush(Qt::white);
        painter.setPen(pen(symbol.ring, line * 1.5));
        painter.drawEllipse(centre, radius - line / 4, radius - line / 4);
        radius *= 0.68;
    }
    switch (symbol.shape) {
    case SymbolShape::Disc:
        drawDisc(painter, centre, radius, line, symbol.colour);
        break;
    case SymbolShape::HalfDisc:
        drawHalfDisc(painter, centre, radius, line, symbol.colour);
        break;
    case SymbolShape::Triangle:
        drawTriangle(painter, centre, radius, line, symbol.colour);
        break;
    case SymbolShape::Ring:
        drawRing(painter, centre, radius, line, symbol.colour);
        break;
    case SymbolShape::Tick:
        drawTick(painter, centre, size, radius, symbol.colour);
        break;
    case SymbolShape::Square:
        drawSquare(painter, centre, radius, line, symbol.colour);
        break;
    case SymbolShape::Diamond:
        drawDiamond(painter, centre, radius, line, symbol.colour);
        break;
    case SymbolShape::Cross:
        drawCross(painter, centre, radius, line, symbol.colour);
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

QImage symbolImage(double size, double pixelRatio, const IncidentSymbol& symbol) {
    constexpr double Margin = 1; // triangles and diamonds are a little larger than their discs
    const int side = static_cast<int>(std::ceil((size + 2 * Margin) * pixelRatio));
    QImage image(side, side, QImage::Format_ARGB32_Premultiplied);
    image.setDevicePixelRatio(pixelRatio);
    image.fill(Qt::transparent);
    QPainter painter(&image);
    const double middle = side / pixelRatio / 2;
    drawIncidentSymbol(painter, {middle, middle}, size, symbol);
    return image;
}

} // namespace gridwarden::gis
