// SPDX-License-Identifier: GPL-3.0-or-later
// Which bands of an image make its colours, and turning their values into pixels.
#pragma once

#include "gis/reader/connection.h"
#include "gis/source/raster_window.h"

#include <array>
#include <optional>
#include <vector>

class GDALDataset;

namespace gridwarden::gis {

/// Pixels from the upper left, row by row: ARGB, 8 bits each, premultiplied.
using Pixels = std::vector<std::uint32_t>;

/// Band numbers from 1; 0 is none. A grey or paletted image has the same band for all three colours.
class RasterBands {
  public:
    /// Chooses bands by their colour interpretation and finds the stretch of values: 2 to 98 % of a sample where they are not
    /// bytes, up to the highest in a grey image of a few shades, else as they are. The bands that will be read are numbered
    /// as those of `original`. None when there is no band.
    [[nodiscard]] static std::optional<RasterBands> choose(GDALDataset& original, Connection& connection);

    [[nodiscard]] bool isPaletted() const { return !m_palette.empty(); }
    [[nodiscard]] bool hasAlpha() const { return m_alpha != 0; }
    /// `alphaBand` of a dataset made from the original with an alpha band added; 0: unchanged.
    void useAlpha(int alphaBand) { m_alpha = alphaBand; }

    /// Transparent where there is no data; none when GDAL could not read, or when it is not wanted any more.
    [[nodiscard]] std::optional<Pixels> read(GDALDataset& dataset, const RasterWindow& window, Connection& connection) const;

  private:
    [[nodiscard]] bool readMask(GDALDataset& dataset, const RasterWindow& window, Connection& connection,
                                std::vector<std::uint8_t>& mask) const;
    [[nodiscard]] std::vector<int> distinctBands() const;
    void stretch(GDALDataset& original, Connection& connection);

    std::array<int, 3> m_colours{};
    int m_alpha = 0;
    Pixels m_palette;
    bool m_isByte = true;
    double m_low = 0;   // values that become black and white
    double m_high = 255;
    double m_opaque = 255; // alpha value that is opaque
};

} // namespace gridwarden::gis
