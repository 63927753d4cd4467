// SPDX-License-Identifier: GPL-3.0-or-later
// Absences (请假、外出): who is away on which days, and who does their work meanwhile.
#pragma once

#include "core/base/id.h"
#include "core/base/time.h"
#include "core/store/store.h"

#include <string>
#include <vector>

namespace gridwarden::core {

struct Absence {
    AbsenceId id;
    PersonId person;
    PersonId substitute; ///< null: nobody
    Day first, last;     ///< local days, inclusive
    std::string note;
};

/// By their first days. Errors: Database.
[[nodiscard]] Result<std::vector<Absence>> loadAbsences(Connection& connection);
/// Adds when the id is null, else rewrites. Errors: BadInput "absence-incomplete", "absence-ends-before-start", "absence-by-itself" (the
/// substitute is the person); Exists "absence-overlaps" {first, last} of the one that is there.
Result<AbsenceId> saveAbsence(Change& change, Absence absence);
Result<void> removeAbsence(Change& change, AbsenceId id);

} // namespace gridwarden::core
