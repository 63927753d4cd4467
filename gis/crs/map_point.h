// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace gridwarden::gis {

/// A place in some coordinate reference system, in its units: x east or longitude, y north or latitude.
struct MapPoint {
    double x = 0;
    double y = 0;
    bool operator==(const MapPoint&) const = default;
};

} // namespace gridwarden::gis
