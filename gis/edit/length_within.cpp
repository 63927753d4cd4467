// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/edit/length_within.h"

#include "gis/edit/local_plane.h"

#include <algorithm>

namespace gridwarden::gis {

namespace {

core::GeoPoint along(core::GeoPoint a, core::GeoPoint b, double share) {
    return {a.longitude + (b.longitude - a.longitude) * share, a.latitude + (b.latitude - a.latitude) * share};
}

core::GeoBox boxOf(core::GeoPoint a, core::GeoPoint b) {
    core::GeoBox box;
    box.include(a);
    box.include(b);
    return box;
}

} // namespace

double lengthWithin(const core::Shape& shape, std::span<const core::Line> lines) {
    const core::GeoBox bounds = core::boundsOf(shape);
    double whole = 0;
    for (const core::Line& line : lines)
        for (std::size_t i = 0; i + 1 < line.size(); ++i) {
            const core::GeoBox box = boxOf(line[i], line[i + 1]);
            if (!box.intersects(bounds))
                continue;
            // Between two crossings of the border a piece is wholly inside or outside.
            const LocalPlane plane(line[i]);
            const PlanePoint a;
            const PlanePoint b = plane.toPlane(line[i + 1]);
            std::vector<double> cuts{0, 1};
            for (const core::Polygon& polygon : shape.polygons)
                for (const core::Line& ring : polygon)
                    for (std::size_t k = 0; k + 1 < ring.size(); ++k) {
                        if (!boxOf(ring[k], ring[k + 1]).intersects(box))
                            continue;
                        const PlanePoint c = plane.toPlane(ring[k]);
                        const PlanePoint d = plane.toPlane(ring[k + 1]);
                        const double c1 = turn(a, b, c);
                        const double d1 = turn(a, b, d);
                        if ((c1 > 0) != (d1 > 0))
                            cuts.push_back(std::clamp(shareAlong(a, b, between(c, d, c1 / (c1 - d1))), 0.0, 1.0));
                    }
            std::sort(cuts.begin(), cuts.end());
            const double length = core::distanceMetres(line[i], line[i + 1]);
            for (std::size_t k = 0; k + 1 < cuts.size(); ++k)
                if (cuts[k + 1] > cuts[k] && core::contains(shape, along(line[i], line[i + 1], (cuts[k] + cuts[k + 1]) / 2)))
                    whole += (cuts[k + 1] - cuts[k]) * length;
        }
    return whole;
}

} // namespace gridwarden::gis
