// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/draw/tile_layer.h"

#include "gis/crs/pixel_grid.h"
#include "gis/crs/transform.h"

#include <QPainter>
#include <algorithm>
#include <cmath>
#include <cstring>

namespace gridwarden::gis {

using core::ErrorCode;

namespace {

constexpr int MostTiles = 400; ///< in one view; beyond that a coarser level is taken

struct TileRange {
    int left = 0, top = 0, right = 0, bottom = 0; ///< right and bottom beyond the last
    [[nodiscard]] double count() const { return std::max(0.0, static_cast<double>(right) - left) * std::max(0.0, static_cast<double>(bottom) - top); }
};

TileRange rangeOf(const TileLevel& level, const Box& box) {
    const double width = level.unitsPerPixel * level.tileWidth;
    const double height = level.unitsPerPixel * level.tileHeight;
    const auto clamped = [](double value, int most) { return static_cast<int>(std::clamp(value, 0.0, static_cast<double>(most))); };
    return {clamped(std::floor((box.minX - level.corner.x) / width), level.columns), clamped(std::floor((level.corner.y - box.maxY) / height), level.rows),
            clamped(std::ceil((box.maxX - level.corner.x) / width), level.columns), clamped(std::ceil((level.corner.y - box.minY) / height), level.rows)};
}

/// Places of the map's plane in that of the service, or none.
void toService(const Transform& transform, std::span<MapPoint> places) {
    std::vector<MapPoint> together(places.begin(), places.end());
    if (transform.forward(std::span(together))) {
        std::copy(together.begin(), together.end(), places.begin());
        return;
    }
    for (MapPoint& place : places)
        place = transform.forward(place).value_or(PixelGrid::none());
}

} // namespace

core::Result<std::shared_ptr<const TileLayer>> TileLayer::open(std::string name, TileService service, const Crs& mapCrs,
                                                               std::shared_ptr<TilePictures> pictures) {
    if (!service.isUsable())
        return core::fail(ErrorCode::BadInput, {"tile-service-unusable", {name}}, name);
    auto crs = Crs::parse(service.crs);
    if (!crs)
        return core::fail(crs);
    const auto transform = Transform::between(*crs, mapCrs);
    if (!transform)
        return core::fail(transform);
    const std::shared_ptr<TileLayer> layer(new TileLayer);
    if (transform->isBallpark())
        layer->m_notes.push_back({"layer-ballpark", {name, crs->codeOrName()}});
    const Box own = service.extent();
    constexpr int Steps = 32;
    for (int i = 0; i <= Steps; ++i)
        for (int k = 0; k <= Steps; ++k) {
            const MapPoint place{own.minX + own.width() * i / Steps, own.minY + own.height() * k / Steps};
            const auto there = transform->forward(place);
            const auto back = there ? transform->inverse(*there) : there;
            if (back && std::hypot(back->x - place.x, back->y - place.y) < 0.001 * own.width())
                layer->m_extent.include(there->x, there->y);
        }
    layer->m_name = std::move(name);
    layer->m_service = std::move(service);
    layer->m_crs = std::move(*crs);
    layer->m_mapCrs = mapCrs;
    layer->m_pictures = std::move(pictures);
    return std::shared_ptr<const TileLayer>(layer);
}

/// The level whose pixels are about as large as those of the view, rather finer.
std::size_t TileLayer::levelFor(double unitsPerPixel, const Box& box) const {
    std::size_t best = 0;
    double least = std::numeric_limits<double>::infinity();
    for (std::size_t i = 0; i < m_service.levels.size(); ++i) {
        const TileLevel& level = m_service.levels[i];
        const double beside = std::abs(std::log2(level.unitsPerPixel / unitsPerPixel) + 0.2);
        if (beside < least && rangeOf(level, box).count() <= MostTiles) {
            least = beside;
            best = i;
        }
    }
    return best;
}

TileLayer::Picture TileLayer::read(const MapView& view, const std::stop_token& stop) const {
    Picture made;
    const double ratio = view.pixelRatio;
    const int columns = std::max(1, static_cast<int>(std::lround(view.size.width() * ratio)));
    const int rows = std::max(1, static_cast<int>(std::lround(view.size.height() * ratio)));
    const Box seen = view.visibleBox();
    const auto transform = Transform::between(*m_mapCrs, *m_crs);
    if (!transform)
        return made;
    const auto toPlane = [&](std::span<MapPoint> places) {
        for (MapPoint& place : places)
            place = {seen.minX + place.x * seen.width() / columns, seen.maxY - place.y * seen.height() / rows};
        toService(*transform, places);
    };
    const PixelGrid inPlane(columns, rows, toPlane);
    Box box = inPlane.bounds();
    if (box.isEmpty() || !box.intersects(m_service.extent()))
        return made;
    const auto at = static_cast<int>(levelFor(inPlane.sourcePixelsPerPixel(), box));
    const TileLevel& level = m_service.levels[static_cast<std::size_t>(at)];
    const TileRange range = rangeOf(level, box);
    if (range.count() < 1 || range.count() > MostTiles)
        return made;

    QImage mosaic((range.right - range.left) * level.tileWidth, (range.bottom - range.top) * level.tileHeight, QImage::Format_ARGB32_Premultiplied);
    if (mosaic.isNull())
        return made;
    mosaic.fill(Qt::transparent);
    QPainter painter(&mosaic);
    painter.setRenderHint(QPainter::SmoothPixmapTransform);
    painter.setCompositionMode(QPainter::CompositionMode_Source);
    bool isEmpty = true;
    for (int row = range.top; row < range.bottom; ++row)
        for (int column = range.left; column < range.right; ++column) {
            if (stop.stop_requested())
                return made;
            const QRect target((column - range.left) * level.tileWidth, (row - range.top) * level.tileHeight, level.tileWidth, level.tileHeight);
            QImage tile = m_pictures->picture({at, column, row});
            QRectF part(tile.rect());
            if (tile.isNull()) {
                made.isWhole = false;
                for (int coarser = at - 1; coarser >= 0 && tile.isNull(); --coarser) { // what was seen from further away
                    const TileLevel& above = m_service.levels[static_cast<std::size_t>(coarser)];
                    const MapPoint corner = level.cornerOf(column, row);
                    const double x = (corner.x - above.corner.x) / (above.unitsPerPixel * above.tileWidth);
                    const double y = (above.corner.y - corner.y) / (above.unitsPerPixel * above.tileHeight);
                    constexpr double Slack = 1e-6;
                    const TileAddress parent{coarser, static_cast<int>(std::floor(x + Slack)), static_cast<int>(std::floor(y + Slack))};
                    if (parent.column < 0 || parent.row < 0 || parent.column >= above.columns || parent.row >= above.rows)
                        break;
                    tile = m_pictures->kept(parent);
                    const double scale = level.unitsPerPixel / above.unitsPerPixel;
                    part = QRectF((x - parent.column) * tile.width(), (y - parent.row) * tile.height(), scale * tile.width() * level.tileWidth / above.tileWidth,
                                  scale * tile.height() * level.tileHeight / above.tileHeight);
                }
            }
            if (tile.isNull())
                continue;
            painter.drawImage(QRectF(target), tile, part);
            isEmpty = false;
        }
    painter.end();
    if (isEmpty || stop.stop_requested())
        return made;

    const MapPoint corner = level.cornerOf(range.left, range.top);
    const PixelGrid grid(columns, rows, [&](std::span<MapPoint> places) {
        toPlane(places);
        for (MapPoint& place : places)
            place = {(place.x - corner.x) / level.unitsPerPixel, (corner.y - place.y) / level.unitsPerPixel};
    });
    const std::span pixels(reinterpret_cast<const std::uint32_t*>(mosaic.constBits()), static_cast<std::size_t>(mosaic.width()) * static_cast<std::size_t>(mosaic.height()));
    const Pixels warped = resample(grid, {pixels, mosaic.width(), mosaic.height(), 0, 0, static_cast<double>(mosaic.width()), static_cast<double>(mosaic.height())}, false);
    made.image = QImage(columns, rows, QImage::Format_ARGB32_Premultiplied);
    std::memcpy(made.image.bits(), warped.data(), warped.size() * sizeof(std::uint32_t));
    return made;
}

} // namespace gridwarden::gis
