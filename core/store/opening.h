// SPDX-License-Identifier: GPL-3.0-or-later
// What is found when a file is opened as a district: what refuses it, and what is only said.
#pragma once

#include "core/store/connection.h"
#include "core/store/file_place.h"

#include <vector>

namespace gridwarden::core {

enum class OpenMode { ReadWrite, ReadOnly };

enum class RemarkKind {
    Interrupted, ///< the program had ended without closing; an interrupted write was finished
    OtherWriter, ///< another program wrote the file since we did
    LeftBehind,  ///< another program left something that our next change sets right
    OlderSchema  ///< read through a migrated copy; writing needs the migration
};

struct OpeningRemark {
    RemarkKind kind;
    Message what;
};

/// The file as it was found, before anything of it was read as a district.
struct FoundFile {
    std::filesystem::path path; ///< absolute
    FilePlace place = {};
    bool isWal = false;      ///< left in write-ahead mode
    bool hasWal = false;     ///< with a write-ahead log beside it
    bool hasJournal = false; ///< with a journal beside it: a write runs or was interrupted
};

/// Errors: NotFound "file-not-found"; NotDistrict "file-is-folder", "file-empty", "file-not-district"; Io "file-unreadable";
/// Damaged "file-cut-off" {file, size, whole size}.
[[nodiscard]] Result<FoundFile> findFile(const std::filesystem::path& path);

/// Errors: ReadOnly "district-on-share" {file, network}, "medium-read-only" {folder}, "folder-not-writable" {folder},
/// "file-not-writable" {file}. Writing on a share can be allowed by GRIDWARDEN_WRITE_ON_SHARES=1 of the environment.
[[nodiscard]] Result<void> mayBeWritten(const FoundFile& file);

/// A connection that reads without leaving anything behind. \pre no interrupted write, or one that is being finished elsewhere
[[nodiscard]] Result<Connection> connectForReading(const FoundFile& file);

} // namespace gridwarden::core
