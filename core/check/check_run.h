// SPDX-License-Identifier: GPL-3.0-or-later
// What the parts of a check share: the file, the list of findings, and whether to go on.
#pragma once

#include "core/check/finding.h"
#include "core/store/connection.h"

#include <functional>

namespace gridwarden::core {

/// Told a share from 0 to 1; false stops. An empty one is never asked.
using CheckProgress = std::function<bool(double)>;

class CheckRun {
  public:
    CheckRun(Connection& connection, FindingList& findings, CheckProgress progress)
        : m_connection(connection), m_findings(findings), m_progress(std::move(progress)) {}

    [[nodiscard]] Connection& connection() { return m_connection; }
    void fault(Message what, Remedy remedy, CaseId caseId = {}, AreaId area = {}) {
        m_findings.add({std::move(what), remedy, true, {}, caseId, area});
    }
    void note(Message what, Remedy remedy = Remedy::None, CaseId caseId = {}, AreaId area = {}) {
        m_findings.add({std::move(what), remedy, false, {}, caseId, area});
    }

    /// The part that runs now covers these shares of the whole.
    void beginPart(double from, double to) {
        m_from = from;
        m_to = to;
        m_share = from;
    }
    /// A share of the present part is done. Errors: Cancelled "cancelled".
    Result<void> reached(double share) {
        m_share = m_from + share * (m_to - m_from);
        if (!goesOn())
            return fail(ErrorCode::Cancelled, {"cancelled", {}});
        return {};
    }
    [[nodiscard]] bool goesOn() const { return !m_progress || m_progress(m_share); }

  private:
    Connection& m_connection;
    FindingList& m_findings;
    CheckProgress m_progress;
    double m_from = 0;
    double m_to = 1;
    double m_share = 0;
};

} // namespace gridwarden::core
