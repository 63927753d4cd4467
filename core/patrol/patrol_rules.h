// SPDX-License-Identifier: GPL-3.0-or-later
// How often roads have to be passed, by their grade (主干道严管、次干道严控、小街巷规范). Data: the setting patrol_rules of a district, else resources/patrol.json.
#pragma once

#include "core/base/result.h"

#include <map>
#include <string>
#include <string_view>

namespace gridwarden::core {

struct PatrolRules {
    std::map<std::string, int> passes; ///< required on a day, by grade; a grade that is not here has none
    /// A road was passed as often as this share of its length was.
    double share = 0.8;
    [[nodiscard]] int required(const std::string& grade) const {
        const auto found = passes.find(grade);
        return found == passes.end() ? 0 : found->second;
    }
    bool operator==(const PatrolRules&) const = default;
};

/// {"passes": {"arterial": 4, "secondary": 2}, "share": 0.8}; a member that is missing is as in a new PatrolRules.
/// Errors: BadInput "patrol-rules-unreadable" {member that cannot be used, or nothing}.
[[nodiscard]] Result<PatrolRules> parsePatrolRules(std::string_view json);
/// Those of the setting patrol_rules; of an empty one the shipped rules. Errors: as parsePatrolRules; Io "resource-missing" {path}.
[[nodiscard]] Result<PatrolRules> patrolRulesOf(std::string_view setting);
/// The same as text.
[[nodiscard]] std::string patrolRulesText(const PatrolRules& rules);

} // namespace gridwarden::core
