// SPDX-License-Identifier: GPL-3.0-or-later
// The demo district: real streets of central Shanghai, grids along them, made-up people and a generated year of cases
// (resources/demo, whose README says what is real).
#pragma once

#include "core/district.h"

#include <functional>
#include <memory>

namespace gridwarden::app {

/// Makes the file and fills it. `progress` is told the part done, 0 to 1, and answers whether to go on; when it does not,
/// or anything fails, no file is left.
/// Errors: as District::create; those of the resource files; Cancelled "cancelled".
[[nodiscard]] core::Result<std::unique_ptr<core::District>> makeDemoDistrict(const std::filesystem::path& path,
                                                                             const std::function<bool(double)>& progress = {});

} // namespace gridwarden::app
