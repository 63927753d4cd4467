// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/draw/frame.h"

#include "gis/draw/ground_painter.h"
#include "gis/draw/incident_clusters.h"
#include "gis/draw/incident_heat.h"
#include "gis/draw/incident_painter.h"

namespace gridwarden::gis {

namespace {

QImage newPicture(const MapView& view, QImage::Format format, const QColor& colour) {
    QImage picture(view.deviceSize(), format);
    picture.setDevicePixelRatio(view.pixelRatio);
    picture.fill(colour);
    return picture;
}

/// Where a picture of `painted` belongs in `view`.
QRectF placeOf(const MapView& painted, const MapView& view) {
    const Box box = painted.visibleBox();
    return {view.toScreen({box.minX, box.maxY}), view.toScreen({box.maxX, box.minY})};
}

void drawMoved(QPainter& painter, const QImage& picture, const MapView& painted, const MapView& view) {
    if (picture.isNull())
        return;
    const QRectF target = placeOf(painted, view);
    if (painted.unitsPerPixel == view.unitsPerPixel && painted.pixelRatio == view.pixelRatio) {
        // Whole device pixels: a picture between two pixels would be blurred.
        const QPointF corner = target.topLeft() * view.pixelRatio;
        painter.drawImage(QPointF(QPointF(qRound(corner.x()), qRound(corner.y())) / view.pixelRatio), picture);
        return;
    }
    painter.setRenderHint(QPainter::SmoothPixmapTransform);
    painter.drawImage(target, picture, QRectF(picture.rect()));
}

void drawLabels(QPainter& painter, const std::vector<PlacedLabel>& labels, const MapTheme& theme, bool asText) {
    painter.setRenderHint(QPainter::Antialiasing);
    for (const PlacedLabel& label : labels)
        drawLabel(painter, label, theme.halo(), asText);
}

bool draws(const FrameContent& content, IncidentDrawing drawing) {
    return content.incidents && content.incidentStyle.drawing == drawing;
}

void paintHeatOf(QPainter& painter, const FrameContent& content, const MapView& view) {
    if (draws(content, IncidentDrawing::Heat))
        paintHeat(painter, *content.incidents, view, content.incidentStyle.heatRadius);
}

/// Above the names of areas, since numbers below them could not be read.
void paintClustersOf(QPainter& painter, const FrameContent& content, const MapView& view) {
    if (draws(content, IncidentDrawing::Clusters))
        paintClusters(painter, clusterCircles(*content.incidents, content.incidentStyle, view), view.pixelRatio,
                      content.ground ? content.ground->fontFamily : QString());
}

} // namespace

Ground renderGround(std::shared_ptr<const GroundContent> content, const MapView& view, std::stop_token stop) {
    Ground ground{std::move(content), view, {}, {}, {}};
    const MapTheme& theme = ground.content->theme;
    const GroundLabels labels = placeLabels(*ground.content, view, stop);
    QImage picture = newPicture(view, QImage::Format_RGB32, theme.background());
    {
        QPainter painter(&picture);
        paintLayers(painter, *ground.content, view, stop, ground.notes);
        drawLabels(painter, labels.ofLayers, theme, false);
        paintAreas(painter, *ground.content, view, stop);
    }
    QImage ofAreas = newPicture(view, QImage::Format_ARGB32_Premultiplied, Qt::transparent);
    {
        QPainter painter(&ofAreas);
        drawLabels(painter, labels.ofAreas, theme, false);
    }
    if (!stop.stop_requested()) {
        ground.picture = std::move(picture);
        ground.labels = std::move(ofAreas);
    }
    return ground;
}

void composeFrame(QImage& target, const Ground* ground, const FrameContent& content, const MapView& view) {
    if (target.size() != view.deviceSize() || target.format() != QImage::Format_RGB32)
        target = QImage(view.deviceSize(), QImage::Format_RGB32);
    target.setDevicePixelRatio(view.pixelRatio);
    target.fill(content.ground ? content.ground->theme.background() : QColor(Qt::white));
    if (ground != nullptr) {
        QPainter painter(&target);
        drawMoved(painter, ground->picture, ground->view, view);
    }
    if (draws(content, IncidentDrawing::Symbols))
        paintIncidents(target, *content.incidents, view);
    QPainter painter(&target);
    paintHeatOf(painter, content, view);
    if (ground != nullptr)
        drawMoved(painter, ground->labels, ground->view, view);
    paintClustersOf(painter, content, view);
    if (content.ground)
        paintFront(painter, content, view);
}

QImage render(const FrameContent& content, const MapView& view, std::stop_token stop) {
    const Ground ground = renderGround(content.ground, view, stop);
    QImage picture;
    composeFrame(picture, &ground, content, view);
    return picture;
}

void paint(QPainter& painter, const FrameContent& content, const MapView& view, const PaintOptions& options) {
    const GroundContent& ground = *content.ground;
    const QRectF window(QPointF(), QSizeF(view.size));
    painter.save();
    painter.setClipRect(window, Qt::IntersectClip);
    painter.fillRect(window, ground.theme.background());
    const GroundLabels labels = placeLabels(ground, view, options.stop);
    std::vector<core::Message> notes;
    paintLayers(painter, ground, view, options.stop, notes);
    drawLabels(painter, labels.ofLayers, ground.theme, true);
    paintAreas(painter, ground, view, options.stop);
    if (draws(content, IncidentDrawing::Symbols))
        paintIncidents(painter, *content.incidents, view, options.maxVectorSymbols);
    paintHeatOf(painter, content, view);
    drawLabels(painter, labels.ofAreas, ground.theme, true);
    paintClustersOf(painter, content, view);
    paintFront(painter, content, view);
    painter.restore();
}

} // namespace gridwarden::gis
