// SPDX-License-Identifier: GPL-3.0-or-later
// An image on the ground: orthophotos, scanned maps, elevation. Read for each view at the resolution needed, from
// overviews where there are any.
#pragma once

#include "core/base/result.h"
#include "gis/crs/crs.h"
#include "gis/draw/vector_layer.h"
#include "gis/draw/view.h"

#include <QImage>
#include <QRectF>
#include <memory>
#include <stop_token>

namespace gridwarden::gis {

/// Shared between threads; reading takes turns. The image is open in a reader of its own, which is started again when it
/// died, a few times.
class RasterLayer {
  public:
      /// A north-up image in the map CRS is read directly; any other (another CRS, GCJ-02 or BD-09, a local plane,
      /// rotated, by control points) is warped tile by tile, each pixel to within a twelfth of one. Without a CRS in
      /// the file it is taken as drawn in the map CRS, with a note. Errors: as describe; BadInput
      /// "raster-without-bands" {path}, "raster-unreadable" {path}, "raster-blocks-too-large" {path, megabytes},
      /// "raster-off-map" {path}; as Crs::parse.
      [[nodiscard]] static core::Result<std::shared_ptr<const RasterLayer>>
      open(const LayerSource& source, const Crs& mapCrs, std::stop_token stop = {});
      ~RasterLayer();

      struct Picture {
          QImage image;  ///< ARGB32 premultiplied, transparent where there is no data
          QRectF target; ///< where it belongs, in screen pixels
    };
    /// What lies in the view; a null image outside it. Errors: BadInput "raster-unreadable" {path}; as ReaderProcess::receive.
    [[nodiscard]] core::Result<Picture> read(const MapView& view, std::stop_token stop = {}) const;

    [[nodiscard]] const LayerSource& source() const { return m_source; }
    [[nodiscard]] const std::string& name() const { return m_name; }
    [[nodiscard]] Box extent() const { return m_extent; } ///< map CRS
    /// "layer-crs-assumed" {layer, CRS}; "raster-no-place", "raster-place-absurd" {layer}: at the origin of the map;
    /// "layer-ballpark" {layer, CRS}, "raster-no-overviews" {layer} for one that is large and has none.
    [[nodiscard]] const std::vector<core::Message>& notes() const { return m_notes; }

  private:
    struct Handle;
    RasterLayer();
    friend class RasterOpener;
    LayerSource m_source;
    std::string m_name;
    Box m_extent;
    std::vector<core::Message> m_notes;
    std::unique_ptr<Handle> m_handle;
};

} // namespace gridwarden::gis
