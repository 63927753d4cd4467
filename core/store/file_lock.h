// SPDX-License-Identifier: GPL-3.0-or-later
// Two people cannot write one district at once: the writer holds a lock file beside it that says who, where and since when.
#pragma once

#include "core/base/result.h"

#include <filesystem>

namespace gridwarden::core {

class FileLock {
  public:
    /// Takes <path>.lock. Errors: Locked "district-in-use" {who, machine, since}; Io "lock-failed" {path}.
    [[nodiscard]] static Result<FileLock> take(const std::filesystem::path& district);
    FileLock(FileLock&& other) noexcept;
    FileLock& operator=(FileLock&&) = delete;
    ~FileLock();

  private:
    FileLock(std::filesystem::path path, int descriptor) : m_path(std::move(path)), m_descriptor(descriptor) {}
    std::filesystem::path m_path;
    int m_descriptor;
};

[[nodiscard]] std::string machineName();
[[nodiscard]] std::string userName();

} // namespace gridwarden::core
