// SPDX-License-Identifier: GPL-3.0-or-later
// Several reports of one problem: each is a case, and one of them stands for the problem.
#pragma once

#include "core/district.h"

namespace gridwarden::core {

/// The case that stands for the problem of another one, for a case that is to be linked.
/// Errors: Refused "step-links-in-circle", "step-links-to-void" {number}; NotFound; Database.
[[nodiscard]] Result<CaseId> standsFor(District& district, CaseId id, CaseId linking);
/// Whether nothing is linked to a case that is to be void. Errors: Refused "step-has-reports" {how many}; Database.
[[nodiscard]] Result<void> standsForNothing(District& district, CaseId id, const std::string& number);
/// Ends the open cases that are linked to one that was closed, or to one of these: by force, with its number as the reason.
Result<void> closeLinked(District& district, Change& change, const Step& closing, const std::string& number);

} // namespace gridwarden::core
