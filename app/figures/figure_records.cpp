// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/figures/figure_records.h"

#include "app/workspace/workspace.h"

#include <algorithm>
#include <iterator>

namespace gridwarden::app {

bool showCases(Workspace& workspace, const QString& title, const core::FigureValue& value, const FigureBasis& basis) {
    core::Selection rows;
    std::set_union(value.rows.begin(), value.rows.end(), value.rowsOfSteps.begin(), value.rowsOfSteps.end(), std::back_inserter(rows));
    if (rows.empty())
        return false;
    core::ListedCases listed{title.toStdString(), {}};
    for (const std::uint32_t row : rows)
        listed.cases.push_back((*basis.cases.facts)[row].id);
    std::sort(listed.cases.begin(), listed.cases.end());
    core::Filter filter = basis.cases.filter;
    filter.listed = std::make_shared<const core::ListedCases>(std::move(listed));
    workspace.setFilter(filter);
    return true;
}

} // namespace gridwarden::app
