// SPDX-License-Identifier: GPL-3.0-or-later
// What duties (五定) are checked against: the hours that have to be covered, how long people may be on duty, how many
// areas one round may have, and who needs which certificate. Data: the setting duty_rules of a district, else
// resources/duties.json.
#pragma once

#include "core/base/result.h"
#include "core/district/week_hours.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace gridwarden::core {

/// Hours in which somebody has to be on duty.
struct ServiceHours {
    WeekHours hours;
    std::string area; ///< code of the one area they are for; empty: every area of the kind that is looked at
    std::string
        post; ///< the guard post in that one area that has to be kept; empty: whoever is on duty in the area will do
};

struct CertificateRule {
    std::string role; ///< whoever has it …
    std::string kind; ///< … needs a certificate of this kind: Certificate::kind
};

struct DutyRules {
    std::vector<ServiceHours> service;
    std::optional<int> longestShift; ///< minutes on duty without a break; none: no limit
    std::optional<int> longestWeek;  ///< minutes on duty from Monday to Sunday
    /// Duties of one person with the same responsibility and hours, and no guard posts, are one round through their
    /// areas: of at most so many; none: no limit.
    std::optional<int> largestRound;
    std::vector<CertificateRule> certificates;
};

/// {"service": [{"weekdays": "1-5", "start": "07:00", "end": "19:00", "area": "01", "post": "东门"}],
/// "longest_shift_hours": 11,
///  "longest_week_hours": 49, "largest_round": 7, "certificates": [{"role": "officer", "kind": "enforcement"}]}; every
///  member may be missing.
/// Errors: BadInput "duty-rules-unreadable" {member that cannot be used, or nothing}.
[[nodiscard]] Result<DutyRules> parseDutyRules(std::string_view json);
/// Those of the setting duty_rules; of an empty one the shipped rules. Errors: as parseDutyRules; Io "resource-missing"
/// {path}.
[[nodiscard]] Result<DutyRules> dutyRulesOf(std::string_view setting);
/// Local hours of the day, 0 to 23, in which somebody has to be on duty somewhere on some weekday.
[[nodiscard]] std::vector<int> serviceHoursOfDay(const DutyRules& rules);
/// The same as text, one that parseDutyRules reads as these.
[[nodiscard]] std::string dutyRulesText(const DutyRules& rules);

} // namespace gridwarden::core
