// SPDX-License-Identifier: GPL-3.0-or-later
// Coverage in the words of the window: rows of its tables, what is drawn on the map, the sentence above them.
#pragma once

#include "app/patrol/coverage_table.h"
#include "app/workspace/marked_roads.h"
#include "core/patrol_actions.h"

namespace gridwarden::app {

[[nodiscard]] std::vector<CoverageColumn> roadColumns();
inline constexpr int LackingColumn = 6; ///< of these
[[nodiscard]] std::vector<CoverageColumn> gridColumns();

/// All that is shown of a coverage. Made on any thread.
struct CoverageView {
    QString summary; ///< "12 tracks, 58.3 km, 31.0 h. …"
    std::vector<CoverageRow> roads;
    std::vector<MarkedRoads::Road> marks; ///< beside the rows of roads
    std::vector<CoverageRow> grids;
};
[[nodiscard]] CoverageView viewOf(const core::CoveragePicture& picture, const core::TimeZone& zone);

} // namespace gridwarden::app
