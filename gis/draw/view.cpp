// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/draw/view.h"

#include <algorithm>
#include <cmath>

namespace gridwarden::gis {

namespace {

constexpr double MetresPerInch = 0.0254;

MapView withUnitsPerPixel(MapView view, double unitsPerPixel) {
    const double perUnit = view.metresPerUnit > 0 ? view.metresPerUnit : 1;
    if (std::isfinite(unitsPerPixel))
        view.unitsPerPixel = std::clamp(unitsPerPixel, MapView::Nearest / perUnit, MapView::Farthest / perUnit);
    return view;
}

} // namespace

QPointF MapView::toScreen(MapPoint point) const {
    return {size.width() / 2.0 + (point.x - centre.x) / unitsPerPixel,
            size.height() / 2.0 - (point.y - centre.y) / unitsPerPixel};
}

MapPoint MapView::toMap(QPointF screen) const {
    return {centre.x + (screen.x() - size.width() / 2.0) * unitsPerPixel,
            centre.y - (screen.y() - size.height() / 2.0) * unitsPerPixel};
}

Box MapView::visibleBox(double margin) const {
    const double halfWidth = (size.width() / 2.0 + margin) * unitsPerPixel;
    const double halfHeight = (size.height() / 2.0 + margin) * unitsPerPixel;
    return {centre.x - halfWidth, centre.y - halfHeight, centre.x + halfWidth, centre.y + halfHeight};
}

QSize MapView::deviceSize() const {
    return {static_cast<int>(std::lround(size.width() * pixelRatio)),
            static_cast<int>(std::lround(size.height() * pixelRatio))};
}

MapView MapView::zoomedAbout(QPointF screen, double factor) const {
    if (!(factor > 0))
        return *this;
    const MapPoint kept = toMap(screen);
    MapView view = withUnitsPerPixel(*this, unitsPerPixel / factor);
    view.centre = {kept.x - (screen.x() - size.width() / 2.0) * view.unitsPerPixel,
                   kept.y + (screen.y() - size.height() / 2.0) * view.unitsPerPixel};
    return view;
}

MapView MapView::panned(QPointF distance) const {
    return centredOn({centre.x - distance.x() * unitsPerPixel, centre.y + distance.y() * unitsPerPixel});
}

MapView MapView::centredOn(MapPoint point) const {
    MapView view = *this;
    view.centre = point;
    return view;
}

MapView MapView::fittedTo(const Box& box, double margin) const {
    if (box.isEmpty())
        return *this;
    const MapView view = centredOn({box.minX / 2 + box.maxX / 2, box.minY / 2 + box.maxY / 2});
    if (box.width() <= 0 && box.height() <= 0)
        return view;
    return withUnitsPerPixel(view, std::max(box.width() / std::max(1.0, size.width() - 2 * margin),
                                            box.height() / std::max(1.0, size.height() - 2 * margin)));
}

MapView MapView::resized(QSize newSize) const {
    MapView view = *this;
    view.size = newSize;
    return view;
}

MapView MapView::enlarged(double factor) const {
    // Whole, even growth on both sides keeps the pixels of both pictures on one lattice.
    const auto growth = [factor](int length) { return 2 * static_cast<int>(std::ceil(length * (factor - 1) / 2)); };
    return resized({size.width() + growth(size.width()), size.height() + growth(size.height())});
}

double MapView::scaleDenominator(double dpi) const {
    return metresPerPixel() * dpi / MetresPerInch;
}

MapView MapView::withScale(double denominator, double dpi) const {
    const double perUnit = metresPerUnit > 0 ? metresPerUnit : 1;
    return withUnitsPerPixel(*this, denominator * MetresPerInch / dpi / perUnit);
}

} // namespace gridwarden::gis
