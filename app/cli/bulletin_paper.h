// SPDX-License-Identifier: GPL-3.0-or-later
// gridwarden report bulletin and report supervision.
#pragma once

#include "app/cli/verbs.h"

namespace gridwarden::app {

void addBulletinVerbs(CLI::App& group, Command& command);

} // namespace gridwarden::app
