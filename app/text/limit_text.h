// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/district/calendar.h"

#include <QString>

namespace gridwarden::app {

/// "2紧急工作时" / "2 urgent working hours".
[[nodiscard]] QString limitText(const core::Limit& limit);

} // namespace gridwarden::app
