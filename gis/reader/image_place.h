// SPDX-License-Identifier: GPL-3.0-or-later
// Where an image lies: between the plane of the map and the pixels of the file.
#pragma once

#include "core/index/packed_rtree.h"
#include "gis/crs/pixel_grid.h"
#include "gis/crs/transform.h"

#include <array>
#include <memory>
#include <optional>
#include <span>

class GDALDataset;

namespace gridwarden::gis {

/// By geotransform or by ground control points; a CRS, an offset datum or a local plane between, exact at each place that is asked for.
class ImagePlace {
public:
    /// `crs`: none where the image is to be taken as drawn in the map's own. None when it says nothing about its place,
    /// or what cannot be one (pixels without size, no numbers, beyond any plane). Errors: as Transform::between.
    [[nodiscard]] static core::Result<std::optional<ImagePlace>> of(GDALDataset& image, const std::optional<Crs>& crs, const Crs& mapCrs);
    /// One map unit a pixel, from the origin: what an image without a place gets.
    [[nodiscard]] static ImagePlace nowhere(GDALDataset& image);

    /// North up in the map's own plane: no pixel is turned.
    [[nodiscard]] bool isDirect() const;
    [[nodiscard]] bool isBallpark() const { return m_toMap && m_toMap->isBallpark(); }
    /// In the map's plane; empty when no part of the image can be expressed there.
    [[nodiscard]] core::Box extent() const;
    /// From places of the map to pixels; PixelGrid::none() where there are none.
    void toPixels(std::span<MapPoint> places) const;

private:
    ImagePlace() = default;
    [[nodiscard]] bool isPossible() const;
    void toMap(std::span<MapPoint> pixels) const;
    void wrap(std::span<MapPoint> places) const;

    int m_columns = 0;
    int m_rows = 0;
    std::array<double, 6> m_forward{};  ///< geotransform
    std::array<double, 6> m_backward{}; ///< its inverse
    std::shared_ptr<void> m_controlPoints;
    std::optional<Transform> m_toMap; ///< none where both planes are one
    std::optional<double> m_firstLongitude; ///< of an image in degrees
};

} // namespace gridwarden::gis
