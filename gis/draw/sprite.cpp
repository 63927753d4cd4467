// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/draw/sprite.h"

#include <algorithm>
#include <array>
#include <cstring>

namespace gridwarden::gis {

namespace {

constexpr int PixelBytes = 4;

template <int Bytes> void blend(std::uint8_t* __restrict below, const std::uint8_t* __restrict colour, const std::uint16_t* __restrict keep) {
    for (int i = 0; i < Bytes; ++i)
        below[i] = static_cast<std::uint8_t>(colour[i] + ((below[i] * keep[i]) >> 8));
}

QRect coveredOf(const QImage& image) {
    QRect covered;
    for (int y = 0; y < image.height(); ++y)
        for (int x = 0; x < image.width(); ++x)
            if (qAlpha(reinterpret_cast<const QRgb*>(image.constScanLine(y))[x]) != 0)
                covered |= QRect(x, y, 1, 1);
    return covered;
}

} // namespace

Sprite::Sprite(const QImage& image) : m_side(image.width()) {
    const QRect covered = coveredOf(image);
    m_top = covered.top();
    m_leftmost = covered.left();
    for (int y = covered.top(); y <= covered.bottom(); ++y) {
        const auto* const line = reinterpret_cast<const QRgb*>(image.constScanLine(y));
        const QRect row = coveredOf(image.copy(0, y, image.width(), 1));
        m_rows.push_back({row.left(), (row.width() + Group - 1) / Group, m_colours.size()});
        m_right = std::max(m_right, row.left() + m_rows.back().groups * Group);
        for (int x = row.left(); x < row.left() + m_rows.back().groups * Group; ++x) {
            const QRgb pixel = x <= row.right() ? line[x] : 0;
            const int alpha = qAlpha(pixel);
            std::array<std::uint8_t, PixelBytes> bytes{};
            std::memcpy(bytes.data(), &pixel, PixelBytes);
            m_colours.insert(m_colours.end(), bytes.begin(), bytes.end());
            m_keeps.insert(m_keeps.end(), PixelBytes, static_cast<std::uint16_t>(256 - alpha - (alpha >> 7)));
        }
    }
}

void Sprite::paint(const Target& target, int left, int top) const {
    const int height = static_cast<int>(m_rows.size());
    top += m_top;
    if (left + m_leftmost < 0 || left + m_right > target.width) {
        paintCut(target, left, top);
        return;
    }
    constexpr int GroupBytes = Group * PixelBytes;
    for (int y = std::max(top, target.firstRow); y < std::min(top + height, target.lastRow); ++y) {
        const Row& row = m_rows[static_cast<std::size_t>(y - top)];
        const std::uint8_t* colour = m_colours.data() + row.first;
        const std::uint16_t* keep = m_keeps.data() + row.first;
        auto* below = reinterpret_cast<std::uint8_t*>(target.bits + y * target.stride + left + row.left);
        for (int group = 0; group < row.groups; ++group) {
            blend<GroupBytes>(below, colour, keep);
            below += GroupBytes;
            colour += GroupBytes;
            keep += GroupBytes;
        }
    }
}

void Sprite::paintCut(const Target& target, int left, int top) const {
    std::size_t at = 0;
    int y = top;
    for (const Row& row : m_rows) {
        for (int x = left + row.left; x < left + row.left + row.groups * Group; ++x, at += PixelBytes)
            if (x >= 0 && x < target.width && y >= target.firstRow && y < target.lastRow)
                blend<PixelBytes>(reinterpret_cast<std::uint8_t*>(target.bits + y * target.stride + x), &m_colours[at], &m_keeps[at]);
        ++y;
    }
}

} // namespace gridwarden::gis
