// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/draw/incident_painter.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <optional>

namespace gridwarden::gis {

namespace {

/// Width of the cells that one symbol stands for, in pixels: closer ones would hide each other. Narrower cells cost
/// more and show no more.
double cellPixels(double symbolSize) {
    return std::max(1.5, symbolSize / 3.5);
}

struct Spot {
    float x = 0; ///< device pixels
    float y = 0;
    std::uint8_t hue = 0;
};

/// What is seen, by urgency.
using Spots = std::array<std::vector<Spot>, LampsByUrgency.size()>;

/// `size` is the diameter of a symbol: those just outside reach in.
Spots visibleSpots(const IncidentIndex& incidents, const MapView& view, double size) {
    Spots spots;
    const double scale = view.pixelRatio / view.unitsPerPixel;
    const double left = view.size.width() * view.pixelRatio / 2 - view.centre.x * scale;
    const double top = view.size.height() * view.pixelRatio / 2 + view.centre.y * scale;
    const double margin = size * view.pixelRatio;
    const QSize whole = view.deviceSize();
    incidents.eachVisible(
        view.visibleBox(size), cellPixels(size) * view.unitsPerPixel, [&](const IncidentIndex::Visible& each) {
            const double x = left + each.place.x * scale;
            const double y = top - each.place.y * scale;
            if (x > -margin && y > -margin && x < whole.width() + margin && y < whole.height() + margin)
                spots[static_cast<std::size_t>(urgency(each.look.lamp))].push_back(
                    {static_cast<float>(x), static_cast<float>(y), each.look.hue});
        });
    return spots;
}

/// A symbol as the pixels that are not transparent, to be copied many times into pictures of one width.
class Sprite {
public:
    Sprite(double size, double pixelRatio, core::Lamp lamp, const QColor& hue, qsizetype stride) : m_stride(stride) {
        const QImage image = lampSymbolImage(size, pixelRatio, lamp, hue);
        m_side = image.width();
        for (int y = 0; y < m_side; ++y) {
            const auto* line = reinterpret_cast<const QRgb*>(image.constScanLine(y));
            for (int x = 0; x < m_side; ++x) {
                const Pixel pixel{y * stride + x, line[x], static_cast<std::uint32_t>(255 - qAlpha(line[x])), x, y};
                if (pixel.transparency == 0)
                    m_solid.push_back(pixel);
                else if (pixel.transparency < 255)
                    m_blended.push_back(pixel);
            }
        }
    }

    void paint(QRgb* bits, QSize size, const Spot& spot) const {
        const int left = static_cast<int>(std::lround(spot.x - static_cast<float>(m_side) / 2));
        const int top = static_cast<int>(std::lround(spot.y - static_cast<float>(m_side) / 2));
        if (left < 0 || top < 0 || left + m_side > size.width() || top + m_side > size.height()) {
            paintCut(bits, size, left, top);
            return;
        }
        QRgb* corner = bits + top * m_stride + left;
        for (const Pixel& pixel : m_solid)
            corner[pixel.offset] = pixel.colour;
        for (const Pixel& pixel : m_blended)
            corner[pixel.offset] = pixel.colour + faded(corner[pixel.offset], pixel.transparency);
    }

private:
    struct Pixel {
        qsizetype offset;           // from the upper left corner in the picture
        QRgb colour;                // premultiplied
        std::uint32_t transparency; // 255 − alpha
        int x, y;
    };
    void paintCut(QRgb* bits, QSize size, int left, int top) const {
        for (const std::vector<Pixel>* pixels : {&m_solid, &m_blended})
            for (const Pixel& pixel : *pixels) {
                const int x = left + pixel.x;
                const int y = top + pixel.y;
                if (x < 0 || y < 0 || x >= size.width() || y >= size.height())
                    continue;
                QRgb& target = bits[y * m_stride + x];
                target = pixel.colour + faded(target, pixel.transparency);
            }
    }
    /// All four channels times share / 255, two at a time.
    static QRgb faded(QRgb colour, std::uint32_t share) {
        std::uint32_t odd = (colour & 0x00ff00ff) * share;
        odd = ((odd + ((odd >> 8) & 0x00ff00ff) + 0x00800080) >> 8) & 0x00ff00ff;
        std::uint32_t even = ((colour >> 8) & 0x00ff00ff) * share;
        even = (even + ((even >> 8) & 0x00ff00ff) + 0x00800080) & 0xff00ff00;
        return odd | even;
    }
    qsizetype m_stride;
    int m_side = 0;
    std::vector<Pixel> m_solid;
    std::vector<Pixel> m_blended;
};

} // namespace

double symbolSize(const IncidentIndex& incidents, const MapView& view) {
    constexpr double Neighbourhood = 28; // pixels
    const double crowd = std::max(1.0, incidents.crowding(Neighbourhood * view.unitsPerPixel));
    return std::round(std::clamp(15 - 1.7 * std::log2(crowd), 7.0, 15.0));
}

void paintIncidents(QImage& picture, const IncidentIndex& incidents, const MapView& view) {
    const double size = symbolSize(incidents, view);
    const Spots spots = visibleSpots(incidents, view, size);
    auto* bits = reinterpret_cast<QRgb*>(picture.bits());
    const qsizetype stride = picture.bytesPerLine() / static_cast<qsizetype>(sizeof(QRgb));
    for (const core::Lamp lamp : LampsByUrgency) {
        const std::vector<Spot>& ofLamp = spots[static_cast<std::size_t>(urgency(lamp))];
        std::array<std::optional<Sprite>, std::tuple_size_v<std::decay_t<decltype(categoryHues())>>> sprites;
        for (const Spot& spot : ofLamp) {
            std::optional<Sprite>& sprite = sprites[spot.hue % sprites.size()];
            if (!sprite)
                sprite.emplace(size, view.pixelRatio, lamp, categoryHues()[spot.hue % sprites.size()], stride);
            sprite->paint(bits, picture.size(), spot);
        }
    }
}

void paintIncidents(QPainter& painter, const IncidentIndex& incidents, const MapView& view, std::size_t maxSymbols) {
    const double size = symbolSize(incidents, view);
    const Spots spots = visibleSpots(incidents, view, size);
    std::size_t count = 0;
    for (const std::vector<Spot>& ofLamp : spots)
        count += ofLamp.size();
    if (count > maxSymbols) {
        QImage picture(view.deviceSize(), QImage::Format_ARGB32_Premultiplied);
        picture.fill(Qt::transparent);
        paintIncidents(picture, incidents, view);
        painter.drawImage(QRectF(QPointF(), QSizeF(view.size)), picture);
        return;
    }
    for (const core::Lamp lamp : LampsByUrgency)
        for (const Spot& spot : spots[static_cast<std::size_t>(urgency(lamp))])
            drawIncidentSymbol(painter,
                               QPointF(static_cast<double>(spot.x), static_cast<double>(spot.y)) / view.pixelRatio,
                               size, {lamp, spot.hue});
}

} // namespace gridwarden::gis
