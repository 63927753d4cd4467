// SPDX-License-Identifier: GPL-3.0-or-later
// The backups of a district: verified copies of its file in the folder <district>.backups beside it, named by local time and reason.
// Nothing is remembered elsewhere: what a backup holds is read from the backup.
#pragma once

#include "core/store/backup_thinning.h"
#include "core/store/verified_copy.h"

#include <filesystem>
#include <functional>
#include <optional>
#include <string_view>
#include <vector>

namespace gridwarden::core {

enum class BackupReason {
    NewDay,    ///< before the first change of a local day
    Migration, ///< before the schema was changed
    Restore,   ///< before a backup was restored over it
    Asked,     ///< somebody wanted one
    Damaged    ///< a damaged district that was replaced, kept as it was
};
[[nodiscard]] std::string_view backupReasonKey(BackupReason reason); ///< "day", "migration" …: in names and labels

/// A backup as its name and its size tell; nothing has been read yet.
struct BackupFile {
    std::filesystem::path path;
    Moment made; ///< by its name
    BackupReason reason = BackupReason::Asked;
    std::uintmax_t bytes = 0;
};

/// A backup with what it holds.
struct BackupEntry {
    BackupFile file;
    std::optional<DistrictSummary> summary; ///< none when it cannot be read
    std::optional<Error> fault;             ///< why it is not good
    [[nodiscard]] bool isGood() const { return summary && !fault; }
};

class BackupShelf {
  public:
    /// \pre the zone is the district's; a damaged district's is not known, and any will do to find its backups.
    explicit BackupShelf(std::filesystem::path district, TimeZone zone = {}, BackupLimits limits = {});

    [[nodiscard]] const std::filesystem::path& district() const { return m_district; }
    [[nodiscard]] const BackupLimits& limits() const { return m_limits; }
    [[nodiscard]] std::filesystem::path folder() const; ///< need not exist yet

    /// Newest first, without opening any. A folder that is not there holds none. Errors: Io "backup-folder-failed" {folder}.
    [[nodiscard]] Result<std::vector<BackupFile>> files() const;
    enum class Depth {
        Quick, ///< readable, complete by its length, and counted
        Thorough ///< read through (verifyDistrict); seconds for each gigabyte
    };
    [[nodiscard]] static BackupEntry examine(const BackupFile& file, Depth depth);
    /// The newest one that passes the thorough check; none when there is none.
    [[nodiscard]] Result<std::optional<BackupEntry>> newestGood(const CopyProgress& progress = {}) const;

    /// Copies what `source` has open, verifies the copy (see copyVerified), puts it on the shelf and thins the shelf.
    /// Where room is short, older backups go first, but never the last good one.
    /// Errors: Io "backup-folder-failed" {folder}, "backup-no-space" {…}, "backup-failed" {…}; Cancelled; Database.
    [[nodiscard]] Result<BackupEntry> make(Connection& source, BackupReason reason, const CopyProgress& progress = {});
    /// As above, of the district's file with a read connection of its own.
    [[nodiscard]] Result<BackupEntry> make(BackupReason reason, const CopyProgress& progress = {});
    /// A path on the shelf for something made now; the folder is made when it is missing.
    [[nodiscard]] Result<std::filesystem::path> place(BackupReason reason);

    /// Changes a backup (an erasure): a copy of it is edited, verified and put in its place in one step.
    /// Errors: those of `edit`; as copyVerified. The backup is as before then.
    Result<void> rewrite(const BackupFile& file, const std::function<Result<void>(Connection&)>& edit) const;

    /// Removes what the limits do not leave room for; see backupsToDrop. Bad is what the quick look finds damaged.
    /// A damaged district that was kept is never removed and does not count.
    Result<void> thin() const;

    /// Never removes this one, whatever the limits say: it is being restored.
    void spare(std::filesystem::path backup) { m_spared = std::move(backup); }

    /// What a test says instead of the disk.
    using FreeSpace = std::function<std::optional<std::uintmax_t>(const std::filesystem::path&)>;
    void setFreeSpace(FreeSpace measure) { m_freeSpace = std::move(measure); }

  private:
    Result<void> makeFolder() const;
    Result<void> makeRoom(std::uintmax_t needed) const;
    Result<void> drop(const std::vector<BackupFile>& all, int count, std::uintmax_t bytes) const;
    std::filesystem::path m_district;
    TimeZone m_zone;
    BackupLimits m_limits;
    FreeSpace m_freeSpace;
    std::filesystem::path m_spared;
};

} // namespace gridwarden::core
