// SPDX-License-Identifier: GPL-3.0-or-later
// The tables of counts and rates: of one area against earlier periods, of several areas, by category; and what they mean.
#pragma once

#include "app/report/area_report.h"
#include "app/report/flow.h"

#include <functional>

namespace gridwarden::app {

/// Counts and rates with numerator and denominator, the period before and the same days a year ago.
[[nodiscard]] Flow figuresTable(const ReportScope& scope, const AreaReport& report);

/// One row for each area and one for all. `pageOf` gives the page an area's report begins on; without it there is no
/// such column.
[[nodiscard]] Flow areasTable(const ReportText& text, const std::vector<AreaNumbers>& rows, const AreaNumbers& all,
                              const std::function<int(std::size_t)>& pageOf = {});

/// Cases reported in the period by category and by source.
[[nodiscard]] Flow categoriesTable(const ReportScope& scope, const AreaReport& report);
[[nodiscard]] Flow sourcesTable(const ReportScope& scope, const AreaReport& report);

/// Names and definitions of all figures and rates.
[[nodiscard]] Flow definitionsTable(const ReportText& text, const core::Indicators& any);

} // namespace gridwarden::app
