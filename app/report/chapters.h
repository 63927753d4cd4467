// SPDX-License-Identifier: GPL-3.0-or-later
// The chapters of a report, each a flow that begins on a page of its own: one for an area, one over all areas, one with
// definitions.
#pragma once

#include "app/report/area_report.h"
#include "app/report/flow.h"
#include "app/report/report_map.h"

#include <functional>

namespace gridwarden::app {

/// `map` may be null.
[[nodiscard]] Flow areaChapter(const ReportScope& scope, const AreaReport& report, std::shared_ptr<const AreaMap> map);

/// The first pages of a file with several areas.
struct Summary {
    std::vector<AreaNumbers> areas;
    core::Indicators now, before; ///< of all areas together
};
[[nodiscard]] Flow summaryChapter(const ReportScope& scope, const Summary& summary, const std::function<int(std::size_t)>& pageOf);

[[nodiscard]] Flow definitionsChapter(const ReportScope& scope, const core::Indicators& any);

} // namespace gridwarden::app
