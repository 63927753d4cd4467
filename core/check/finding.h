// SPDX-License-Identifier: GPL-3.0-or-later
// What `check` finds in a district's file, and how findings are gathered.
#pragma once

#include "core/base/geometry.h"
#include "core/base/id.h"
#include "core/base/result.h"

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace gridwarden::core {

/// What can be done about a finding.
enum class Remedy {
    None,    ///< nothing has to be done: it is noted
    Repair,  ///< repairDistrict rebuilds it from what it follows from
    Restore, ///< what is lost is only in a backup
    PutBack, ///< a file beside the district has to be put back
    Edit     ///< somebody who knows has to set it right in the lists
};
/// "remedy-repair" …: what to do, as a sentence of its own; an empty key for None.
[[nodiscard]] Message remedyText(Remedy remedy);

struct Finding {
    Message what; ///< with the place in the file: table, row, number
    Remedy remedy = Remedy::None;
    bool isFault = true; ///< otherwise a note
    std::optional<GeoPoint> place;
    CaseId caseId; ///< where there is something to show; null otherwise
    AreaId area;
};

/// Keeps so many findings of a kind and counts the rest, so that a file with a million faults can be told about.
class FindingList {
  public:
    static constexpr int KeptOfAKind = 100;

    void add(Finding finding);
    /// Findings in the order in which they came, each kind ended by "findings-more" {count} where some were left out.
    [[nodiscard]] std::vector<Finding> take();

  private:
    std::vector<Finding> m_findings;
    std::map<std::string, int> m_counts;
};

} // namespace gridwarden::core
