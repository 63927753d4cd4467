// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/text/message_text.h"
#include "core/activities/activity_lists.h"

namespace gridwarden::app {

/// The Chinese name where there is no English one.
[[nodiscard]] QString kindName(const core::ActivityKind& kind, core::Language in = language());
/// The key where it is unknown.
[[nodiscard]] QString kindName(const core::ActivityLists& lists, const std::string& key,
                               core::Language in = language());

} // namespace gridwarden::app
