// SPDX-License-Identifier: GPL-3.0-or-later
// A photo or paper that is copied beside a district before the change that adds it, so that the change itself only
// gives the copy its name, however large the file is.
#pragma once

#include "core/base/result.h"

#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <string>
#include <string_view>

namespace gridwarden::core {

/// Synced and whole, under a name of its own in the district's folder of files. Removed with the object, unless a
/// change has given it its name by then.
class StagedFile {
public:
    using Progress = std::function<bool(double)>; ///< told the part that is done; answers whether to go on
    /// Errors: Io "photo-unreadable" {file}, "photo-not-kept" {folder}; Cancelled "cancelled".
    [[nodiscard]] static Result<std::shared_ptr<const StagedFile>>
    copy(const std::filesystem::path& from, const std::filesystem::path& folder, const Progress& progress = {});
    /// Errors: Io "photo-not-kept" {folder}.
    [[nodiscard]] static Result<std::shared_ptr<const StagedFile>> write(std::string_view bytes,
                                                                         const std::filesystem::path& folder);
    ~StagedFile();
    StagedFile(const StagedFile&) = delete;
    StagedFile& operator=(const StagedFile&) = delete;

    [[nodiscard]] const std::string& sha256() const { return m_sha256; }
    [[nodiscard]] std::uintmax_t size() const { return m_size; }
    /// Where it lies, also after it was kept.
    [[nodiscard]] std::filesystem::path path() const;
    /// Gives it its hash as its name, once. Errors: Io "photo-not-kept" {path}.
    Result<void> keep() const;

private:
    explicit StagedFile(const std::filesystem::path& folder);
    std::filesystem::path m_folder;
    std::filesystem::path m_staged;
    std::string m_sha256;
    std::uintmax_t m_size = 0;
};

} // namespace gridwarden::core
