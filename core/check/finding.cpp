// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/check/finding.h"

namespace gridwarden::core {

Message remedyText(Remedy remedy) {
    switch (remedy) {
    case Remedy::None:
        return {};
    case Remedy::Repair:
        return {"remedy-repair", {}};
    case Remedy::Restore:
        return {"remedy-restore", {}};
    case Remedy::PutBack:
        return {"remedy-put-back", {}};
    case Remedy::Edit:
        return {"remedy-edit", {}};
    }
    return {};
}

void FindingList::add(Finding finding) {
    if (++m_counts[finding.what.key] <= KeptOfAKind)
        m_findings.push_back(std::move(finding));
}

std::vector<Finding> FindingList::take() {
    std::vector<Finding> all;
    std::map<std::string, int> seen;
    for (Finding& finding : m_findings) {
        const int left = m_counts[finding.what.key] - KeptOfAKind;
        const bool isLastKept = ++seen[finding.what.key] == KeptOfAKind && left > 0;
        Finding rest{{"findings-more", {std::to_string(left)}}, finding.remedy, finding.isFault, {}, {}, {}};
        all.push_back(std::move(finding));
        if (isLastKept)
            all.push_back(std::move(rest));
    }
    m_findings.clear();
    m_counts.clear();
    return all;
}

} // namespace gridwarden::core
