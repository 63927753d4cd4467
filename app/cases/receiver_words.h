// SPDX-License-Identifier: GPL-3.0-or-later
// To whom a case is proposed to go, and why, in words.
#pragma once

#include "core/cases/dispatch_rules.h"

#include <QString>

namespace gridwarden::app {

/// "Rule 3: 夜间占道经营; 李四 for 张三, who is away"
[[nodiscard]] QString whyReceiver(const core::Receiver& receiver);

} // namespace gridwarden::app
