// SPDX-License-Identifier: GPL-3.0-or-later
// The point of a segment that is nearest to another point, in a plane.
#pragma once

#include "core/base/local_plane.h"

#include <algorithm>

namespace gridwarden::core {

[[nodiscard]] inline double squaredDistance(PlanePoint a, PlanePoint b) {
    return (a.x - b.x) * (a.x - b.x) + (a.y - b.y) * (a.y - b.y);
}

struct NearestOnSegment {
    double share = 0; ///< of the segment from its beginning, 0 to 1
    double squaredDistance = 0;
};

[[nodiscard]] inline NearestOnSegment nearestOnSegment(PlanePoint point, PlanePoint from, PlanePoint to) {
    const double x = to.x - from.x, y = to.y - from.y, squared = x * x + y * y;
    const double share =
        squared > 0 ? std::clamp(((point.x - from.x) * x + (point.y - from.y) * y) / squared, 0.0, 1.0) : 0;
    return {share, squaredDistance(point, {from.x + share * x, from.y + share * y})};
}

} // namespace gridwarden::core
