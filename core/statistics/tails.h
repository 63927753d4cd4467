// SPDX-License-Identifier: GPL-3.0-or-later
// How probable it is that chance alone goes as far as this.
#pragma once

namespace gridwarden::core {

/// That a standard normal value is as far from 0 as `z` or farther, on either side.
[[nodiscard]] double bothNormalTails(double z);
/// That a χ² value is `x` or more. \pre x >= 0, degreesOfFreedom > 0
[[nodiscard]] double chiSquaredTail(double x, int degreesOfFreedom);

} // namespace gridwarden::core
