// SPDX-License-Identifier: GPL-3.0-or-later
// Local systems: planes of a city or a project, known only by their relation to a registered system.
#pragma once

#include "core/base/result.h"
#include "gis/crs/similarity.h"

#include <array>
#include <string>
#include <string_view>
#include <vector>

namespace gridwarden::gis {

enum class LocalSystemKind {
    FourParameters,  ///< into the plane `base`
    ControlPoints,   ///< the same, found by least squares
    SevenParameters, ///< from the datum of `base` to WGS 84
};

/// Shifts in metres, rotations in seconds of arc, scale in parts per million; signs as in the position vector (Bursa–Wolf) form.
struct SevenParameters {
    std::array<double, 3> shift{};
    std::array<double, 3> rotation{};
    double scale = 0;
    bool operator==(const SevenParameters&) const = default;
};

struct LocalSystem {
    LocalSystemKind kind = LocalSystemKind::FourParameters;
    std::string base;      ///< what Crs::parse reads: the plane that is brought into, or the system with a datum of its own
    Similarity similarity; ///< of FourParameters
    SevenParameters seven;
    std::vector<ControlPoint> points;
    bool operator==(const LocalSystem&) const = default;
};

/// "local:" and JSON: {"plane": base, "shift": [x, y], "rotation": seconds, "scale": k}, or {"plane": base, "points": [[x, y, x′, y′, used]]}, or
/// {"datum": base, "shift": [x, y, z], "rotation": [x, y, z], "scale": ppm}.
[[nodiscard]] std::string textOf(const LocalSystem& system);
[[nodiscard]] bool isLocalSystem(std::string_view text);
/// Errors: BadInput "local-system-unreadable".
[[nodiscard]] core::Result<LocalSystem> parseLocalSystem(std::string_view text);

} // namespace gridwarden::gis
