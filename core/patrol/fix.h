// SPDX-License-Identifier: GPL-3.0-or-later
// Positions of a device over time, as they were recorded.
#pragma once

#include "core/base/geometry.h"

#include <cstdint>
#include <string>
#include <vector>

namespace gridwarden::core {

/// One position of a track. `at` is milliseconds since 1970 UTC; place is CGCS2000 degrees.
struct Fix {
    std::int64_t at;
    GeoPoint place;
    float accuracy = 0; ///< metres, one standard deviation; 0: unknown
};

/// Fixes of one device in the order of its file.
struct Track {
    std::string name;
    std::string device;
    std::vector<Fix> fixes;
};

} // namespace gridwarden::core
