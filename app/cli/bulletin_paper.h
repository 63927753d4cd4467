// SPDX-License-Identifier: GPL-3.0-or-later
// gridwarden report bulletin.
#pragma once

#include "app/cli/verbs.h"

namespace gridwarden::app {

void addBulletinVerb(CLI::App& group, Command& command);

} // namespace gridwarden::app
