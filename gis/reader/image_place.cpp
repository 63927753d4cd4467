// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/reader/image_place.h"

#include <algorithm>
#include <cmath>
#include <gdal_alg.h>
#include <gdal_priv.h>

namespace gridwarden::gis {

namespace {

MapPoint applied(const std::array<double, 6>& g, MapPoint p) {
    return {g[0] + g[1] * p.x + g[2] * p.y, g[3] + g[4] * p.x + g[5] * p.y};
}

bool isPlace(MapPoint point) {
    return std::isfinite(point.x) && std::isfinite(point.y);
}

/// As many at once as can be; those that cannot be expressed become none().
template <class Convert> void convert(std::span<MapPoint> points, Convert transform) {
    std::vector<MapPoint> together(points.begin(), points.end());
    if (transform(std::span(together))) {
        std::copy(together.begin(), together.end(), points.begin());
        return;
    }
    for (MapPoint& point : points)
        if (!isPlace(point) || !transform(std::span(&point, 1)))
            point = PixelGrid::none();
}

} // namespace

core::Result<std::optional<ImagePlace>> ImagePlace::of(GDALDataset& image, const std::optional<Crs>& crs, const Crs& mapCrs) {
    ImagePlace place = nowhere(image);
    if (image.GetGeoTransform(place.m_forward.data()) != CE_None) {
        if (image.GetGCPCount() == 0)
            return std::optional<ImagePlace>();
        constexpr int BestOrder = 0;
        void* const fitted = GDALCreateGCPTransformer(image.GetGCPCount(), image.GetGCPs(), BestOrder, FALSE);
        if (fitted == nullptr)
            return std::optional<ImagePlace>();
        place.m_controlPoints = std::shared_ptr<void>(fitted, GDALDestroyGCPTransformer);
    } else if (GDALInvGeoTransform(place.m_forward.data(), place.m_backward.data()) == FALSE || !place.isPossible()) {
        return std::optional<ImagePlace>();
    }
    if (!crs)
        return place;
    auto transform = Transform::between(*crs, mapCrs);
    if (!transform)
        return core::fail(transform);
    if (!transform->isIdentity() || transform->isBallpark())
        place.m_toMap = std::move(*transform);
    if (crs->isGeographic() && !place.m_controlPoints)
        place.m_firstLongitude = std::min(applied(place.m_forward, {0, 0}).x, applied(place.m_forward, {static_cast<double>(place.m_columns), 0}).x);
    return place;
}

ImagePlace ImagePlace::nowhere(GDALDataset& image) {
    ImagePlace place;
    place.m_columns = image.GetRasterXSize();
    place.m_rows = image.GetRasterYSize();
    place.m_forward = place.m_backward = {0, 1, 0, 0, 0, -1};
    return place;
}

/// Whether pixels have a size that the digits of a coordinate can tell, within any plane on earth.
bool ImagePlace::isPossible() const {
    constexpr double Farthest = 1e12; // units
    const auto isFinite = [](double each) { return std::isfinite(each); };
    if (!std::all_of(m_forward.begin(), m_forward.end(), isFinite) ||
        !std::all_of(m_backward.begin(), m_backward.end(), isFinite))
        return false;
    const double columns = m_columns;
    const double rows = m_rows;
    for (const MapPoint pixel : {MapPoint{0, 0}, MapPoint{columns, 0}, MapPoint{0, rows}, MapPoint{columns, rows}}) {
        const MapPoint corner = applied(m_forward, pixel);
        const MapPoint back = applied(m_backward, corner);
        if (!(std::abs(corner.x) <= Farthest && std::abs(corner.y) <= Farthest && std::abs(back.x - pixel.x) < 1 &&
              std::abs(back.y - pixel.y) < 1))
            return false;
    }
    return true;
}

bool ImagePlace::isDirect() const {
    return !m_toMap && !m_controlPoints && m_forward[2] == 0 && m_forward[4] == 0 && m_forward[1] > 0 && m_forward[5] < 0;
}

/// Degrees that go round the world the other way than the image does.
void ImagePlace::wrap(std::span<MapPoint> places) const {
    constexpr double Slack = 1e-9;
    if (m_firstLongitude)
        for (MapPoint& place : places)
            place.x += place.x < *m_firstLongitude - Slack ? 360 : 0;
}

void ImagePlace::toPixels(std::span<MapPoint> places) const {
    if (m_toMap)
        convert(places, [this](std::span<MapPoint> some) { return m_toMap->inverse(some).has_value(); });
    wrap(places);
    if (!m_controlPoints) {
        for (MapPoint& place : places)
            place = isPlace(place) ? applied(m_backward, place) : PixelGrid::none();
        return;
    }
    for (MapPoint& place : places) {
        double height = 0;
        int isGood = TRUE;
        if (!isPlace(place) || GDALGCPTransform(m_controlPoints.get(), TRUE, 1, &place.x, &place.y, &height, &isGood) == FALSE || isGood == FALSE)
            place = PixelGrid::none();
    }
}

void ImagePlace::toMap(std::span<MapPoint> pixels) const {
    for (MapPoint& pixel : pixels) {
        if (!m_controlPoints) {
            pixel = applied(m_forward, pixel);
        } else {
            double height = 0;
            int isGood = TRUE;
            if (GDALGCPTransform(m_controlPoints.get(), FALSE, 1, &pixel.x, &pixel.y, &height, &isGood) == FALSE || isGood == FALSE)
                pixel = PixelGrid::none();
        }
        if (m_firstLongitude && pixel.x > 180)
            pixel.x -= 360;
    }
    if (m_toMap)
        convert(pixels, [this](std::span<MapPoint> some) { return m_toMap->forward(some).has_value(); });
}

core::Box ImagePlace::extent() const {
    // Corners are enough where nothing is bent.
    const int steps = m_toMap || m_controlPoints ? 64 : 1;
    std::vector<MapPoint> pixels;
    for (int down = 0; down <= steps; ++down)
        for (int across = 0; across <= steps; ++across)
            pixels.push_back({static_cast<double>(m_columns) * across / steps, static_cast<double>(m_rows) * down / steps});
    std::vector<MapPoint> places = pixels;
    toMap(places);
    std::vector<MapPoint> back = places;
    toPixels(back);
    // What does not come back is where a projection folds over, as the far side of the world in a Gauss–Krüger zone.
    const double most = 1 + 0.01 * std::max(m_columns, m_rows);
    core::Box box;
    for (std::size_t i = 0; i < pixels.size(); ++i)
        if (isPlace(places[i]) && std::abs(back[i].x - pixels[i].x) < most && std::abs(back[i].y - pixels[i].y) < most)
            box.include(places[i].x, places[i].y);
    return box;
}

} // namespace gridwarden::gis
