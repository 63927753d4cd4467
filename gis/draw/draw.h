// SPDX-License-Identifier: GPL-3.0-or-later
// The map engine, as a guide to its headers. It paints into QImage and with QPainter; it needs QtGui and no window.
//
//   what is seen      view.h             MapView: centre, scale, size; map units to screen pixels and back
//   what is shown     map_layer.h        a layer of shapes (vector_layer.h) or an image (raster_layer.h); loadLayer()
//                     area_layer.h       areas of one kind in the map CRS
//                     incident_index.h   places of incidents, sorted once; looks and filters built on them in a worker
//                     frame.h            GroundContent (layers and areas) and FrameContent (incidents, selection, markers)
//   how it looks      map_theme.h        the light and the dark map, default looks (resources/styles/osm.json)
//                     style.h            LayerStyle, kept as JSON with the district; style_classes.h makes classes of a field
//                     layer_looks.h      which look each shape has
//                     symbol.h           symbols of incidents, the same on the map, in legends and in tables
//                     decorations.h      scale bar, north arrow, legend, usual scales
//   painting          frame.h            render() a picture, paint() for PDF, composeFrame() for each frame of a window
//                     ground_renderer.h  the workers that paint layers and areas in tiles
//                     label_layout.h     names of layers: which, and where
//
// A window keeps a GroundRenderer and asks it with request(content, view) after each change; in its paint event it calls
// composeFrame(picture, renderer.latest().get(), content, view) and draws the picture. Snapshots (layers, areas,
// indexes, contents) are immutable and shared by std::shared_ptr<const T>; a change makes a new one.
#pragma once

#include "gis/draw/decorations.h"
#include "gis/draw/frame.h"
#include "gis/draw/ground_renderer.h"
