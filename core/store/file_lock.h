// SPDX-License-Identifier: GPL-3.0-or-later
// Two people cannot write one district at once: the writer holds a lock file beside it that says who, where and since when,
// and during long work also what is being done, so that whoever opens the district after a crash can be told.
#pragma once

#include "core/base/result.h"
#include "core/store/journal.h"

#include <filesystem>
#include <optional>
#include <string>

namespace gridwarden::core {

/// Work that will be one entry of the journal. Once that entry is there, all of it is kept; before, nothing.
struct RunningWork {
    EntryId entry;
    EntryKind kind = EntryKind::Import;
    Message label;
    Moment since;
};

/// What a writer left that did not close the district: it was killed, or the machine stopped.
struct LeftOver {
    std::string who, machine;
    std::optional<RunningWork> work; ///< what it was doing, if that was long work
};

/// The lock itself is the kernel's and ends with the process; the text in the file only informs.
class FileLock {
  public:
    /// Takes <path>.lock. Errors: Locked "district-in-use" {who, machine, since}; Io "lock-failed" {path}.
    [[nodiscard]] static Result<FileLock> take(const std::filesystem::path& district);
    FileLock(FileLock&& other) noexcept;
    FileLock& operator=(FileLock&&) = delete;
    ~FileLock();

    /// Notes what is being done so that it survives a power cut, or that it has ended. What cannot be noted does not hinder the work.
    void note(const RunningWork& work);
    void clearNote();
    /// What the holder before left, when it did not give the lock back.
    [[nodiscard]] const std::optional<LeftOver>& leftOver() const { return m_leftOver; }

  private:
    FileLock(std::filesystem::path path, int descriptor) : m_path(std::move(path)), m_descriptor(descriptor) {}
    void write(const std::string& noteLine) const;
    std::filesystem::path m_path;
    int m_descriptor;
    std::string m_holder; ///< the lines that say who
    std::optional<LeftOver> m_leftOver;
};

[[nodiscard]] std::string machineName();
[[nodiscard]] std::string userName();

} // namespace gridwarden::core
