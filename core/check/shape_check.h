// SPDX-License-Identifier: GPL-3.0-or-later
// Whether the shapes of areas can be read as the GeoPackage geometry they are said to be.
#pragma once

#include "core/check/check_run.h"

#include <string_view>

namespace gridwarden::core {

/// What is wrong with a geometry: "geometry-header-wrong", "geometry-system-wrong", "geometry-unreadable", "geometry-envelope-wrong",
/// "geometry-ring-open", "geometry-ring-short", "geometry-place-impossible"; an empty text when it is well.
[[nodiscard]] std::string_view geometryFault(std::string_view blob);

/// "area-geometry-broken" {code, name, fault}, "area-row-kind-unknown" {code, kind}.
Result<void> checkShapes(CheckRun& run);

} // namespace gridwarden::core
