// SPDX-License-Identifier: GPL-3.0-or-later
// The layers that a district's own list shows, for reports that nobody chose layers for.
#pragma once

#include "app/report/report_map.h"

namespace gridwarden::app {

/// From top to bottom.
[[nodiscard]] std::vector<ReportLayer> layersOf(const core::District& district);

} // namespace gridwarden::app
