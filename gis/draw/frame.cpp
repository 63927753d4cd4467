// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/draw/frame.h"

#include "gis/draw/ground_painter.h"
#include "gis/draw/incident_clusters.h"
#include "gis/draw/incident_heat.h"
#include "gis/draw/incident_painter.h"

#include <QtMath>
#include <algorithm>
#include <cmath>

namespace gridwarden::gis {

namespace {

/// The device pixel of an edge: all that share the edge agree on it, so that neighbouring tiles leave no gap.
int edge(double screen, double ratio) {
    constexpr double NotHalf = 0.4999; // positions with half pixels are common and would round by the noise of their last digit
    return qFloor(screen * ratio + NotHalf);
}

void drawTile(QPainter& painter, const QImage& picture, const Box& box, const MapView& view) {
    if (picture.isNull())
        return;
    const QPointF upper = view.toScreen({box.minX, box.maxY});
    const QPointF lower = view.toScreen({box.maxX, box.minY});
    const double ratio = view.pixelRatio;
    const QPoint corner(edge(upper.x(), ratio), edge(upper.y(), ratio));
    const QSize size(edge(lower.x(), ratio) - corner.x(), edge(lower.y(), ratio) - corner.y());
    const auto isAlike = [](int a, int b) { return std::abs(a - b) <= 1; };
    if (isAlike(size.width(), picture.width()) && isAlike(size.height(), picture.height()))
        painter.drawImage(QPointF(corner) / ratio, picture);
    else
        painter.drawImage(QRectF(QPointF(corner) / ratio, QSizeF(size) / ratio), picture, QRectF(picture.rect()));
}

void drawTiles(QPainter& painter, const std::vector<GroundTile>& tiles, const MapView& view) {
    painter.setRenderHint(QPainter::SmoothPixmapTransform);
    const Box seen = view.visibleBox();
    for (const GroundTile& tile : tiles)
        if (tile.box.intersects(seen)) {
            drawTile(painter, tile.base, tile.box, view);
            drawTile(painter, tile.areas, tile.box, view);
        }
}

/// Where their anchors are now; not scaled, so that they stay readable until others are placed.
void drawLabels(QPainter& painter, const std::vector<LabelPicture>& labels, const MapView& placedFor, const MapView& view) {
    constexpr double MostCrowded = 0.5; // of the scale they were placed for
    if (placedFor.unitsPerPixel < MostCrowded * view.unitsPerPixel || placedFor.pixelRatio != view.pixelRatio)
        return;
    const QRect window(QPoint(), view.deviceSize());
    for (const LabelPicture& label : labels) {
        const QPointF corner = (view.toScreen(label.anchor) + label.corner) * view.pixelRatio;
        const QPoint pixel(edge(corner.x(), 1), edge(corner.y(), 1));
        if (window.intersects(QRect(pixel, label.image.size())))
            painter.drawImage(QRectF(QPointF(pixel) / view.pixelRatio, QSizeF(label.image.size()) / view.pixelRatio), label.image);
    }
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
        paintClusters(painter, clusterCircles(*content.incidents, content.incidentStyle, view), *content.symbols, view.pixelRatio,
                      content.ground ? content.ground->fontFamily : QString());
}

} // namespace

Ground renderGround(std::shared_ptr<const GroundContent> content, const MapView& view, std::stop_token stop) {
    Ground ground{std::move(content), view, {}, nullptr, {}, false};
    const GroundPlan plan(ground.content);
    GroundTile tile{view.visibleBox(), paintBase(plan, view, stop, ground.notes), paintAreaPicture(*ground.content, view, stop)};
    auto labels = paintLabels(plan, view, stop);
    if (stop.stop_requested())
        return ground;
    ground.tiles.push_back(std::move(tile));
    ground.labels = std::move(labels);
    ground.isComplete = true;
    return ground;
}

void composeFrame(QImage& target, const Ground* ground, const FrameContent& content, const MapView& view) {
    if (target.size() != view.deviceSize() || target.format() != QImage::Format_RGB32)
        target = QImage(view.deviceSize(), QImage::Format_RGB32);
    target.setDevicePixelRatio(view.pixelRatio);
    if (ground == nullptr || !ground->isComplete || ground->view != view)
        target.fill(content.ground ? content.ground->theme.background() : QColor(Qt::white));
    if (ground != nullptr) {
        QPainter painter(&target);
        drawTiles(painter, ground->tiles, view);
        if (ground->labels)
            drawLabels(painter, ground->labels->ofLayers, ground->labels->view, view);
    }
    if (draws(content, IncidentDrawing::Symbols))
        paintIncidents(target, *content.incidents, *content.symbols, view);
    QPainter painter(&target);
    paintHeatOf(painter, content, view);
    if (ground != nullptr && ground->labels)
        drawLabels(painter, ground->labels->ofAreas, ground->labels->view, view);
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

std::vector<LayerNote> paint(QPainter& painter, const FrameContent& content, const MapView& view,
                             const PaintOptions& options) {
    const GroundContent& ground = *content.ground;
    MapView forSymbols = view; // many of them become a picture, which is large when it is fine
    forSymbols.pixelRatio = std::min(view.pixelRatio, ShapePaper::PictureRatio);
    const QRectF window(QPointF(), QSizeF(view.size));
    painter.save();
    painter.setClipRect(window, Qt::IntersectClip);
    painter.fillRect(window, ground.theme.background());
    const GroundPlan plan(content.ground);
    const PlacedLabels labels = placeLabels(plan, view, options.stop);
    const auto write = [&](const std::vector<PlacedLabel>& all) {
        painter.setRenderHint(QPainter::Antialiasing);
        for (const PlacedLabel& label : all)
            drawLabelAsText(painter, label, ground.theme.halo());
    };
    std::vector<LayerNote> notes;
    paintLayers(painter, plan, view, options.stop, notes, {true, options.maxVectorSymbols});
    paintAreas(painter, ground, view, options.stop, true);
    write(labels.ofLayers);
    if (draws(content, IncidentDrawing::Symbols))
        paintIncidents(painter, *content.incidents, *content.symbols, forSymbols, options.maxVectorSymbols);
    paintHeatOf(painter, content, view);
    write(labels.ofAreas);
    paintClustersOf(painter, content, view);
    paintFront(painter, content, view);
    painter.restore();
    return notes;
}

} // namespace gridwarden::gis
