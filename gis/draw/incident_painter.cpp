// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/draw/incident_painter.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <optional>

namespace gridwarden::gis {

namespace {

constexpr double CellPixels = 1.5; ///< narrower cells cost more and show no more

struct Spot {
    float x = 0; ///< device pixels
    float y = 0;
    std::uint8_t hue = 0;
};

/// What is seen, by urgency.
using Spots = std::array<std::vector<Spot>, LampsByUrgency.size()>;

Spots visibleSpots(const IncidentIndex& incidents, const MapView& view, double reach) {
    Spots spots;
    const double scale = view.pixelRatio / view.unitsPerPixel;
    const double left = view.size.width() * view.pixelRatio / 2 - view.centre.x * scale;
    const double top = view.size.height() * view.pixelRatio / 2 + view.centre.y * scale;
    const double margin = reach * view.pixelRatio;
    const QSize size = view.deviceSize();
    incidents.eachVisible(view.visibleBox(reach), CellPixels * view.unitsPerPixel, [&](const IncidentIndex::Visible& each) {
        const double x = left + each.place.x * scale;
        const double y = top - each.place.y * scale;
        if (x > -margin && y > -margin && x < size.width() + margin && y < size.height() + margin)
            spots[static_cast<std::size_t>(urgency(each.look.lamp))].push_back(
                {static_cast<float>(x), static_cast<float>(y), each.look.hue});
    });
    return spots;
}

/// A symbol as the pixels that are not transparent, to be copied many times.
class Sprite {
  public:
    Sprite(double size, double pixelRatio, core::Lamp lamp, const QColor& hue) {
        const QImage image = lampSymbolImage(size + 2, pixelRatio, lamp, hue);
        m_side = image.width();
        for (int y = 0; y < m_side; ++y) {
            const auto* line = reinterpret_cast<const QRgb*>(image.constScanLine(y));
            for (int x = 0; x < m_side; ++x)
                if (qAlpha(line[x]) > 0)
                    m_pixels.push_back({x, y, line[x], static_cast<std::uint32_t>(255 - qAlpha(line[x]))});
        }
    }

    void paint(QRgb* bits, qsizetype stride, QSize size, const Spot& spot) const {
        const int left = static_cast<int>(std::lround(spot.x - static_cast<float>(m_side) / 2));
        const int top = static_cast<int>(std::lround(spot.y - static_cast<float>(m_side) / 2));
        const bool isWithin = left >= 0 && top >= 0 && left + m_side <= size.width() && top + m_side <= size.height();
        for (const Pixel& pixel : m_pixels) {
            const int x = left + pixel.x;
            const int y = top + pixel.y;
            if (!isWithin && (x < 0 || y < 0 || x >= size.width() || y >= size.height()))
                continue;
            QRgb& target = bits[y * stride + x];
            target = pixel.transparency == 0 ? pixel.colour : pixel.colour + faded(target, pixel.transparency);
        }
    }

  private:
    struct Pixel {
        int x, y;
        QRgb colour;                // premultiplied
        std::uint32_t transparency; // 255 − alpha
    };
    /// All four channels times share / 255, two at a time.
    static QRgb faded(QRgb colour, std::uint32_t share) {
        std::uint32_t odd = (colour & 0x00ff00ff) * share;
        odd = ((odd + ((odd >> 8) & 0x00ff00ff) + 0x00800080) >> 8) & 0x00ff00ff;
        std::uint32_t even = ((colour >> 8) & 0x00ff00ff) * share;
        even = (even + ((even >> 8) & 0x00ff00ff) + 0x00800080) & 0xff00ff00;
        return odd | even;
    }
    int m_side = 0;
    std::vector<Pixel> m_pixels;
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
                sprite.emplace(size, view.pixelRatio, lamp, categoryHues()[spot.hue % sprites.size()]);
            sprite->paint(bits, stride, picture.size(), spot);
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
            drawIncidentSymbol(painter, QPointF(static_cast<double>(spot.x), static_cast<double>(spot.y)) / view.pixelRatio, size,
                               {lamp, spot.hue});
}

} // namespace gridwarden::gis
