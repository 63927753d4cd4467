// SPDX-License-Identifier: GPL-3.0-or-later
// Coverage in the words of the window: rows of its tables, what is drawn on the map, the sentence above them.
#pragma once

#include "app/patrol/coverage_table.h"
#include "app/workspace/marked_roads.h"
#include "core/patrol_actions.h"

namespace gridwarden::app {

[[nodiscard]] std::vector<CoverageColumn> roadColumns();
inline constexpr int LackingColumn = 6; ///< of these
[[nodiscard]] std::vector<CoverageRow> roadRows(const core::Coverage& coverage, const core::TimeZone& zone);
[[nodiscard]] std::vector<CoverageColumn> gridColumns();
/// \param serviceHours hours of the day in which somebody has to be out
[[nodiscard]] std::vector<CoverageRow> gridRows(const core::Coverage& coverage, const std::vector<int>& serviceHours);
/// Beside the rows of roads.
[[nodiscard]] std::vector<MarkedRoads::Road> roadMarks(const core::Coverage& coverage);
/// "12 tracks, 58.3 km, 31.0 h. …"
[[nodiscard]] QString coverageSentence(const core::Coverage& coverage);

} // namespace gridwarden::app
