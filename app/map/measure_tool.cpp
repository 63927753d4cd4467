// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/map/measure_tool.h"

#include "app/map/coordinate_text.h"
#include "app/map/map_widget.h"
#include "gis/crs/geodesic.h"

#include <QCoreApplication>
#include <QPolygonF>

namespace gridwarden::app {

namespace {

QString say(const char* text) { return QCoreApplication::translate("Measure", text); }

} // namespace

QString MeasureTool::hint() const {
    return say(QT_TRANSLATE_NOOP("Measure", "Click for each vertex; double click or Enter ends, Backspace takes the last one away."));
}

void MeasureTool::add(const MapPointer& pointer) {
    if (m_isEnded) {
        m_vertices.clear();
        m_isEnded = false;
    }
    if (const auto place = m_map.picture().toGeo(pointer.map))
        if (m_vertices.empty() || !(m_vertices.back() == *place))
            m_vertices.push_back(*place);
    m_pointer.reset();
    tell();
}

bool MeasureTool::press(const MapPointer& pointer) {
    if (pointer.button == Qt::LeftButton) {
        add(pointer);
        return true;
    }
    if (pointer.button == Qt::RightButton && !m_vertices.empty() && !m_isEnded) {
        m_isEnded = true;
        m_pointer.reset();
        tell();
        return true;
    }
    return false;
}

bool MeasureTool::move(const MapPointer& pointer) {
    if (m_vertices.empty() || m_isEnded)
        return false;
    m_pointer = m_map.picture().toGeo(pointer.map);
    tell();
    return true;
}

bool MeasureTool::doubleClick(const MapPointer&) {
    if (m_vertices.empty())
        return false;
    m_isEnded = true; // its first click has set the last vertex
    m_pointer.reset();
    tell();
    return true;
}

bool MeasureTool::key(QKeyEvent* event) {
    if (m_vertices.empty())
        return false;
    switch (event->key()) {
    case Qt::Key_Backspace:
    case Qt::Key_Delete:
        m_vertices.pop_back();
        m_isEnded = false;
        tell();
        return true;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        m_isEnded = true;
        m_pointer.reset();
        tell();
        return true;
    default:
        return false;
    }
}

bool MeasureTool::leaveSketch() {
    const bool was = !m_vertices.empty();
    m_vertices.clear();
    m_pointer.reset();
    m_isEnded = false;
    m_map.showReading({});
    m_map.update();
    return was;
}

void MeasureTool::tell() {
    std::vector<core::GeoPoint> line = m_vertices;
    if (m_pointer)
        line.push_back(*m_pointer);
    QString reading;
    if (m_kind == ToolKind::MeasureLength) {
        reading = say(QT_TRANSLATE_NOOP("Measure", "Total %1")).arg(lengthText(gis::lengthMetres(line)));
        if (line.size() > 2) {
            const auto last = std::span(line).last(2);
            reading = say(QT_TRANSLATE_NOOP("Measure", "Total %1 · last %2")).arg(lengthText(gis::lengthMetres(line)), lengthText(gis::lengthMetres(last)));
        }
    } else {
        std::vector<core::GeoPoint> ring = line;
        if (!ring.empty())
            ring.push_back(ring.front());
        reading = say(QT_TRANSLATE_NOOP("Measure", "Area %1 · perimeter %2"))
                      .arg(areaText(gis::areaSquareMetres(line)), lengthText(gis::lengthMetres(ring)));
    }
    m_map.showReading(line.size() < 2 ? QString() : reading);
    m_map.update();
}

void MeasureTool::paint(QPainter& painter) const {
    QPolygonF points;
    for (const core::GeoPoint vertex : m_vertices)
        if (const auto screen = m_map.screenAt(vertex))
            points << *screen;
    const qsizetype fixed = points.size();
    if (m_pointer)
        if (const auto screen = m_map.screenAt(*m_pointer))
            points << *screen;
    if (points.isEmpty())
        return;
    const QColor colour = m_map.palette().color(QPalette::Highlight);
    const QColor halo = m_map.picture().layers().theme().halo();
    if (m_kind == ToolKind::MeasureArea && points.size() > 2) {
        QColor fill = colour;
        fill.setAlpha(50);
        painter.setPen(Qt::NoPen);
        painter.setBrush(fill);
        painter.drawPolygon(points);
    }
    painter.setBrush(Qt::NoBrush);
    for (const QPen& pen : {QPen(halo, 5), QPen(colour, 2.5)}) {
        painter.setPen(pen);
        painter.drawPolyline(points);
        if (m_kind == ToolKind::MeasureArea && points.size() > 2)
            painter.drawLine(points.last(), points.first());
    }
    painter.setPen(QPen(colour, 2));
    painter.setBrush(halo);
    for (qsizetype i = 0; i < fixed; ++i)
        painter.drawEllipse(points[i], 3.5, 3.5);
}

} // namespace gridwarden::app
