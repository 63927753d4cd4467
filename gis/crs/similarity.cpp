// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/crs/similarity.h"

#include <cmath>
#include <numbers>

namespace gridwarden::gis {

namespace {

constexpr double RadiansPerSecond = std::numbers::pi / (180 * 3600);

} // namespace

Similarity Similarity::from(double shiftX, double shiftY, double rotationSeconds, double scale) {
    const double angle = rotationSeconds * RadiansPerSecond;
    return {shiftX, shiftY, scale * std::cos(angle), scale * std::sin(angle)};
}

double Similarity::scale() const {
    return std::hypot(a, b);
}

double Similarity::rotationSeconds() const {
    return std::atan2(b, a) / RadiansPerSecond;
}

bool Similarity::isUsable() const {
    constexpr double Smallest = 1e-6; // of the scale; a plane in other units is well within
    const double size = scale();
    return std::isfinite(shiftX) && std::isfinite(shiftY) && std::isfinite(size) && size > Smallest && size < 1 / Smallest;
}

MapPoint Similarity::forward(MapPoint point) const {
    return {shiftX + a * point.x - b * point.y, shiftY + b * point.x + a * point.y};
}

MapPoint Similarity::inverse(MapPoint point) const {
    const double x = point.x - shiftX;
    const double y = point.y - shiftY;
    const double square = a * a + b * b;
    return {(a * x + b * y) / square, (a * y - b * x) / square};
}

core::Result<ControlFit> fitControlPoints(std::span<const ControlPoint> points) {
    double count = 0;
    MapPoint from;
    MapPoint to;
    for (const ControlPoint& point : points)
        if (point.isUsed) {
            ++count;
            from = {from.x + point.source.x, from.y + point.source.y};
            to = {to.x + point.target.x, to.y + point.target.y};
        }
    if (count < 2)
        return core::fail(core::ErrorCode::BadInput, {"control-points-too-few", {}});
    from = {from.x / count, from.y / count};
    to = {to.x / count, to.y / count};
    double along = 0;
    double across = 0;
    double square = 0;
    for (const ControlPoint& point : points)
        if (point.isUsed) { // about the middle, so that no digits are lost in large coordinates
            const double x = point.source.x - from.x;
            const double y = point.source.y - from.y;
            along += x * (point.target.x - to.x) + y * (point.target.y - to.y);
            across += x * (point.target.y - to.y) - y * (point.target.x - to.x);
            square += x * x + y * y;
        }
    ControlFit fit;
    Similarity& found = fit.similarity;
    found.a = along / square;
    found.b = across / square;
    found.shiftX = to.x - found.a * from.x + found.b * from.y;
    found.shiftY = to.y - found.b * from.x - found.a * from.y;
    if (!(square > 0) || !found.isUsable())
        return core::fail(core::ErrorCode::BadInput, {"control-points-unusable", {}});
    double sum = 0;
    for (const ControlPoint& point : points) {
        // Again about the middle: the shift of a rotated plane can be larger than any coordinate.
        const double x = point.source.x - from.x;
        const double y = point.source.y - from.y;
        const MapPoint residual{found.a * x - found.b * y - (point.target.x - to.x), found.b * x + found.a * y - (point.target.y - to.y)};
        fit.residuals.push_back(residual);
        if (point.isUsed)
            sum += residual.x * residual.x + residual.y * residual.y;
    }
    fit.rms = std::sqrt(sum / count);
    return fit;
}

} // namespace gridwarden::gis
