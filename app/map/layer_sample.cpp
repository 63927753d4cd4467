// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/map/layer_sample.h"

#include "app/workspace/icon.h"
#include "gis/draw/decorations.h"
#include "gis/draw/incident_heat.h"

#include <QPainter>

namespace gridwarden::app {

QPixmap layerSample(const LayerEntry& entry, const gis::LayerStyle& style, const gis::IncidentSymbols& symbols) {
    constexpr double Ratio = 2; // fine enough for dense screens
    QPixmap picture(QSize(20, 14) * Ratio);
    picture.setDevicePixelRatio(Ratio);
    picture.fill(Qt::transparent);
    gis::LegendEntry sample;
    if (entry.role == LayerRole::Incidents) {
        sample.incident = symbols.classes.front().symbol;
        switch (entry.incidentStyle.drawing) {
        case gis::IncidentDrawing::Symbols:
            sample.kind = gis::LegendEntry::Kind::Incident;
            break;
        case gis::IncidentDrawing::Clusters:
            sample.kind = gis::LegendEntry::Kind::Cluster;
            break;
        case gis::IncidentDrawing::Heat:
            sample.kind = gis::LegendEntry::Kind::Area;
            sample.look.fill = gis::heatStops()[2].colour;
            break;
        }
    } else {
        sample.kind = entry.role == LayerRole::Areas ? gis::LegendEntry::Kind::Area : gis::LegendEntry::Kind::Shape;
        sample.look = style.classes.empty() ? style.other : style.classes.front().look;
        const auto* const vector = entry.layer ? std::get_if<std::shared_ptr<const gis::VectorLayer>>(&*entry.layer) : nullptr;
        if (entry.role == LayerRole::Source && vector == nullptr)
            return entry.layer ? icon(QLatin1String("image")).pixmap(14, 14) : picture;
        if (vector != nullptr)
            sample.shape = (*vector)->shapes().has(gis::ShapeKind::Polygon) ? gis::ShapeKind::Polygon
                           : (*vector)->shapes().has(gis::ShapeKind::Line)  ? gis::ShapeKind::Line
                                                                            : gis::ShapeKind::Point;
    }
    QPainter painter(&picture);
    painter.setRenderHint(QPainter::Antialiasing);
    gis::paintLegendSample(painter, QRectF(1, 1, 18, 12), sample);
    return picture;
}

} // namespace gridwarden::app
