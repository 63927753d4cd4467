// SPDX-License-Identifier: GPL-3.0-or-later
// What was noticed when a district was opened and what does not keep anybody from working with it.
#pragma once

#include "core/base/result.h"

namespace gridwarden::core {

enum class RemarkKind {
    Interrupted, ///< an interrupted write was finished (taken back or completed)
    OtherWriter, ///< another program wrote the file since we did
    LeftBehind,  ///< another program left something that our next change sets right
    OlderSchema  ///< read through a migrated copy; writing needs the migration
};

struct OpeningRemark {
    RemarkKind kind;
    Message what;
};

} // namespace gridwarden::core
