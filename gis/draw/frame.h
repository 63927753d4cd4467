// SPDX-License-Identifier: GPL-3.0-or-later
// What the map shows, and painting it: one way for the window, pictures and PDF.
//
// From bottom to top: background, layers, areas, labels of layers | incidents | area labels | clusters of incidents, selected areas,
// selected incidents, numbered markers. The first group is the ground and the area labels go with it: both change seldom and are
// painted by workers (ground_renderer.h). The rest is painted straight for each frame.
#pragma once

#include "gis/draw/area_layer.h"
#include "gis/draw/area_shading.h"
#include "gis/draw/incident_index.h"
#include "gis/draw/incident_style.h"
#include "gis/draw/incident_symbols.h"
#include "gis/draw/map_layer.h"
#include "gis/draw/map_theme.h"
#include "gis/draw/view.h"

#include <QImage>
#include <QPainter>
#include <QString>
#include <memory>
#include <stop_token>
#include <vector>

namespace gridwarden::gis {

struct FrameLayer {
    MapLayer layer;
    LayerStyle style;
    bool isVisible = true;
};

struct AreaOverlay {
    std::shared_ptr<const AreaLayer> areas;
    AreaLook look;
    std::shared_ptr<const AreaShading> shading; ///< null: all have the look's fill
    bool isVisible = true;
};

/// What changes seldom. Make a new one for each change: the pointer is what tells one from another.
struct GroundContent {
    MapTheme theme;
    std::vector<FrameLayer> layers;  ///< bottom to top
    std::vector<AreaOverlay> areas;  ///< bottom to top
    QString fontFamily;              ///< empty: the application's font
};

struct MarkedIncident {
    MapPoint place;
    IncidentLook look;
};

/// A circle with a number, or a short text, that a list beside the map refers to.
struct NumberedMarker {
    MapPoint place;
    QString text;
    core::Lamp lamp;
};

struct FrameContent {
    std::shared_ptr<const GroundContent> ground;
    std::shared_ptr<const IncidentIndex> incidents; ///< null: none
    std::shared_ptr<const IncidentSymbols> symbols = IncidentSymbols::lamps(); ///< that the looks of incidents refer to; not null
    IncidentStyle incidentStyle;
    std::vector<core::AreaId> selectedAreas;        ///< of the ground's visible areas
    std::vector<MarkedIncident> selectedIncidents;
    std::vector<NumberedMarker> markers;
    QColor highlight; ///< of selections; invalid: the theme's
};

/// A finished part of the ground.
struct GroundTile {
    Box box;            ///< map units
    QImage base;        ///< RGB32, opaque: layers
    QImage areas;       ///< ARGB32 premultiplied; null where there are none
};

/// A text as a small picture, so that a frame only copies it.
struct LabelPicture {
    MapPoint anchor;
    QPointF corner; ///< of the picture from the anchor, screen pixels
    QImage image;   ///< ARGB32 premultiplied
};

struct GroundLabels {
    MapView view; ///< that they were placed for
    std::vector<LabelPicture> ofLayers;
    std::vector<LabelPicture> ofAreas; ///< placed first: they matter more
};

/// A layer that could not be read while it was drawn.
struct LayerNote {
    std::size_t layer = 0; ///< position in GroundContent::layers
    core::Message what;
    bool operator==(const LayerNote&) const = default;
};

/// The parts that workers prepare.
struct Ground {
    std::shared_ptr<const GroundContent> content;
    MapView view; ///< that was asked for
    std::vector<GroundTile> tiles; ///< bottom to top: those of an earlier view below
    std::shared_ptr<const GroundLabels> labels; ///< null until there are some
    std::vector<LayerNote> notes;
    bool isComplete = false; ///< the view is covered by tiles of its own scale and content, and by their labels
};

/// As one tile. Unfinished (no tile) when stopped. \pre content is not null.
[[nodiscard]] Ground renderGround(std::shared_ptr<const GroundContent> content, const MapView& view, std::stop_token stop = {});

/// Fills `target` with the frame of `view`: the ground moved and scaled from where it was painted, the rest anew.
/// `target` is made anew when its size differs. `ground` may be null or of another content: then it stands in for the
/// one that is being painted. Costs milliseconds, also with millions of incidents.
void composeFrame(QImage& target, const Ground* ground, const FrameContent& content, const MapView& view);

/// The whole frame at once, painting the ground as well. Unfinished when stopped. \pre content.ground is not null.
[[nodiscard]] QImage render(const FrameContent& content, const MapView& view, std::stop_token stop = {});

struct PaintOptions {
    /// Text stays text and shapes stay shapes, for PDF. Above this many visible incidents their symbols become a picture.
    std::size_t maxVectorSymbols = 10'000;
    std::stop_token stop;
};

/// The same frame with painter commands; one painter unit is one screen pixel of the view, clipped to it. For paper,
/// scale the painter (300 dpi: 300 / 96) and set view.pixelRatio to the same factor, so that images are read finely
/// enough. Returns what is missing.
std::vector<LayerNote> paint(QPainter& painter, const FrameContent& content, const MapView& view,
                             const PaintOptions& options = {});

} // namespace gridwarden::gis
