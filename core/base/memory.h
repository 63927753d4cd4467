// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <malloc.h>

namespace gridwarden::core {

/// Gives pages that hold nothing any more back to the system, which the allocator keeps otherwise. Takes some milliseconds; for
/// work that needed much more than what stays of it.
inline void giveBackFreedMemory() { (void)malloc_trim(0); }

} // namespace gridwarden::core
