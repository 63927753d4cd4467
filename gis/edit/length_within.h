// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/geometry.h"

#include <span>

namespace gridwarden::gis {

/// How much of some lines lies within the polygons of a shape, in metres on the sphere.
[[nodiscard]] double lengthWithin(const core::Shape& shape, std::span<const core::Line> lines);

} // namespace gridwarden::gis
