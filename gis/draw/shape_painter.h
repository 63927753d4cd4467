// SPDX-License-Identifier: GPL-3.0-or-later
// Painting the shapes of a layer by its style, and finding places for its labels. One painter unit is one screen pixel.
#pragma once

#include "gis/draw/clip.h"
#include "gis/draw/label.h"
#include "gis/draw/style.h"
#include "gis/draw/vector_layer.h"

#include <QPainter>
#include <stop_token>

namespace gridwarden::gis {

/// The width of a look's line at a scale: the wider of its pixels and its metres, within reason.
[[nodiscard]] double lineWidth(const Look& look, double metresPerPixel);
[[nodiscard]] QColor markerColour(const Look& look); ///< the line's, else the fill's
[[nodiscard]] QPen linePen(const Look& look, double metresPerPixel);
[[nodiscard]] QPen casingPen(const Look& look, double metresPerPixel);

/// Polygons, then the casings of lines, lines and points, each by the order of their looks.
void paintLayer(QPainter& painter, const VectorLayer& layer, const LayerStyle& style, const MapView& view, const std::stop_token& stop);
/// One polygon or line with a look.
void paintShape(QPainter& painter, const ShapeStore& shapes, std::size_t shape, const Look& look, const ScreenMapper& mapper,
                double metresPerPixel);

/// Larger labels and larger shapes first; what does not fit is left out.
[[nodiscard]] std::vector<PlacedLabel> placeLayerLabels(const VectorLayer& layer, const LayerStyle& style, const MapView& view,
                                                        const QString& fontFamily, LabelPlacer& placer, const std::stop_token& stop);

} // namespace gridwarden::gis
