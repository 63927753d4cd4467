// SPDX-License-Identifier: GPL-3.0-or-later
// One week of duties (五定) as a matrix of areas and days: who is on duty when, and what is wrong there.
#pragma once

#include "core/district.h"
#include "core/district/duty_check.h"

#include <QString>
#include <array>
#include <vector>

namespace gridwarden::app {

/// One line of a cell.
struct DutyWeekLine {
    enum class Mark {
        None,
        Gap,    ///< hours without anybody, of no duty
        Problem ///< of a duty with which something is wrong
    };
    QString text; ///< "07–13 张三"
    QString tip;  ///< hours, person, responsibility, post, problems
    Mark mark = Mark::None;
    core::DutyId duty; ///< null: a gap
};

struct DutyWeekRow {
    core::AreaId area;
    QString name;
    std::array<std::vector<DutyWeekLine>, 7> days; ///< from Monday; by the minute at which they begin
};

struct DutyWeek {
    core::Day monday;
    std::vector<DutyWeekRow> rows;           ///< areas of the kind that exist in the week, by code
    std::vector<core::DutyProblem> problems; ///< of the week, as checkDuties gives them
};

/// Whoever does a duty is in its cell, with whom they stand in for.
[[nodiscard]] DutyWeek dutyWeek(const core::District& district, core::AreaKind kind, core::Day monday,
                                const core::DutyRules& rules);

/// The row and the day, 0 Monday, to which a problem leads; none where its area is in no row.
struct DutyCell {
    std::size_t row;
    int day;
    bool operator==(const DutyCell&) const = default;
};
[[nodiscard]] std::optional<DutyCell> cellOf(const DutyWeek& week, const core::District& district,
                                             const core::DutyProblem& problem);

} // namespace gridwarden::app
