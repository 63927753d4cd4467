// SPDX-License-Identifier: GPL-3.0-or-later
// Where and when somebody went along a street.
#pragma once

#include <cstdint>

namespace gridwarden::core {

/// One way along one edge of the network, without turning. A stop is part of the passage in which it lies; somebody who
/// only stood has a passage without length.
struct Passage {
    std::uint32_t street = 0; ///< position among the streets of the network
    std::uint32_t edge = 0;
    double fromMetres = 0; ///< along the street; against its direction when fromMetres > toMetres
    double toMetres = 0;
    std::int64_t enterMs = 0; ///< since 1970
    std::int64_t leaveMs = 0;
    [[nodiscard]] double metres() const {
        return fromMetres < toMetres ? toMetres - fromMetres : fromMetres - toMetres;
    }
    bool operator==(const Passage&) const = default;
};

} // namespace gridwarden::core
