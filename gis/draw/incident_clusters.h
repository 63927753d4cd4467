// SPDX-License-Identifier: GPL-3.0-or-later
// Incidents as numbered circles: the number is the count of a cell. Each circle stays in its cell, so none hides another.
// Screen pixels.
#pragma once

#include "gis/draw/incident_index.h"
#include "gis/draw/incident_style.h"
#include "gis/draw/incident_symbols.h"
#include "gis/draw/view.h"

#include <QFont>
#include <QPainter>
#include <optional>
#include <span>
#include <vector>

namespace gridwarden::gis {

struct ClusterCircle {
    QPointF centre;
    double radius = 0;
    IncidentIndex::Cluster cluster; ///< of a single incident its own symbol is painted
};

/// Those that touch the view; larger ones for larger counts.
[[nodiscard]] std::vector<ClusterCircle> clusterCircles(const IncidentIndex& incidents, const IncidentStyle& style, const MapView& view);
/// The circle at a point of the screen.
[[nodiscard]] std::optional<ClusterCircle> circleAt(std::span<const ClusterCircle> circles, QPointF screen);
/// Into a picture with copies of symbols and discs, which is quicker; else, for paper, with painter commands.
void paintClusters(QPainter& painter, std::span<const ClusterCircle> circles, const IncidentSymbols& symbols, double pixelRatio, const QString& fontFamily);
/// A circle with a number in it, as on the map and in its legend.
void drawClusterCircle(QPainter& painter, QPointF centre, double radius, const QString& number, const QFont& font);

} // namespace gridwarden::gis
