// SPDX-License-Identifier: GPL-3.0-or-later
// The list of cases that a checker reads: every case behind a figure, numbered as on the map.
#pragma once

#include "app/report/area_report.h"
#include "app/report/flow.h"

namespace gridwarden::app {

[[nodiscard]] Flow casesTable(const ReportScope& scope, const AreaReport& report);

} // namespace gridwarden::app
