// SPDX-License-Identifier: GPL-3.0-or-later
// What was handed out and what was taken out of it, in numbers and in sentences: it goes with every file.
#pragma once

#include "core/base/time.h"
#include "core/disclosure/disclosure_rules.h"
#include "core/disclosure/personal_traces.h"

namespace gridwarden::core {

struct DisclosureAccount {
    std::string district;
    DisclosureRules rules;
    Moment asOf;
    std::string head;                             ///< of the journal: hash of its newest entry
    std::int64_t records = 0;                     ///< cases that are in the file, or that were counted
    bool isCounts = false;                        ///< a table of counts: only the last three numbers say more
    std::int64_t contacts = 0;                    ///< cases with a name or telephone number of a reporter, all of which are left out
    std::int64_t sealedContacts = 0;              ///< contacts of the district that are sealed, so that their names were not looked for in texts
    TraceCounts masked{};                         ///< marks in texts, by kind
    std::int64_t descriptions = 0, addresses = 0; ///< that were left out whole
    std::int64_t handlers = 0;                    ///< cases whose handler is told as the rules say, by name or not
    std::int64_t placesExact = 0, placesLattice = 0, placesGrid = 0, placesLeftOut = 0; ///< of cases that have a place
    std::int64_t pictures = 0, picturesLeftOut = 0, papersLeftOut = 0;
    std::int64_t smallCells = 0, withheldCells = 0; ///< of a table of counts
};

/// One line each, for people. `rulesName` in their language.
[[nodiscard]] std::vector<Message> accountLines(const DisclosureAccount& account, const std::string& rulesName, const TimeZone& zone);

} // namespace gridwarden::core
