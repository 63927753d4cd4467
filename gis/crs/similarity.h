// SPDX-License-Identifier: GPL-3.0-or-later
// From one plane to another by shift, rotation and scale ("four parameters"), typed in or found from control points.
#pragma once

#include "core/base/result.h"
#include "gis/crs/map_point.h"

#include <span>
#include <vector>

namespace gridwarden::gis {

/// x′ = shiftX + a·x − b·y and y′ = shiftY + b·x + a·y, where a = scale · cos(rotation) and b = scale · sin(rotation). A rotation is
/// positive anticlockwise, x is east and y north.
struct Similarity {
    double shiftX = 0;
    double shiftY = 0;
    double a = 1;
    double b = 0;
    bool operator==(const Similarity&) const = default;

    [[nodiscard]] static Similarity from(double shiftX, double shiftY, double rotationSeconds, double scale);
    [[nodiscard]] double scale() const;
    [[nodiscard]] double rotationSeconds() const;
    [[nodiscard]] bool isIdentity() const { return *this == Similarity(); }
    /// Finite, and not everything becomes one point.
    [[nodiscard]] bool isUsable() const;
    [[nodiscard]] MapPoint forward(MapPoint point) const;
    [[nodiscard]] MapPoint inverse(MapPoint point) const;
};

/// The same place in the plane that is to be brought over and in the one it is brought into.
struct ControlPoint {
    MapPoint source;
    MapPoint target;
    bool isUsed = true;
    bool operator==(const ControlPoint&) const = default;
};

struct ControlFit {
    Similarity similarity;
    std::vector<MapPoint> residuals; ///< of every point, also those switched off: brought over minus target
    double rms = 0;                  ///< root of the mean square length of the residuals of the points used
};

/// Least squares. Errors: BadInput "control-points-too-few": two different points are needed; "control-points-unusable": they
/// are not finite or fall together.
[[nodiscard]] core::Result<ControlFit> fitControlPoints(std::span<const ControlPoint> points);

} // namespace gridwarden::gis
