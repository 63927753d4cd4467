// SPDX-License-Identifier: GPL-3.0-or-later
// The supervision bulletin (督查通报) of a period: what was supervised and how often, which units do it well and which do not, the places by name, and until when
// it has to be put right. All numbers come from core::evaluateFigures, core::indicators and the relapses.
#pragma once

#include "app/report/official_document.h"
#include "app/report/relapse_table.h"

namespace gridwarden::app {

/// Of an organisation with all below it.
struct SupervisedUnit {
    const core::Organisation* unit = nullptr;
    std::int64_t due = 0, closed = 0, closedInTime = 0, rework = 0, overdue = 0, urgings = 0, replies = 0;
};

struct Supervision {
    /// Keys of figures and their values: what was done in the period.
    std::vector<std::pair<std::string, std::int64_t>> work;
    core::Indicators all;
    std::vector<SupervisedUnit> units; ///< with any number, by their rate closed in time, then by what is overdue; those without cases due last
    std::vector<CaseLine> overdue;     ///< open and past their deadline, the longest first; at most MostNamed
    std::size_t overdueCount = 0;
    RelapseReport relapses;

    static constexpr std::size_t MostNamed = 30;
};

/// Errors: those of core::evaluateFigures; Database.
[[nodiscard]] core::Result<Supervision> readSupervision(const ReportScope& scope);

/// \param putRightBy the last day for it; none: at once
[[nodiscard]] OfficialDocument supervisionDocument(const ReportScope& scope, const Supervision& supervision, std::optional<core::Day> putRightBy,
                                                   const OfficialHeading& heading = {});

} // namespace gridwarden::app
