// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QImage>
#include <cstdint>
#include <vector>

namespace gridwarden::gis {

/// A small picture to be blended many times into large ones of 32-bit pixels (RGB32 or ARGB32 premultiplied).
class Sprite {
  public:
    explicit Sprite(const QImage& image); ///< \pre ARGB32 premultiplied

    /// Of the image it was made from.
    [[nodiscard]] int side() const { return m_side; }
    /// The rows [firstRow, lastRow) of a picture, with the corner of the image at a pixel that may lie outside.
    struct Target {
        QRgb* bits;
        qsizetype stride; ///< pixels
        int width;
        int firstRow, lastRow;
    };
    void paint(const Target& target, int left, int top) const;

  private:
    static constexpr int Group = 4; // pixels that are blended together
    void paintCut(const Target& target, int left, int top) const;

    int m_side = 0;
    struct Row {
        int left;   // of what is not transparent, within the image
        int groups; // filled up with pixels that change nothing
        std::size_t first; // of its bytes
    };
    int m_top = 0; // of the first row
    std::vector<Row> m_rows;
    int m_leftmost = 0, m_right = 0; // what all of them reach
    // By row and byte: result = colour + below × keep / 256.
    std::vector<std::uint8_t> m_colours;
    std::vector<std::uint16_t> m_keeps;
};

} // namespace gridwarden::gis
