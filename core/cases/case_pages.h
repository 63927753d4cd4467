// SPDX-License-Identifier: GPL-3.0-or-later
// All cases, page by page in the order of their ids, for those who go through every one of them with little memory.
#pragma once

#include "core/cases/case_store.h"

namespace gridwarden::core {

/// What the file holds of one case.
struct CaseRows {
    CaseReport report;
    std::vector<Step> steps;          ///< in the order in which they are derived
    std::optional<Error> stepFault;   ///< a step that cannot be read
    std::optional<StoredState> state;
    std::string geometry;             ///< as the state holds it, for other programs
    seconds utcOffset{0};             ///< likewise
};

struct CasePage {
    std::vector<CaseRows> cases;      ///< none: there are no more
    std::vector<StepId> straySteps;   ///< steps with ids of cases between these that do not exist
};

/// Up to `limit` cases after an id (of any value, also none that a case has). Errors: Database.
[[nodiscard]] Result<CasePage> readCasePage(Connection& connection, CaseId after, int limit);

} // namespace gridwarden::core
