// SPDX-License-Identifier: GPL-3.0-or-later
// Copying a district so that the copy can be trusted: through SQLite's backup API, read back and compared before it gets its name.
#pragma once

#include "core/store/district_summary.h"

#include <functional>

namespace gridwarden::core {

/// Told the share that is done, 0 … 1; returns false to stop.
using CopyProgress = std::function<bool(double)>;

enum class Existing { Keep, Replace };

/// Copies the district that `source` has open, as it is at one moment: a read transaction is held while pages are copied, so no commit comes
/// between them; a commit elsewhere waits for it. The copy is left in rollback-journal mode, synced, read back from the disk and checked
/// (see verifyDistrict), compared with the source's summary, and named in one step. Nothing is left behind when it fails.
/// \pre `source` is not inside a transaction.
/// Errors: Exists "file-exists"; Io "backup-no-space" {target, bytes needed, bytes free}, "backup-failed" {target}; Cancelled; Database.
[[nodiscard]] Result<DistrictSummary> copyVerified(Connection& source, const std::filesystem::path& target, Existing existing, const CopyProgress& progress = {});
/// As above with a read connection of its own: for a worker while the window goes on reading.
[[nodiscard]] Result<DistrictSummary> copyVerified(const std::filesystem::path& source, const std::filesystem::path& target, Existing existing,
                                                   const CopyProgress& progress = {});

/// Reads a file through: SQLite's integrity and foreign keys, then its summary.
/// Errors: NotFound; NotDistrict; Database "file-damaged" {what}.
[[nodiscard]] Result<DistrictSummary> verifyDistrict(const std::filesystem::path& file);

} // namespace gridwarden::core
