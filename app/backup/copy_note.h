// SPDX-License-Identifier: GPL-3.0-or-later
// The journal's entry about a full copy that leaves the district's place, in the window.
#pragma once

#include "app/workspace/workspace.h"

namespace gridwarden::app {

/// Notes a copy of the open district before it is made. Errors: as core::noteFullCopy; Refused "district-busy" {what is done}.
[[nodiscard]] core::Result<void> noteFullCopy(Workspace& workspace, const QString& target);

/// The same for a copy that is made in any case, because it is the way out (of a share that may only be read, of a damaged file): empty, or a
/// sentence that it does not stand in the journal.
[[nodiscard]] QString noteOrSay(Workspace& workspace, const QString& target);

} // namespace gridwarden::app
