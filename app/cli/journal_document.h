// SPDX-License-Identifier: GPL-3.0-or-later
// An entry of the journal as JSON.
#pragma once

#include "app/cli/output.h"
#include "core/store/journal.h"

namespace gridwarden::app {

[[nodiscard]] Json entryDocument(const core::JournalEntry& entry, const core::TimeZone& zone);

} // namespace gridwarden::app
