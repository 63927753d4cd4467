// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/statistics/local_g.h"

#include "core/statistics/near_places.h"
#include "core/statistics/tails.h"

#include <cassert>
#include <cmath>

namespace gridwarden::core {

std::vector<LocalG> localG(std::span<const PlanePoint> places, std::span<const double> values, double distanceMetres) {
    assert(places.size() == values.size());
    std::vector<LocalG> result(places.size());
    const auto n = static_cast<double>(places.size());
    double sum = 0, squares = 0;
    for (const double value : values)
        sum += value;
    const double mean = sum / n;
    for (const double value : values)
        squares += (value - mean) * (value - mean);
    const double deviation = std::sqrt(squares / n);
    const bool areAlike = !(deviation > 1e-14 * std::abs(mean)); // but for rounding
    const NearPlaces near(places, distanceMetres);
    for (std::uint32_t i = 0; i < places.size(); ++i) {
        double around = 0;
        near.visit(i, [&](std::uint32_t other, double) {
            around += values[other];
            ++result[i].near;
        });
        const double count = result[i].near;
        if (areAlike || count >= n)
            continue;
        result[i].z = (around - count * mean) / (deviation * std::sqrt((n * count - count * count) / (n - 1)));
        result[i].p = bothNormalTails(result[i].z);
    }
    return result;
}

} // namespace gridwarden::core
