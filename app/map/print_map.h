// SPDX-License-Identifier: GPL-3.0-or-later
// The map on paper: title, map, legend, scale bar, north arrow, and when it was made.
#pragma once

#include "app/map/map_widget.h"

#include <QPageLayout>

class QPagedPaintDevice;
class QPainter;

namespace gridwarden::app {

struct MapSheet {
    QString title;
    QString note;            ///< small, at the foot: filter, date
    double denominator = 0;  ///< 1 : n; 0: what the window shows fits the page
    bool hasLegend = true;
};

/// Paints the sheet to fill a page of `pagePixels` device pixels at `dpi`. What is seen in `view` is in the middle.
/// Returns what is missing.
std::vector<gis::LayerNote> paintMapSheet(QPainter& painter, QSize pagePixels, double dpi, const MapSheet& sheet,
                                          const gis::FrameContent& content, const gis::MapView& view);

/// Asks for title, paper and scale, then writes a PDF or prints, by a job.
void printMap(MapWidget& map, Jobs& jobs, QWidget* parent);

} // namespace gridwarden::app
