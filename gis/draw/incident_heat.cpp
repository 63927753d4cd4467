// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/draw/incident_heat.h"

#include <QImage>
#include <algorithm>
#include <cmath>
#include <span>

namespace gridwarden::gis {

namespace {

constexpr double BinsInRadius = 8;
constexpr double LeastBinPixels = 3;
constexpr double CutOff = 3; // σ

/// The weights from the middle outwards of a Gaussian over bins; their sum on both sides is one.
std::vector<float> tapsOf(double sigma) {
    // Spreading an incident over the two bins beside it widens the result by a sixth of a bin's square in the mean.
    const double variance = std::max(sigma * sigma - 1.0 / 6, 1e-3);
    std::vector<float> taps;
    double sum = 0;
    for (int i = 0; i <= static_cast<int>(std::ceil(CutOff * sigma)); ++i) {
        taps.push_back(static_cast<float>(std::exp(-i * i / (2 * variance))));
        sum += taps.back() * (i == 0 ? 1 : 2);
    }
    for (float& tap : taps)
        tap = static_cast<float>(tap / sum);
    return taps;
}

/// `to` gets `from` weighted along a line; `step` apart in memory lie whole lines of `width`.
void blurRows(std::span<const float> from, std::span<float> to, int width, int height, std::span<const float> taps) {
    const auto reach = static_cast<int>(taps.size()) - 1;
    for (int y = 0; y < height; ++y) {
        const float* const in = from.data() + static_cast<std::ptrdiff_t>(y) * width;
        float* const out = to.data() + static_cast<std::ptrdiff_t>(y) * width;
        for (int tap = -reach; tap <= reach; ++tap) {
            const float weight = taps[static_cast<std::size_t>(std::abs(tap))];
            const int first = std::max(0, -tap);
            const int last = std::min(width, width - tap);
            for (int x = first; x < last; ++x)
                out[x] += weight * in[x + tap];
        }
    }
}

void blurColumns(std::span<const float> from, std::span<float> to, int width, int height, std::span<const float> taps) {
    const auto reach = static_cast<int>(taps.size()) - 1;
    for (int y = 0; y < height; ++y) {
        float* const out = to.data() + static_cast<std::ptrdiff_t>(y) * width;
        for (int tap = std::max(-reach, -y); tap <= std::min(reach, height - 1 - y); ++tap) {
            const float weight = taps[static_cast<std::size_t>(std::abs(tap))];
            const float* const in = from.data() + static_cast<std::ptrdiff_t>(y + tap) * width;
            for (int x = 0; x < width; ++x)
                out[x] += weight * in[x];
        }
    }
}

/// Colours by the square root of the share, since densities of a town differ a hundredfold.
std::array<QRgb, 1024> colourTable() {
    std::array<QRgb, 1024> table{};
    const auto& stops = heatStops();
    for (std::size_t i = 0; i < table.size(); ++i) {
        const double share = std::pow(static_cast<double>(i) / (table.size() - 1), 2);
        std::size_t upper = 0;
        while (upper + 1 < stops.size() && share > stops[upper].share)
            ++upper;
        const HeatStop& high = stops[upper];
        HeatStop low = upper == 0 ? HeatStop{0, high.colour} : stops[upper - 1];
        if (upper == 0)
            low.colour.setAlpha(0);
        const double t = std::clamp((share - low.share) / (high.share - low.share), 0.0, 1.0);
        const auto mixed = [t](int a, int b) { return static_cast<int>(std::lround(a + (b - a) * t)); };
        table[i] = qPremultiply(qRgba(mixed(low.colour.red(), high.colour.red()), mixed(low.colour.green(), high.colour.green()),
                                      mixed(low.colour.blue(), high.colour.blue()), mixed(low.colour.alpha(), high.colour.alpha())));
    }
    return table;
}

} // namespace

double DensityGrid::at(MapPoint place) const {
    const double x = (place.x - corner.x) / bin - 0.5;
    const double y = (place.y - corner.y) / bin - 0.5;
    const double column = std::floor(x);
    const double row = std::floor(y);
    if (!(column >= 0 && row >= 0 && column + 1 < width && row + 1 < height))
        return 0;
    const auto first = static_cast<std::size_t>(row) * static_cast<std::size_t>(width) + static_cast<std::size_t>(column);
    const auto next = first + static_cast<std::size_t>(width);
    const double right = x - column;
    const double up = y - row;
    return static_cast<double>(values[first]) * (1 - right) * (1 - up) + static_cast<double>(values[first + 1]) * right * (1 - up) +
           static_cast<double>(values[next]) * (1 - right) * up + static_cast<double>(values[next + 1]) * right * up;
}

DensityGrid densityOf(const IncidentIndex& incidents, const MapView& view, double radiusMetres) {
    DensityGrid grid;
    const double radius = radiusMetres / view.metresPerUnit;
    grid.bin = std::max(LeastBinPixels * view.unitsPerPixel, radius / BinsInRadius);
    const double sigma = radius / 2 / grid.bin; // bins
    const std::vector<float> taps = tapsOf(sigma);
    const double margin = static_cast<double>(taps.size()) + 1;
    const Box box = view.visibleBox();
    const double left = std::floor(box.minX / grid.bin) - margin;
    const double low = std::floor(box.minY / grid.bin) - margin;
    grid.corner = {left * grid.bin, low * grid.bin};
    grid.width = static_cast<int>(std::ceil(box.maxX / grid.bin) + margin - left);
    grid.height = static_cast<int>(std::ceil(box.maxY / grid.bin) + margin - low);
    const auto width = static_cast<std::size_t>(grid.width);
    std::vector<float> counts(width * static_cast<std::size_t>(grid.height));
    const double cellMetres = grid.bin * view.metresPerUnit;
    const double weight = 1e6 / (cellMetres * cellMetres);
    const Box covered{grid.corner.x, grid.corner.y, grid.corner.x + grid.width * grid.bin, grid.corner.y + grid.height * grid.bin};
    incidents.eachHeap(covered, grid.bin / 2, [&](const IncidentIndex::Heap& heap) {
        const double x = (heap.place.x - grid.corner.x) / grid.bin - 0.5;
        const double y = (heap.place.y - grid.corner.y) / grid.bin - 0.5;
        if (!(x >= 0 && y >= 0 && x < grid.width - 1 && y < grid.height - 1))
            return;
        const auto column = static_cast<std::size_t>(x);
        const auto row = static_cast<std::size_t>(y);
        const auto right = static_cast<float>(x - static_cast<double>(column));
        const auto up = static_cast<float>(y - static_cast<double>(row));
        const auto here = static_cast<float>(heap.count * weight);
        float* const first = counts.data() + row * width + column;
        first[0] += here * (1 - right) * (1 - up);
        first[1] += here * right * (1 - up);
        first[width] += here * (1 - right) * up;
        first[width + 1] += here * right * up;
    });
    std::vector<float> rows(counts.size());
    blurRows(counts, rows, grid.width, grid.height, taps);
    grid.values.resize(counts.size());
    blurColumns(rows, grid.values, grid.width, grid.height, taps);
    return grid;
}

double densityScale(const IncidentIndex& incidents, double metresPerUnit, double radiusMetres) {
    // A single incident's peak equals one incident in a square of this side.
    const double side = radiusMetres * std::sqrt(std::acos(-1.0) / 2);
    const double greatest = incidents.greatestDensity(side / std::sqrt(2.0) / metresPerUnit) / (metresPerUnit * metresPerUnit) * 1e6;
    if (!(greatest > 0) || !std::isfinite(greatest))
        return 0;
    const double power = std::pow(10, std::floor(std::log10(greatest)));
    for (const double digit : {1.0, 2.0, 5.0})
        if (digit * power >= greatest * (1 - 1e-9))
            return digit * power;
    return 10 * power;
}

const std::array<HeatStop, 5>& heatStops() {
    static const std::array<HeatStop, 5> stops = {HeatStop{0.01, QColor(0xFE, 0xE3, 0x91, 150)},
                                                  HeatStop{0.05, QColor(0xFE, 0xB2, 0x4C, 185)},
                                                  HeatStop{0.2, QColor(0xF0, 0x6A, 0x26, 205)},
                                                  HeatStop{0.5, QColor(0xB7, 0x1C, 0x3A, 220)},
                                                  HeatStop{1, QColor(0x4A, 0x08, 0x40, 230)}};
    return stops;
}

void paintHeat(QPainter& painter, const IncidentIndex& incidents, const MapView& view, double radiusMetres) {
    const double scale = densityScale(incidents, view.metresPerUnit, radiusMetres);
    if (scale <= 0)
        return;
    static const std::array<QRgb, 1024> colours = colourTable();
    const DensityGrid grid = densityOf(incidents, view, radiusMetres);
    QImage picture(grid.width, grid.height, QImage::Format_ARGB32_Premultiplied);
    const auto top = static_cast<float>(1 / scale);
    for (int y = 0; y < grid.height; ++y) {
        auto* const line = reinterpret_cast<QRgb*>(picture.scanLine(grid.height - 1 - y));
        const float* const values = grid.values.data() + static_cast<std::ptrdiff_t>(y) * grid.width;
        for (int x = 0; x < grid.width; ++x)
            line[x] = colours[static_cast<std::size_t>(std::sqrt(std::min(values[x] * top, 1.0F)) * (colours.size() - 1) + 0.5F)];
    }
    const QRectF place(view.toScreen({grid.corner.x, grid.corner.y + grid.height * grid.bin}),
                       view.toScreen({grid.corner.x + grid.width * grid.bin, grid.corner.y}));
    painter.save();
    painter.setClipRect(QRectF(QPointF(), QSizeF(view.size)), Qt::IntersectClip);
    painter.setRenderHint(QPainter::SmoothPixmapTransform);
    painter.drawImage(place, picture, QRectF(picture.rect()));
    painter.restore();
}

} // namespace gridwarden::gis
