// SPDX-License-Identifier: GPL-3.0-or-later
// Which cases turn red within a time: that are not overdue at one moment and would be at a later one, if nothing is done.
#pragma once

#include "core/figures/filter.h"

namespace gridwarden::core {

/// Ascending rows. Suspensions and holidays are in the deadlines already; chunks whose deadlines lie elsewhere are passed over.
[[nodiscard]] Selection turningRed(const CaseFacts& facts, Moment from, Moment to);

} // namespace gridwarden::core
