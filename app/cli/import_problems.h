// SPDX-License-Identifier: GPL-3.0-or-later
// What is told about rows that an import refused or noted.
#pragma once

#include "app/cli/output.h"
#include "gis/source/area_import.h"

#include <vector>

namespace gridwarden::app {

[[nodiscard]] Json problemDocument(const gis::ImportProblem& problem);
[[nodiscard]] Json problemDocuments(const std::vector<gis::ImportProblem>& problems);
/// The problems for people: all refusals are in the JSON; on a terminal the first ones are enough to see what is wrong.
void printProblems(const std::vector<gis::ImportProblem>& problems);

} // namespace gridwarden::app
