// SPDX-License-Identifier: GPL-3.0-or-later
// The clock that now() reads, so that a test can turn it.
#pragma once

#include "core/base/time.h"

namespace gridwarden::core {

using Clock = Moment (*)();

/// Null: the machine's clock again.
void setClock(Clock clock);

} // namespace gridwarden::core
