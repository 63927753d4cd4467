// SPDX-License-Identifier: GPL-3.0-or-later
// Where high or low values lie together: the local statistic Gi* of Getis and Ord.
#pragma once

#include "core/base/local_plane.h"

#include <cstdint>
#include <span>
#include <vector>

namespace gridwarden::core {

struct LocalG {
    double z = 0;           ///< standard deviations by which the sum around a place differs from what chance gives
    double p = 1;           ///< of so much on either side
    std::uint32_t near = 0; ///< places within the distance, itself included
};

/// z_i = (Σ_j w_ij x_j − W_i x̄) ÷ (s √((n W_i − W_i²) ÷ (n − 1))), where w_ij is 1 for the places within the distance,
/// i itself included, W_i their number, and s² = Σ x_j² ÷ n − x̄² (Ord & Getis, Geographical Analysis 27 (1995) 286,
/// with binary weights). Where nothing can differ, because all values are alike or all places are near, z is 0 and p
/// is 1. p takes z as normal, which needs sums of enough: see hot_spots.h. One value beside each place; places at the
/// same point count each. \pre finite, as many values as places
[[nodiscard]] std::vector<LocalG> localG(std::span<const PlanePoint> places, std::span<const double> values,
                                         double distanceMetres);

} // namespace gridwarden::core
