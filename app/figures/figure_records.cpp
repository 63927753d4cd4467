// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/figures/figure_records.h"

#include "app/workspace/workspace.h"

#include <algorithm>

namespace gridwarden::app {

bool showCases(Workspace& workspace, const QString& title, const core::FigureValue& value, const FigureBasis& basis) {
    const core::RowSet rows = value.rows | value.rowsOfSteps;
    if (rows.empty())
        return false;
    core::ListedCases listed{title.toStdString(), core::caseIds(*basis.cases.facts, rows)};
    std::sort(listed.cases.begin(), listed.cases.end());
    core::Filter filter = basis.cases.filter;
    filter.listed = std::make_shared<const core::ListedCases>(std::move(listed));
    workspace.setFilter(filter);
    return true;
}

} // namespace gridwarden::app
