// SPDX-License-Identifier: GPL-3.0-or-later
// Where somebody stood still.
#pragma once

#include "core/patrol/fix.h"

#include <span>

namespace gridwarden::core {

/// The fixes from first to last, both included, of somebody who stood at a place.
struct FixStop {
    std::size_t first = 0;
    std::size_t last = 0;
    GeoPoint place; ///< mean of the fixes within the radius, each weighted by its time
};

/// A stop is a stretch of at least `leastMs` during which a device is within the radius of one place for at least four
/// fifths of the time and is never seen outside only for more than 30 s: a single position that errs does not end it.
/// It begins and ends with a fix within the radius, so on either side it holds the time that somebody takes to cross
/// the radius. Stops do not overlap. \pre ascending times, all within a few kilometres of the first
[[nodiscard]] std::vector<FixStop> findStops(std::span<const Fix> fixes, double radiusMetres, std::int64_t leastMs);

} // namespace gridwarden::core
