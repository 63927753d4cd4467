// SPDX-License-Identifier: GPL-3.0-or-later
// The journal's entry about a full copy that leaves the district's place, in the window.
#pragma once

#include "app/workspace/workspace.h"

namespace gridwarden::app {

/// Notes a copy of the open district before it is made (core/full_copy.h). Empty, or a sentence that it does not stand
/// in the journal.
[[nodiscard]] QString noteFullCopy(Workspace& workspace, const QString& target);

/// What is told of a copy that was made, with the sentence where it is not noted.
[[nodiscard]] Notice copyNotice(const QString& made, const QString& unnoted);

} // namespace gridwarden::app
