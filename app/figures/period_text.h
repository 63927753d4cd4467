// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/time.h"

#include <QString>

namespace gridwarden::app {

/// The shortest name of a period: "2026-10", "2026 Q3", "2026", "10-05", "10-05–10-11".
[[nodiscard]] QString periodText(core::Period period);

} // namespace gridwarden::app
