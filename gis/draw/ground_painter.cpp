// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/draw/ground_painter.h"

#include "gis/draw/incident_painter.h"
#include "gis/draw/label_layout.h"

#include <QFontMetricsF>
#include <QtMath>
#include <algorithm>
#include <optional>

namespace gridwarden::gis {

namespace {

/// What cannot be read of it, if anything.
std::optional<core::Message> paintImage(QPainter& painter, const RasterLayer& layer, const LayerStyle& style,
                                        const MapView& view, const std::stop_token& stop) {
    const auto picture = layer.read(view, stop);
    if (!picture)
        return picture.error().code != core::ErrorCode::Cancelled ? std::optional(picture.error().what) : std::nullopt;
    if (picture->image.isNull())
        return std::nullopt;
    painter.save();
    painter.setOpacity(style.opacity);
    painter.setRenderHint(QPainter::SmoothPixmapTransform);
    painter.drawImage(picture->target, picture->image);
    painter.restore();
    return std::nullopt;
}

void paintTiles(QPainter& painter, const TileLayer& layer, const LayerStyle& style, const MapView& view, const std::stop_token& stop) {
    const TileLayer::Picture picture = layer.read(view, stop);
    if (picture.image.isNull())
        return;
    painter.save();
    painter.setOpacity(style.opacity);
    painter.drawImage(QRectF(QPointF(), QSizeF(view.size)), picture.image);
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
                 0,
                 {}});
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
    const QColor colour = lampColour(marker.lamp);
    const bool isFilled = marker.lamp == core::Lamp::Red; // late ones stand out on a photocopy as well
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

GroundPlan::GroundPlan(std::shared_ptr<const GroundContent> planned, const GroundPlan* former) : content(std::move(planned)) {
    const auto known = [&](const VectorLayer* layer, const LayerStyle& style) -> std::shared_ptr<const LayerLooks> {
        if (former != nullptr && former->content->theme.variant() == content->theme.variant())
            for (const auto& each : former->looks)
                if (each && &each->layer() == layer && each->style() == style)
                    return each;
        return nullptr;
    };
    for (const FrameLayer& each : content->layers) {
        const auto* shapes = std::get_if<std::shared_ptr<const VectorLayer>>(&each.layer);
        auto found = shapes != nullptr && each.isVisible ? known(shapes->get(), each.style) : nullptr;
        if (!found && shapes != nullptr && each.isVisible)
            found = std::make_shared<const LayerLooks>(*shapes, each.style, content->theme.background(), content->theme.text());
        looks.push_back(std::move(found));
    }
}

PlacedLabels placeLabels(const GroundPlan& plan, const MapView& view, const std::stop_token& stop) {
    PlacedLabels labels;
    LabelPlacer placer(QRectF(QPointF(), QSizeF(view.size)));
    const GroundContent& content = *plan.content;
    for (auto overlay = content.areas.rbegin(); overlay != content.areas.rend(); ++overlay)
        placeAreaLabels(*overlay, content, view, placer, labels.ofAreas);
    labels.ofLayers = placeLayerLabels(plan.looks, view, content.fontFamily, placer, stop);
    return labels;
}

std::shared_ptr<const GroundLabels> paintLabels(const GroundPlan& plan, const MapView& view, const std::stop_token& stop) {
    const PlacedLabels placed = placeLabels(plan, view, stop);
    auto labels = std::make_shared<GroundLabels>();
    labels->view = view;
    const auto paintAll = [&](const std::vector<PlacedLabel>& from, std::vector<LabelPicture>& to) {
        for (const PlacedLabel& label : from) {
            if (stop.stop_requested())
                return;
            // On whole device pixels, so that text is as sharp in its picture as on the screen.
            const QRectF bounds = boundsOf(label);
            const double ratio = view.pixelRatio;
            const QPoint corner(qFloor(bounds.left() * ratio), qFloor(bounds.top() * ratio));
            const QSize size(qCeil(bounds.right() * ratio) - corner.x(), qCeil(bounds.bottom() * ratio) - corner.y());
            QImage image(size, QImage::Format_ARGB32_Premultiplied);
            image.fill(Qt::transparent);
            QPainter painter(&image);
            painter.setRenderHint(QPainter::Antialiasing);
            painter.scale(ratio, ratio);
            painter.translate(-QPointF(corner) / ratio);
            drawLabel(painter, label, plan.content->theme.halo());
            painter.end();
            to.push_back({view.toMap(label.centre), QPointF(corner) / ratio - label.centre, std::move(image)});
        }
    };
    paintAll(placed.ofLayers, labels->ofLayers);
    paintAll(placed.ofAreas, labels->ofAreas);
    return labels;
}

void paintLayers(QPainter& painter, const GroundPlan& plan, const MapView& view, const std::stop_token& stop,
                 std::vector<LayerNote>& notes, const ShapePaper& paper) {
    for (std::size_t i = 0; i < plan.looks.size(); ++i) {
        const FrameLayer& each = plan.content->layers[i];
        if (!each.isVisible || stop.stop_requested() || !each.style.isShownAt(view.scaleDenominator()))
            continue;
        if (plan.looks[i])
            paintLayer(painter, *plan.looks[i], view, stop, paper);
        else if (const auto* tiles = std::get_if<std::shared_ptr<const TileLayer>>(&each.layer))
            paintTiles(painter, **tiles, each.style, view, stop);
        else if (auto fault = paintImage(painter, *std::get<std::shared_ptr<const RasterLayer>>(each.layer), each.style,
                                         view, stop))
            notes.push_back({i, std::move(*fault)});
    }
}

void paintAreas(QPainter& painter, const GroundContent& content, const MapView& view, const std::stop_token& stop, bool isPaper) {
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    const ScreenMapper mapper(view, 64, isPaper ? PaperGrid : 0);
    for (const AreaOverlay& overlay : content.areas) {
        const Look& usual = overlay.look.look;
        if (!overlay.isVisible || !usual.isShownAt(view.scaleDenominator()))
            continue;
        const ShapeStore& shapes = overlay.areas->shapes();
        for (const std::uint32_t shape : shapes.tree().find(view.visibleBox(32))) {
            if (stop.stop_requested())
                break;
            Look look = usual;
            if (overlay.shading && shape < overlay.shading->fills.size())
                look.fill = overlay.shading->fills[shape];
            paintShape(painter, shapes, shape, look, mapper, view.metresPerPixel());
        }
    }
    painter.restore();
}

QImage paintBase(const GroundPlan& plan, const MapView& view, const std::stop_token& stop,
                 std::vector<LayerNote>& notes) {
    QImage picture(view.deviceSize(), QImage::Format_RGB32);
    picture.setDevicePixelRatio(view.pixelRatio);
    picture.fill(plan.content->theme.background());
    QPainter painter(&picture);
    paintLayers(painter, plan, view, stop, notes);
    painter.end();
    return stop.stop_requested() ? QImage() : picture;
}

QImage paintAreaPicture(const GroundContent& content, const MapView& view, const std::stop_token& stop) {
    const bool isAnySeen = std::any_of(content.areas.begin(), content.areas.end(), [&view](const AreaOverlay& overlay) {
        return overlay.isVisible && overlay.look.look.isShownAt(view.scaleDenominator()) &&
               !overlay.areas->shapes().tree().find(view.visibleBox(32)).empty();
    });
    if (!isAnySeen)
        return {};
    QImage picture(view.deviceSize(), QImage::Format_ARGB32_Premultiplied);
    picture.setDevicePixelRatio(view.pixelRatio);
    picture.fill(Qt::transparent);
    QPainter painter(&picture);
    paintAreas(painter, content, view, stop);
    painter.end();
    return stop.stop_requested() ? QImage() : picture;
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
        drawIncidentSymbol(painter, view.toScreen(each.place), size, content.symbols->of(each.look));
    for (const NumberedMarker& marker : content.markers)
        paintMarker(painter, marker, view.toScreen(marker.place), content.ground->fontFamily);
    painter.restore();
}

} // namespace gridwarden::gis
