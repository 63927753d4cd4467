// SPDX-License-Identifier: GPL-3.0-or-later
// gridwarden report worklist, gridwarden report daybook: papers of the desk.
#pragma once

#include "app/cli/verbs.h"

namespace gridwarden::app {

void addDeskPaperVerbs(CLI::App& group, Command& command);

} // namespace gridwarden::app
