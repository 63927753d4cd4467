// SPDX-License-Identifier: GPL-3.0-or-later
// Painting incidents: straight into pixels for the window, as symbols for paper.
#pragma once

#include "gis/draw/incident_index.h"
#include "gis/draw/incident_symbols.h"
#include "gis/draw/view.h"

#include <QImage>
#include <QPainter>

namespace gridwarden::gis {

/// Diameter of symbols in screen pixels: large where incidents are few, small where they crowd. It follows the scale and
/// not what is seen, so that panning does not change it.
[[nodiscard]] double symbolSize(const IncidentIndex& incidents, const MapView& view);

/// Into a picture of view.deviceSize() in RGB32 or ARGB32 premultiplied. The lowest ranks stand for crowded places and are painted
/// last. A frame costs at most some hundred thousand small copies, which two threads share.
void paintIncidents(QImage& picture, const IncidentIndex& incidents, const IncidentSymbols& symbols, const MapView& view);

/// With painter commands while at most `maxSymbols` are visible, else as a picture.
void paintIncidents(QPainter& painter, const IncidentIndex& incidents, const IncidentSymbols& symbols, const MapView& view, std::size_t maxSymbols);

} // namespace gridwarden::gis
