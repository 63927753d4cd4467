// SPDX-License-Identifier: GPL-3.0-or-later
// Files that must still be there after the plug was pulled: synced, then given their name in one step.
#pragma once

#include "core/base/result.h"

#include <filesystem>
#include <optional>
#include <string_view>

namespace gridwarden::core {

/// Waits until the file's bytes are on the disk, and lets the system forget them so that a check reads them from there.
/// Not for a file that SQLite has open: closing it would drop SQLite's locks. Errors: Io "file-unwritable" {path}.
Result<void> syncFile(const std::filesystem::path& file);

/// Gives `from` the name `to` in one step, replacing what has it, and waits until the folder's entry is on the disk.
/// \pre both in one folder. Errors: Exists "file-exists" {to} (without overwrite); Io "file-unwritable" {to}.
Result<void> renameDurably(const std::filesystem::path& from, const std::filesystem::path& to, bool overwrite);

/// A file that is removed at the end unless it was given its name by then.
class PartialFile {
  public:
    /// <target>.part beside the target; one left over from before is removed.
    explicit PartialFile(std::filesystem::path target);
    ~PartialFile();
    PartialFile(const PartialFile&) = delete;
    PartialFile& operator=(const PartialFile&) = delete;
    [[nodiscard]] const std::filesystem::path& path() const { return m_path; }
    /// Syncs it and gives it the target's name. Errors: as renameDurably.
    Result<void> finish(bool overwrite);

  private:
    void clear() const;
    std::filesystem::path m_target;
    std::filesystem::path m_path;
};

/// Writes a file whole or not at all. Errors: as renameDurably.
Result<void> writeDurably(const std::filesystem::path& file, std::string_view bytes, bool overwrite);

/// Removes the journals that lie beside where an SQLite file was or will be. \pre none is there.
void removeSideFiles(const std::filesystem::path& file);

/// Bytes that may still be written to the disk of a folder; none when the system does not say.
[[nodiscard]] std::optional<std::uintmax_t> freeSpace(const std::filesystem::path& folder);

} // namespace gridwarden::core
