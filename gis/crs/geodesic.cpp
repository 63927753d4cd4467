// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/crs/geodesic.h"

#include <cmath>
#include <geodesic.h>

namespace gridwarden::gis {

namespace {

const geod_geodesic& ellipsoid() {
    static const geod_geodesic cgcs2000 = [] {
        geod_geodesic g;
        geod_init(&g, 6378137.0, 1 / 298.257222101);
        return g;
    }();
    return cgcs2000;
}

} // namespace

double lengthMetres(std::span<const core::GeoPoint> line) {
    double total = 0;
    for (std::size_t i = 1; i < line.size(); ++i) {
        double metres = 0;
        geod_inverse(&ellipsoid(), line[i - 1].latitude, line[i - 1].longitude, line[i].latitude, line[i].longitude,
                     &metres, nullptr, nullptr);
        total += metres;
    }
    return total;
}

double areaSquareMetres(std::span<const core::GeoPoint> ring) {
    if (ring.size() > 1 && ring.front() == ring.back())
        ring = ring.first(ring.size() - 1);
    if (ring.size() < 3)
        return 0;
    geod_polygon polygon;
    geod_polygon_init(&polygon, 0);
    for (const core::GeoPoint point : ring)
        geod_polygon_addpoint(&ellipsoid(), &polygon, point.latitude, point.longitude);
    double area = 0;
    geod_polygon_compute(&ellipsoid(), &polygon, 0, 1, &area, nullptr);
    return std::abs(area);
}

double ellipsoidAreaSquareMetres(const core::Shape& shape) {
    double total = 0;
    for (const core::Polygon& polygon : shape.polygons)
        for (std::size_t i = 0; i < polygon.size(); ++i)
            total += (i == 0 ? 1 : -1) * areaSquareMetres(std::span(polygon[i]));
    return total;
}

} // namespace gridwarden::gis
