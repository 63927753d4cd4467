// SPDX-License-Identifier: GPL-3.0-or-later
// gridwarden case list: cases of a filter as text, JSON or a file for spreadsheets.
#pragma once

#include "app/cli/verbs.h"

namespace gridwarden::app {

void addCaseListVerb(CLI::App& group, Command& command);

} // namespace gridwarden::app
