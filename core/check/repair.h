// SPDX-License-Identifier: GPL-3.0-or-later
// Sets right what can be rebuilt from the rest of the file: never a step, never an entry of the journal, nothing that somebody entered.
#pragma once

#include "core/check/check_run.h"
#include "core/district.h"

namespace gridwarden::core {

/// What was done, as messages: "repaired-indexes", "repaired-trigger" {name}, "repaired-object" {type, name}, "repaired-mark" {mark},
/// "repaired-geopackage" {row}, "repaired-states" {count}, "repaired-counter" {name, value}, "repaired-desk" {number}.
using RepairSteps = std::vector<Message>;

/// One entry of the journal ("repair-district"), in one transaction: all of it or nothing. Empty when nothing had to be done; then no
/// entry is made. Errors: those of District::change; Cancelled.
[[nodiscard]] Result<RepairSteps> repairFile(District& district, const Actor& actor, const CheckProgress& progress = {});

} // namespace gridwarden::core
