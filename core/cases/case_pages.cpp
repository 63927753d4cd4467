// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/cases/case_pages.h"

#include "core/cases/case_rows.h"

#include <limits>

namespace gridwarden::core {

Result<CasePage> readCasePage(Connection& connection, CaseId after, int limit) {
    static const std::string caseSql = std::string("SELECT ") + ReportColumns + ", " + StateColumns +
                                       ", s.case_id, s.geometry, s.utc_offset FROM case_report r LEFT JOIN case_state s ON s.case_id = r.id "
                                       "WHERE r.id > ? ORDER BY r.id LIMIT ?";
    static const std::string stepSql =
        std::string("SELECT ") + StepColumns + " FROM step WHERE case_id > ? AND case_id <= ? ORDER BY case_id, at, recorded, id";
    constexpr int StateKey = ReportColumnCount + StateColumnCount;
    CasePage page;
    auto cases = connection.rows(caseSql, {after.value(), limit}, [](const Row& row) {
        CaseRows rows;
        rows.report = reportFrom(row, 0);
        if (!row.isNull(StateKey)) {
            rows.state = stateFrom(row, ReportColumnCount);
            rows.geometry = row.blob(StateKey + 1);
            rows.utcOffset = seconds(row.integer(StateKey + 2));
        }
        return rows;
    });
    if (!cases)
        return fail(cases);
    page.cases = std::move(*cases);
    const bool isLast = page.cases.size() < static_cast<std::size_t>(limit);
    const CaseId to = isLast ? CaseId(std::numeric_limits<std::int64_t>::max()) : page.cases.back().report.id;
    auto current = page.cases.begin();
    const auto read = connection.each(stepSql, {after.value(), to.value()}, [&](const Row& row) {
        std::optional<Error> fault;
        Step step = stepFrom(row, fault);
        while (current != page.cases.end() && current->report.id < step.caseId)
            ++current;
        if (current == page.cases.end() || current->report.id != step.caseId) {
            page.straySteps.push_back(step.id);
        } else {
            current->steps.push_back(std::move(step));
            if (fault)
                current->stepFault = std::move(fault);
        }
        return true;
    });
    if (!read)
        return fail(read);
    return page;
}

} // namespace gridwarden::core
