// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/draw/incident_painter.h"

#include "gis/draw/sprite.h"
#include "gis/draw/two_threads.h"

#include <algorithm>
#include <array>
#include <atomic>
#include <cmath>
#include <map>
#include <mutex>
#include <utility>

namespace gridwarden::gis {

namespace {

/// Width of the cells that one symbol stands for, in pixels: closer ones would hide each other. Narrower cells cost
/// more and show no more.
double cellPixels(double symbolSize) {
    return std::max(1.5, symbolSize / 3.5);
}

/// Calls use(x, y, look) with the device pixels of each symbol that reaches into the rows [top, bottom) of the picture; `reach` is
/// the half of a symbol, in device pixels.
template <class Use>
void eachSymbol(const IncidentIndex& incidents, const MapView& view, double symbolSize, double reach, double top, double bottom, Use use) {
    const double scale = view.pixelRatio / view.unitsPerPixel;
    const QSize whole = view.deviceSize();
    const double left = view.size.width() * view.pixelRatio / 2 - view.centre.x * scale;
    const double up = view.size.height() * view.pixelRatio / 2 + view.centre.y * scale;
    const Box box{-(left + reach) / scale, (up - bottom - reach) / scale, (whole.width() - left + reach) / scale, (up - top + reach) / scale};
    incidents.eachVisible(box, cellPixels(symbolSize) * view.unitsPerPixel, [&](const IncidentIndex::Visible& each) {
        const double x = left + each.place.x * scale;
        const double y = up - each.place.y * scale;
        if (x > -reach && x < whole.width() + reach && y > top - reach && y < bottom + reach)
            use(x, y, each.look);
    });
}

/// The sprites of a frame, made when they are needed.
class SpriteSheet {
public:
    SpriteSheet(const IncidentSymbols& symbols, double size, double pixelRatio) : m_symbols(symbols), m_size(size), m_pixelRatio(pixelRatio) {}
    const Sprite& of(IncidentLook look) {
        const std::lock_guard lock(m_mutex);
        auto found = m_sprites.find({look.rank, look.hue});
        if (found == m_sprites.end())
            found = m_sprites.emplace(std::pair(look.rank, look.hue), Sprite(symbolImage(m_size, m_pixelRatio, m_symbols.of(look)))).first;
        return found->second;
    }

private:
    const IncidentSymbols& m_symbols;
    double m_size, m_pixelRatio;
    std::mutex m_mutex;
    std::map<std::pair<std::uint8_t, std::uint8_t>, Sprite> m_sprites; // references into it stay good
};

/// Upper left corner of a symbol's image.
struct Spot {
    std::int16_t x, y;
    std::uint8_t hue;
};

/// What one thread needs for the rows that it paints, kept for its next ones.
class BandPainter {
public:
    BandPainter(const IncidentIndex& incidents, const IncidentSymbols& symbols, const MapView& view, double size, SpriteSheet& sheet)
        : m_incidents(incidents), m_view(view), m_size(size), m_sheet(sheet), m_side(sheet.of({}).side()),
          m_hasHues(symbols.hasHues && size >= RingFrom), m_spots(symbols.classes.size()) {}

    void paint(const Sprite::Target& target) {
        for (std::vector<Spot>& spots : m_spots)
            spots.clear();
        const double half = m_side / 2.0;
        eachSymbol(m_incidents, m_view, m_size, half, target.firstRow, target.lastRow, [&](double x, double y, IncidentLook look) {
            constexpr int Ahead = 4096; // what is cut off is positive
            if (look.rank < m_spots.size())
                m_spots[look.rank].push_back({static_cast<std::int16_t>(static_cast<int>(x - half + Ahead + 0.5) - Ahead),
                                              static_cast<std::int16_t>(static_cast<int>(y - half + Ahead + 0.5) - Ahead),
                                              m_hasHues ? look.hue : std::uint8_t{0}});
        });
        for (std::size_t rank = m_spots.size(); rank-- > 0;) {
            std::array<const Sprite*, 256> sprites{};
            for (const Spot& spot : m_spots[rank]) {
                const Sprite*& sprite = sprites[spot.hue];
                if (sprite == nullptr)
                    sprite = &m_sheet.of({static_cast<std::uint8_t>(rank), spot.hue});
                sprite->paint(target, spot.x, spot.y);
            }
        }
    }

private:
    const IncidentIndex& m_incidents;
    const MapView& m_view;
    double m_size;
    SpriteSheet& m_sheet;
    int m_side;
    bool m_hasHues;
    std::vector<std::vector<Spot>> m_spots; // by rank
};

} // namespace

double symbolSize(const IncidentIndex& incidents, const MapView& view) {
    constexpr double Neighbourhood = 28; // pixels
    const double crowd = std::max(1.0, incidents.crowding(Neighbourhood * view.unitsPerPixel));
    return std::round(std::clamp(15 - 1.7 * std::log2(crowd), 7.0, 15.0));
}

void paintIncidents(QImage& picture, const IncidentIndex& incidents, const IncidentSymbols& symbols, const MapView& view) {
    constexpr int Bands = 8; // so many that both threads end at about the same time
    const double size = symbolSize(incidents, view);
    SpriteSheet sheet(symbols, size, view.pixelRatio);
    auto* const bits = reinterpret_cast<QRgb*>(picture.bits());
    const qsizetype stride = picture.bytesPerLine() / static_cast<qsizetype>(sizeof(QRgb));
    std::atomic<int> next{0};
    inHalves([&](int) {
        BandPainter painter(incidents, symbols, view, size, sheet);
        for (int band = next++; band < Bands; band = next++)
            painter.paint({bits, stride, picture.width(), picture.height() * band / Bands, picture.height() * (band + 1) / Bands});
    });
}

void paintIncidents(QPainter& painter, const IncidentIndex& incidents, const IncidentSymbols& symbols, const MapView& view, std::size_t maxSymbols) {
    const double size = symbolSize(incidents, view);
    struct Placed {
        QPointF centre;
        IncidentLook look;
    };
    std::vector<Placed> visible;
    eachSymbol(incidents, view, size, size / 2 * view.pixelRatio, 0, view.deviceSize().height(), [&](double x, double y, IncidentLook look) {
        visible.push_back({QPointF(x, y) / view.pixelRatio, look});
    });
    if (visible.size() > maxSymbols) {
        QImage picture(view.deviceSize(), QImage::Format_ARGB32_Premultiplied);
        picture.fill(Qt::transparent);
        paintIncidents(picture, incidents, symbols, view);
        painter.drawImage(QRectF(QPointF(), QSizeF(view.size)), picture);
        return;
    }
    std::stable_sort(visible.begin(), visible.end(), [](const Placed& a, const Placed& b) { return a.look.rank > b.look.rank; });
    for (const Placed& each : visible)
        drawIncidentSymbol(painter, each.centre, size, symbols.of(each.look));
}

} // namespace gridwarden::gis
