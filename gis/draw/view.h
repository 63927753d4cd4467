// SPDX-License-Identifier: GPL-3.0-or-later
// Which part of the map is seen, and how large.
// Two coordinate systems meet here:
//   map     (MapPoint)  the district's map CRS in its units, x east, y north
//   screen  (QPointF)   device-independent pixels, x right, y down, (0, 0) the upper left corner of the picture
// Device pixels are screen pixels times `pixelRatio`; only pictures know them.
#pragma once

#include "core/index/packed_rtree.h"
#include "gis/crs/map_point.h"

#include <QPointF>
#include <QSize>

namespace gridwarden::gis {

using core::Box;

/// A value: every change gives a new view. North is up.
struct MapView {
    MapPoint centre;
    double unitsPerPixel = 1;  ///< map units in one screen pixel; kept within Nearest and Farthest metres
    QSize size{800, 600};      ///< screen pixels
    double pixelRatio = 1;     ///< device pixels in one screen pixel
    double metresPerUnit = 1;  ///< of the map CRS (Crs::metresPerUnit)

    static constexpr double Nearest = 0.002;    ///< metres in a pixel
    static constexpr double Farthest = 200'000; ///< metres in a pixel
    static constexpr double ScreenDpi = 96;     ///< what a device-independent pixel means

    bool operator==(const MapView&) const = default;

    [[nodiscard]] double metresPerPixel() const { return unitsPerPixel * metresPerUnit; }
    [[nodiscard]] QPointF toScreen(MapPoint point) const;
    [[nodiscard]] MapPoint toMap(QPointF screen) const;
    /// What is seen, in map units, with a margin in screen pixels around it.
    [[nodiscard]] Box visibleBox(double margin = 0) const;
    [[nodiscard]] QSize deviceSize() const;

    /// Nearer by `factor` (above 1) or farther (below 1); what is under `screen` stays there.
    [[nodiscard]] MapView zoomedAbout(QPointF screen, double factor) const;
    /// The content follows a drag by `distance` screen pixels.
    [[nodiscard]] MapView panned(QPointF distance) const;
    [[nodiscard]] MapView centredOn(MapPoint point) const;
    /// Shows the whole box with `margin` screen pixels around; an empty box changes nothing, a single point keeps the scale.
    [[nodiscard]] MapView fittedTo(const Box& box, double margin = 24) const;
    /// Larger or smaller about the same centre, as a resized window.
    [[nodiscard]] MapView resized(QSize newSize) const;
    /// The same place with room to pan: `factor` times as large at the same scale.
    [[nodiscard]] MapView enlarged(double factor) const;

    /// The n of "1 : n".
    [[nodiscard]] double scaleDenominator(double dpi = ScreenDpi) const;
    [[nodiscard]] MapView withScale(double denominator, double dpi = ScreenDpi) const;
};

} // namespace gridwarden::gis
