// SPDX-License-Identifier: GPL-3.0-or-later
// A layer of tiles from a map service, brought into the plane of the map.
#pragma once

#include "core/base/result.h"
#include "gis/crs/crs.h"
#include "gis/draw/tile_service.h"
#include "gis/draw/view.h"

#include <QImage>
#include <QRectF>
#include <memory>
#include <stop_token>

namespace gridwarden::gis {

/// Where the pictures of a service come from. Called on any thread; never waits.
class TilePictures {
  public:
    virtual ~TilePictures() = default;
    /// The picture where it is at hand, else null, and it is sent for. ARGB32 premultiplied.
    [[nodiscard]] virtual QImage picture(const TileAddress& tile) = 0;
    /// The picture where it is in memory; nothing is sent for.
    [[nodiscard]] virtual QImage kept(const TileAddress& tile) = 0;
};

/// Immutable; shared between threads.
class TileLayer {
  public:
    /// Errors: BadInput "tile-service-unusable" {name}; as Crs::parse and Transform::between.
    [[nodiscard]] static core::Result<std::shared_ptr<const TileLayer>> open(std::string name, TileService service, const Crs& mapCrs,
                                                                             std::shared_ptr<TilePictures> pictures);

    struct Picture {
        QImage image; ///< ARGB32 premultiplied, of the size of the view in device pixels; null where the service has nothing
        bool isWhole = true; ///< no picture is missing
    };
    /// What is at hand of the view, from coarser levels where the right one is on its way. Stops between tiles.
    [[nodiscard]] Picture read(const MapView& view, const std::stop_token& stop = {}) const;

    /// The same for a map that is to be painted anew, since more pictures are at hand: what was painted of this one stays as it is.
    [[nodiscard]] std::shared_ptr<const TileLayer> renewed() const { return std::shared_ptr<const TileLayer>(new TileLayer(*this)); }

    [[nodiscard]] const std::string& name() const { return m_name; }
    [[nodiscard]] const TileService& service() const { return m_service; }
    [[nodiscard]] Box extent() const { return m_extent; } ///< map CRS
    /// "layer-ballpark" {layer, CRS}
    [[nodiscard]] const std::vector<core::Message>& notes() const { return m_notes; }

  private:
    TileLayer() = default;
    [[nodiscard]] std::size_t levelFor(double unitsPerPixel, const Box& box) const;
    std::string m_name;
    TileService m_service;
    std::optional<Crs> m_crs;
    std::optional<Crs> m_mapCrs;
    std::shared_ptr<TilePictures> m_pictures;
    Box m_extent;
    std::vector<core::Message> m_notes;
};

} // namespace gridwarden::gis
