// SPDX-License-Identifier: GPL-3.0-or-later
// Streets as chains of vertices that they share, a step on the way to their network.
#pragma once

#include "core/patrol/street_network.h"

namespace gridwarden::core {

struct ChainVertex {
    std::uint32_t vertex = 0; ///< the same number wherever streets meet
    PlanePoint at;
    double metres = 0; ///< along the street, on the ellipsoid
};

struct StreetChains {
    std::vector<std::vector<ChainVertex>>
        chains; ///< one for each street; fewer than two vertices where there is no line
    std::uint32_t vertexCount = 0;
};

/// Equal vertices get the same number. An end that lies within the tolerance of another street gets the number of its
/// vertex there, or becomes one of its vertices.
[[nodiscard]] StreetChains chainStreets(std::span<const Street> streets, const LocalPlane& plane, double joinMetres);

} // namespace gridwarden::core
