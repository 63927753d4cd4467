// SPDX-License-Identifier: GPL-3.0-or-later
// What stands around a map: scale bar, north arrow, legend, scales to choose from. Sizes are painter units.
#pragma once

#include "gis/draw/frame.h"

#include <QStringList>
#include <span>

namespace gridwarden::gis {

/// The longest of 1, 2, 5 × 10^n metres that is not longer than `metres`. \pre metres > 0.
[[nodiscard]] double roundLength(double metres);
/// "500 m", "2 km", "20 cm": the same in both languages.
[[nodiscard]] QString lengthText(double metres);
/// Paints a bar of a round length, at most `maxWidth` wide, with its lower left corner at `corner`; returns what it covers.
QRectF paintScaleBar(QPainter& painter, QPointF corner, double maxWidth, const MapView& view, QColor ink, QColor halo);
/// An arrow with an N above it, `height` high, centred at the top on `top`.
void paintNorthArrow(QPainter& painter, QPointF top, double height, QColor ink, QColor halo);

/// The scales worth offering, nearest first: 500 to 1,000,000.
[[nodiscard]] std::span<const int> usualDenominators();

/// Whom the visible map services say that their pictures belong to, each once, the uppermost first.
[[nodiscard]] QStringList attributionsOf(const GroundContent& ground, const MapView& view);
/// Small on a light ground, with its lower right corner at `corner`; what is wider than `maxWidth` is cut off. Returns
/// what it covers.
QRectF paintAttribution(QPainter& painter, QPointF corner, double maxWidth, const QString& text, QColor ink,
                        QColor paper);

struct LegendEntry {
    enum class Kind { Incident, Cluster, Area, Shape, Note };
    Kind kind = Kind::Shape;
    Caption caption;
    IncidentSymbol incident;                  ///< of Incident
    Look look;                                ///< of Area and Shape
    ShapeKind shape = ShapeKind::Polygon;     ///< of Shape
    bool operator==(const LegendEntry&) const = default;
};

/// What the view shows, top to bottom: incidents as they are drawn, with the rule that says what a symbol, a number or a colour
/// stands for (a Note, which has no sample), then visible area kinds and classes of layers: all that are drawn at the scale, or those that
/// have a shape in view, for which the shapes in view are gone through: not on the window's thread.
enum class LegendClasses { AtScale, InView };
[[nodiscard]] std::vector<LegendEntry> legendOf(const FrameContent& content, const MapView& view, LegendClasses classes = LegendClasses::AtScale);
/// Paints the sample of an entry into a box.
void paintLegendSample(QPainter& painter, const QRectF& box, const LegendEntry& entry);

} // namespace gridwarden::gis
