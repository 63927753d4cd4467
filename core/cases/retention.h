// SPDX-License-Identifier: GPL-3.0-or-later
// How long contacts are kept after a case has ended. The bureau sets it (setting "retention"); nothing is erased before it does,
// because the law asks for the shortest time that the purpose allows and names no number.
#pragma once

#include "core/base/id.h"
#include "core/store/connection.h"

#include <map>

namespace gridwarden::core {

struct RetentionRules {
    std::optional<int> days;            ///< after the end of a case; none: kept
    std::map<std::string, int> sources; ///< days for single sources, by key
    [[nodiscard]] bool isOff() const { return !days && sources.empty(); }
    bool operator==(const RetentionRules&) const = default;
};

/// The setting's text; anything unreadable means: off.
[[nodiscard]] RetentionRules retentionFromText(std::string_view text);
[[nodiscard]] std::string retentionText(const RetentionRules& rules);

/// Cases whose contacts, in the table or still in the journal, are past their time. What was reported and undone again counts from
/// its journal entry, by the rule for all sources.
[[nodiscard]] Result<std::vector<CaseId>> contactsDue(Connection& connection, const RetentionRules& rules, Moment asOf);

} // namespace gridwarden::core
