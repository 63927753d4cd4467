// SPDX-License-Identifier: GPL-3.0-or-later
// Cases of the demo district: the columns of resources/demo/incidents.csv as steps.
#pragma once

#include "core/district.h"

#include <functional>

namespace gridwarden::app {

/// Writes all rows; \pre areas and people of the demo are in the district. Errors: those of the file, BadInput with its row.
core::Result<void> writeDemoCases(core::District& district, core::Change& change, const std::filesystem::path& file,
                                  const std::function<bool(double)>& progress);

} // namespace gridwarden::app
