// SPDX-License-Identifier: GPL-3.0-or-later
// What was cleared (in an area) and came back in the period (前清后乱、反复回潮), the places that do so most first.
#pragma once

#include "app/report/area_report.h"
#include "app/report/flow.h"
#include "core/figures/relapse.h"

namespace gridwarden::app {

struct RelapseLine {
    core::RelapsePlace counts;
    std::string address; ///< of the latest case there that has one
};

struct RelapseReport {
    core::RelapseOptions options;
    double squareMetres = 100;
    std::vector<RelapseLine> lines; ///< at most MostLines
    std::size_t placeCount = 0;     ///< with a return in the period
    core::SurvivalCurve curve;      ///< of all clearings in the area, until the moment of the data

    static constexpr std::size_t MostLines = 10;
};

/// Of the cases of a filter. Errors: Database.
[[nodiscard]] core::Result<RelapseReport> readRelapses(const ReportScope& scope, const core::Filter& filter);
/// Table and what it says; nothing where nothing came back.
[[nodiscard]] Flow relapseTable(const ReportScope& scope, const RelapseReport& report);

} // namespace gridwarden::app
