// SPDX-License-Identifier: GPL-3.0-or-later
// Putting a backup in the place of a district. Nothing is destroyed by it: what was there is on the shelf afterwards.
#pragma once

#include "core/store/backup_shelf.h"
#include "core/store/journal.h"

namespace gridwarden::core {

struct Restored {
    std::filesystem::path kept; ///< what was there before; empty when there was nothing
    DistrictSummary summary;
};

/// Verifies the backup, keeps the present district as a backup of its own (as it is, with its left-over journal, when it is damaged), and
/// puts a copy of the backup in its place in one step. The restored file says so in its journal, unless its schema is an older one,
/// and gives no case number twice: its counters stand at least where those of the replaced district stood.
/// \pre no connection of this process has the district open. A failure leaves the district as it was.
/// Errors: those of verifyDistrict about the backup; Locked; those of BackupShelf::make; Cancelled; Io.
[[nodiscard]] Result<Restored> restoreBackup(const std::filesystem::path& district, const std::filesystem::path& backup, const Actor& actor,
                                             const CopyProgress& progress = {});

} // namespace gridwarden::core
