// SPDX-License-Identifier: GPL-3.0-or-later
// The check of a district's file: everything that can be known from the file and the photos beside it.
#pragma once

#include "core/check/check_run.h"
#include "core/store/store.h"

namespace gridwarden::core {

struct CheckReport {
    std::vector<Finding> findings;
    /// The newest entry of the journal: its hash stands for all that was done, and a printed report shows it.
    std::optional<JournalEntry> head;

    [[nodiscard]] std::size_t faults() const;
    [[nodiscard]] bool hasRepairable() const; ///< faults or notes that repairDistrict can set right
};

/// Checks, besides what checkSchemaObjects, checkGeoPackage, checkReferences, checkCounters, checkDesks, checkShapes, checkStates,
/// checkEvaluation and checkPhotos say: SQLite's own integrity ("file-damaged" {what}), the chain of the journal (as Store::verifyJournal), and whether the
/// calendar knows this year (noted). A part that cannot be finished, because what it needs is damaged, is a fault: "check-part-failed" {part, why}.
/// Needs no open District, so that a file which cannot be opened as one can be looked at. Memory does not grow with the number of cases.
/// Errors: Cancelled "cancelled".
[[nodiscard]] Result<CheckReport> checkFile(Store& store, const CheckProgress& progress = {});

} // namespace gridwarden::core
