// SPDX-License-Identifier: GPL-3.0-or-later
// Fewer fixes than a device recorded, where their density says nothing more.
#pragma once

#include "core/patrol/fix.h"

#include <span>

namespace gridwarden::core {

/// The first fix and then each that is at least so long after the one kept before. \pre ascending times
[[nodiscard]] std::vector<Fix> thinned(std::span<const Fix> fixes, std::int64_t leastMs = 5000);

} // namespace gridwarden::core
