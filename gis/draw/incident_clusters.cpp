// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/draw/incident_clusters.h"

#include "gis/draw/label.h"

#include <QFontMetricsF>
#include <algorithm>
#include <cmath>
#include <map>
#include <utility>

namespace gridwarden::gis {

namespace {

constexpr double SingleSize = 13; // diameter of the symbol of one incident
constexpr double NumberSize = 0.9; // times the map's text size

double radiusOf(std::uint32_t count, double largest) {
    if (count == 1)
        return SingleSize / 2;
    return std::min(largest, 11 + 3.4 * std::log10(static_cast<double>(count)));
}

void drawDisc(QPainter& painter, QPointF centre, double radius) {
    constexpr double Line = 1.5;
    painter.setPen(QPen(Qt::white, Line));
    painter.setBrush(QColor(0x1F, 0x4E, 0x79, 235));
    painter.drawEllipse(centre, radius - Line / 2, radius - Line / 2);
}

void drawNumber(QPainter& painter, QPointF centre, double radius, const QString& number, const QFont& font) {
    QFont fitted = font;
    const double room = 2 * radius - 7;
    if (const double width = QFontMetricsF(font).horizontalAdvance(number); width > room)
        fitted.setPixelSize(std::max(7, static_cast<int>(font.pixelSize() * room / width)));
    painter.setFont(fitted);
    painter.setPen(Qt::white);
    painter.drawText(QRectF(centre.x() - radius, centre.y() - radius, 2 * radius, 2 * radius), Qt::AlignCenter | Qt::TextDontClip, number);
}

/// Discs of radii half a pixel apart, made when they are needed.
class Discs {
public:
    explicit Discs(double pixelRatio) : m_pixelRatio(pixelRatio) {}
    const QImage& of(double radius) {
        const int halves = static_cast<int>(std::lround(radius * 2));
        QImage& disc = m_byHalves[halves];
        if (disc.isNull()) {
            const int side = static_cast<int>(std::ceil((halves + 2) * m_pixelRatio));
            disc = QImage(side, side, QImage::Format_ARGB32_Premultiplied);
            disc.setDevicePixelRatio(m_pixelRatio);
            disc.fill(Qt::transparent);
            QPainter painter(&disc);
            painter.setRenderHint(QPainter::Antialiasing);
            const double middle = side / m_pixelRatio / 2;
            drawDisc(painter, {middle, middle}, halves / 2.0);
        }
        return disc;
    }

private:
    double m_pixelRatio;
    std::map<int, QImage> m_byHalves;
};

/// On whole device pixels, so that it stays sharp.
void drawCopy(QPainter& painter, QPointF centre, const QImage& copy) {
    const double ratio = copy.devicePixelRatio();
    const QPointF corner = centre * ratio - QPointF(copy.width(), copy.height()) / 2;
    painter.drawImage(QPointF(std::round(corner.x()), std::round(corner.y())) / ratio, copy);
}

} // namespace

std::vector<ClusterCircle> clusterCircles(const IncidentIndex& incidents, const IncidentStyle& style, const MapView& view) {
    std::vector<ClusterCircle> circles;
    for (const IncidentIndex::Cluster& cluster : incidents.clusters(view.visibleBox(), style.clusterSize * view.unitsPerPixel)) {
        const double radius = radiusOf(cluster.count(), style.clusterSize / 2);
        MapPoint middle = cluster.middle;
        if (cluster.count() > 1) {
            const double room = radius * view.unitsPerPixel;
            middle.x = std::clamp(middle.x, cluster.cell.minX + room, std::max(cluster.cell.minX + room, cluster.cell.maxX - room));
            middle.y = std::clamp(middle.y, cluster.cell.minY + room, std::max(cluster.cell.minY + room, cluster.cell.maxY - room));
        }
        circles.push_back({view.toScreen(middle), radius, cluster});
    }
    return circles;
}

std::optional<ClusterCircle> circleAt(std::span<const ClusterCircle> circles, QPointF screen) {
    constexpr double Slip = 2; // a hand that is not quite steady
    std::optional<ClusterCircle> found;
    double nearest = 0;
    for (const ClusterCircle& circle : circles) {
        const double distance = std::hypot(circle.centre.x() - screen.x(), circle.centre.y() - screen.y()) - circle.radius;
        if (distance <= Slip && (!found || distance < nearest)) {
            found = circle;
            nearest = distance;
        }
    }
    return found;
}

void drawClusterCircle(QPainter& painter, QPointF centre, double radius, const QString& number, const QFont& font) {
    drawDisc(painter, centre, radius);
    drawNumber(painter, centre, radius, number, font);
}

void paintClusters(QPainter& painter, std::span<const ClusterCircle> circles, const IncidentSymbols& symbols, double pixelRatio, const QString& fontFamily) {
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    const QFont font = mapFont(fontFamily, NumberSize, true);
    const bool isPicture = painter.device()->devType() == QInternal::Image;
    Discs discs(pixelRatio);
    std::map<std::pair<int, int>, QImage> images; // of symbols, by rank and hue
    for (const ClusterCircle& circle : circles) {
        const IncidentLook look = circle.cluster.look;
        if (circle.cluster.count() > 1) {
            if (isPicture)
                drawCopy(painter, circle.centre, discs.of(circle.radius));
            else
                drawDisc(painter, circle.centre, circle.radius);
            drawNumber(painter, circle.centre, circle.radius, QString::number(circle.cluster.count()), font);
        } else if (isPicture) {
            QImage& image = images[{look.rank, look.hue}];
            if (image.isNull())
                image = symbolImage(SingleSize, pixelRatio, symbols.of(look));
            drawCopy(painter, circle.centre, image);
        } else {
            drawIncidentSymbol(painter, circle.centre, SingleSize, symbols.of(look));
        }
    }
    painter.restore();
}

} // namespace gridwarden::gis
