// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/draw/ground_painter.h"

#include "gis/draw/incident_painter.h"
#include "gis/draw/shape_painter.h"

#include <QFontMetricsF>
#include <algorithm>
#include <iterator>

namespace gridwarden::gis {

namespace {

void paintImage(QPainter& painter, const RasterLayer& layer, const LayerStyle& style, const MapView& view,
                const std::stop_token& stop, std::vector<core::Message>& notes) {
    const auto picture = layer.read(view, stop);
    if (!picture) {
        if (picture.error().code != core::ErrorCode::Cancelled)
            notes.push_back(picture.error().what);
        return;
    }
    if (picture->image.isNull())
        return;
    painter.save();
    painter.setOpacity(style.opacity);
    painter.setRenderHint(QPainter::SmoothPixmapTransform);
    painter.drawImage(picture->target, picture->image);
    painter.restore();
}

/// The lines of an area's label: its code, and its name where there is room and both differ.
QStringList linesOf(const AreaLayer::Item& item, const AreaLook& look, double height, double lineHeight) {
    const QString code = QString::fromStdString(item.code);
    const QString name = QString::fromStdString(item.name);
    if (name.isEmpty() || code.isEmpty() || code == name)
        return {code.isEmpty() ? name : code};
    if (!look.labelCode)
        return {name};
    return height > 3.2 * lineHeight ? QStringList{code, name} : QStringList{code};
}

void placeAreaLabels(const AreaOverlay& overlay, const GroundContent& content, const MapView& view, LabelPlacer& placer,
                     std::vector<PlacedLabel>& placed) {
    const Look& look = overlay.look.look;
    const double denominator = view.scaleDenominator();
    if (!overlay.isVisible || !look.isShownAt(denominator) || !look.isLabelledAt(denominator))
        return;
    const ShapeStore& shapes = overlay.areas->shapes();
    const ScreenMapper mapper(view, 0);
    std::vector<std::uint32_t> visible = shapes.tree().find(view.visibleBox());
    std::stable_sort(visible.begin(), visible.end(), [&shapes](std::uint32_t a, std::uint32_t b) {
        return shapes.box(a).width() * shapes.box(a).height() > shapes.box(b).width() * shapes.box(b).height();
    });
    const QFont codeFont = mapFont(content.fontFamily, look.labelSize, true);
    const QFont nameFont = mapFont(content.fontFamily, look.labelSize * 0.85);
    for (const std::uint32_t shape : visible) {
        const AreaLayer::Item& item = overlay.areas->item(shape);
        const double roomAcross = mapper.pixels(shapes.box(shape).width());
        const double roomDown = mapper.pixels(shapes.box(shape).height());
        const double lineHeight = QFontMetricsF(codeFont).height();
        QStringList lines = linesOf(item, overlay.look, roomDown, lineHeight);
        if (lines.size() == 2 && QFontMetricsF(nameFont).horizontalAdvance(lines[1]) > 0.85 * roomAcross)
            lines.removeLast();
        const auto fontOf = [&](qsizetype line) -> const QFont& { return line == 0 ? codeFont : nameFont; };
        double width = 0;
        for (qsizetype i = 0; i < lines.size(); ++i)
            width = std::max(width, QFontMetricsF(fontOf(i)).horizontalAdvance(lines[i]));
        const bool isLine = shapes.kind(shape) == ShapeKind::Line;
        if (lines.front().isEmpty() || (!isLine && (width > 0.9 * roomAcross || lineHeight > 0.9 * roomDown)))
            continue;
        const double height = lineHeight * static_cast<double>(lines.size());
        const QPointF centre = mapper.map(item.labelPlace);
        constexpr double RepeatedCode = 40;
        if (!placer.place(QRectF(centre.x() - width / 2 - 2, centre.y() - height / 2, width + 4, height), lines.front(),
                          RepeatedCode))
            continue;
        for (qsizetype i = 0; i < lines.size(); ++i)
            placed.push_back(
                {lines[i], fontOf(i), look.label,
                 centre + QPointF(0, (static_cast<double>(i) - static_cast<double>(lines.size() - 1) / 2) * lineHeight),
                 0});
    }
}

void paintSelectedAreas(QPainter& painter, const FrameContent& content, const MapView& view, const QColor& highlight) {
    Look halo;
    halo.line = QColor(255, 255, 255, 230);
    halo.width = 6;
    Look edge;
    edge.line = highlight;
    edge.width = 2.6;
    edge.fill = highlight;
    edge.fill.setAlpha(38);
    const ScreenMapper mapper(view);
    for (const AreaOverlay& overlay : content.ground->areas)
        for (const core::AreaId id : content.selectedAreas)
            if (const auto shape = overlay.areas->shapeOf(id))
                for (const Look* look : {&halo, &edge})
                    paintShape(painter, overlay.areas->shapes(), *shape, *look, mapper, view.metresPerPixel());
}

void paintMarker(QPainter& painter, const NumberedMarker& marker, QPointF centre, const QString& fontFamily) {
    const QFont font = mapFont(fontFamily, 0.92, true);
    const double height = 20;
    const double width = std::max(height, QFontMetricsF(font).horizontalAdvance(marker.text) + 10);
    const QRectF box(centre.x() - width / 2, centre.y() - height / 2, width, height);
    const QColor colour = lampColour(marker.look.lamp);
    const bool isFilled = marker.look.lamp == core::Lamp::Red; // late ones stand out on a photocopy as well
    painter.setPen(QPen(Qt::white, 4));
    painter.setBrush(Qt::white);
    painter.drawRoundedRect(box, height / 2, height / 2);
    painter.setPen(QPen(colour, 2));
    painter.setBrush(isFilled ? colour : QColor(Qt::white));
    painter.drawRoundedRect(box, height / 2, height / 2);
    painter.setPen(isFilled ? Qt::white : Qt::black);
    painter.setFont(font);
    painter.drawText(box, Qt::AlignCenter, marker.text);
}

} // namespace

GroundLabels placeLabels(const GroundContent& content, const MapView& view, const std::stop_token& stop) {
    GroundLabels labels;
    LabelPlacer placer(QRectF(QPointF(), QSizeF(view.size)));
    for (auto overlay = content.areas.rbegin(); overlay != content.areas.rend(); ++overlay)
        placeAreaLabels(*overlay, content, view, placer, labels.ofAreas);
    for (auto each = content.layers.rbegin(); each != content.layers.rend() && !stop.stop_requested(); ++each) {
        const auto* shapes = std::get_if<std::shared_ptr<const VectorLayer>>(&each->layer);
        if (!each->isVisible || shapes == nullptr || !each->style.isShownAt(view.scaleDenominator()))
            continue;
        std::vector<PlacedLabel> more = placeLayerLabels(**shapes, each->style, view, content.fontFamily, placer, stop);
        std::move(more.begin(), more.end(), std::back_inserter(labels.ofLayers));
    }
    return labels;
}

void paintLayers(QPainter& painter, const GroundContent& content, const MapView& view, const std::stop_token& stop,
                 std::vector<core::Message>& notes) {
    for (const FrameLayer& each : content.layers) {
        if (!each.isVisible || stop.stop_requested() || !each.style.isShownAt(view.scaleDenominator()))
            continue;
        if (const auto* shapes = std::get_if<std::shared_ptr<const VectorLayer>>(&each.layer))
            paintLayer(painter, **shapes, each.style, view, stop);
        else
            paintImage(painter, *std::get<std::shared_ptr<const RasterLayer>>(each.layer), each.style, view, stop,
                       notes);
    }
}

void paintAreas(QPainter& painter, const GroundContent& content, const MapView& view, const std::stop_token& stop) {
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    const ScreenMapper mapper(view);
    for (const AreaOverlay& overlay : content.areas) {
        const Look& usual = overlay.look.look;
        if (!overlay.isVisible || !usual.isShownAt(view.scaleDenominator()))
            continue;
        const ShapeStore& shapes = overlay.areas->shapes();
        for (const std::uint32_t shape : shapes.tree().find(view.visibleBox(32))) {
            if (stop.stop_requested())
                break;
            Look look = usual;
            if (overlay.fills && shape < overlay.fills->size() && (*overlay.fills)[shape].isValid())
                look.fill = (*overlay.fills)[shape];
            paintShape(painter, shapes, shape, look, mapper, view.metresPerPixel());
        }
    }
    painter.restore();
}

void paintFront(QPainter& painter, const FrameContent& content, const MapView& view) {
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    const QColor highlight = content.highlight.isValid() ? content.highlight : content.ground->theme.highlight();
    paintSelectedAreas(painter, content, view, highlight);
    const double size = std::max(13.0, content.incidents ? symbolSize(*content.incidents, view) : 0.0);
    for (const MarkedIncident& each : content.selectedIncidents)
        drawSelectionHalo(painter, view.toScreen(each.place), size, highlight);
    for (const MarkedIncident& each : content.selectedIncidents)
        drawIncidentSymbol(painter, view.toScreen(each.place), size, each.look);
    for (const NumberedMarker& marker : content.markers)
        paintMarker(painter, marker, view.toScreen(marker.place), content.ground->fontFamily);
    painter.restore();
}

} // namespace gridwarden::gis
