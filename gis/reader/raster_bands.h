// SPDX-License-Identifier: GPL-3.0-or-later
// Which bands of an image make its colours, and turning their values into pixels.
#pragma once

#include "gis/reader/connection.h"
#include "gis/crs/pixel_grid.h"

#include <array>
#include <optional>
#include <vector>

class GDALDataset;

namespace gridwarden::gis {

/// A part of an image in its own pixels, and how many pixels to make of it.
struct ImageWindow {
    double left = 0;
    double top = 0;
    double width = 0;
    double height = 0;
    int columns = 0;
    int rows = 0;
};

/// Band numbers from 1; 0 is none. A grey or paletted image has the same band for all three colours.
class RasterBands {
  public:
    /// Chooses bands by their colour interpretation and finds the stretch of values: 2 to 98 % of a sample where they are not
    /// bytes, up to the highest in a grey image of a few shades, else as they are. The sample is spread over the whole image; of a large one
    /// without overviews it is taken from a few places that hold data, the same each time. None when there is no band.
    [[nodiscard]] static std::optional<RasterBands> choose(GDALDataset& original, Connection& connection);

    [[nodiscard]] bool isPaletted() const { return !m_palette.empty(); }

    /// Transparent where there is no data; none when GDAL could not read, or when it is not wanted any more.
    [[nodiscard]] std::optional<Pixels> read(GDALDataset& dataset, const ImageWindow& window, Connection& connection) const;

  private:
    [[nodiscard]] bool readMask(GDALDataset& dataset, const ImageWindow& window, Connection& connection,
                                std::vector<std::uint8_t>& mask) const;
    [[nodiscard]] std::vector<int> distinctBands() const;
    [[nodiscard]] bool isEmpty(GDALDataset& dataset, const ImageWindow& window) const;
    [[nodiscard]] bool isPhoto() const { return m_isByte && !isPaletted() && m_low == 0 && m_high == 255; }
    [[nodiscard]] std::optional<Pixels> readPhoto(GDALDataset& dataset, const ImageWindow& window, Connection& connection,
                                                  const std::vector<std::uint8_t>& mask) const;
    [[nodiscard]] Pixels coloured(const std::array<std::vector<float>, 3>& values, const std::vector<std::uint8_t>& mask) const;
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
