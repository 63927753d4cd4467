// SPDX-License-Identifier: GPL-3.0-or-later
// gridwarden import tracks.
#pragma once

#include "app/cli/verbs.h"

namespace gridwarden::app {

void addTrackImport(CLI::App& import, Command& command);

} // namespace gridwarden::app
