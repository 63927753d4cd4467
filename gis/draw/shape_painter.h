// SPDX-License-Identifier: GPL-3.0-or-later
// Painting the shapes of a layer by its style. One painter unit is one screen pixel.
#pragma once

#include "gis/draw/clip.h"
#include "gis/draw/layer_looks.h"

#include <QPainter>
#include <stop_token>

namespace gridwarden::gis {

/// The width of a look's line at a scale: the wider of its pixels and its metres, within reason.
[[nodiscard]] double lineWidth(const Look& look, double metresPerPixel);
[[nodiscard]] QColor markerColour(const Look& look); ///< the line's, else the fill's
[[nodiscard]] QPen linePen(const Look& look, double metresPerPixel);
[[nodiscard]] QPen casingPen(const Look& look, double metresPerPixel);

/// Shapes that are painted with one look.
struct ShapeGroup {
    std::size_t styleClass = 0;
    Look look;                         ///< with the drawing's own colour, if it has one
    std::vector<std::uint32_t> shapes; ///< positions in `seen`, ascending
};
/// What is seen of a layer, by look, in painting order; \p margin in pixels around the view.
struct VisibleShapes {
    SeenShapes seen;
    std::vector<ShapeGroup> groups;
};
[[nodiscard]] VisibleShapes visibleShapes(const LayerLooks& looks, const MapView& view, double margin = 32);

/// For what the picture is.
struct ShapePaper {
    bool isPaper = false;              ///< painter commands that stay in a file: few digits, no sprites
    std::size_t maxMarkers = 10'000;   ///< on paper; more become a picture
    static constexpr double PictureRatio = 1.375; ///< of such a picture, times the screen's resolution: 132 dpi
};
/// Polygons, then the casings of lines, lines and points, each by the order of their looks.
void paintLayer(QPainter& painter, const LayerLooks& looks, const MapView& view, const std::stop_token& stop,
                const ShapePaper& paper = {});
/// One polygon or line with a look.
void paintShape(QPainter& painter, const ShapeStore& shapes, std::size_t shape, const Look& look, const ScreenMapper& mapper,
                double metresPerPixel);

inline constexpr double PaperGrid = 0.125; ///< pixels: the lattice of vertices on paper

} // namespace gridwarden::gis
