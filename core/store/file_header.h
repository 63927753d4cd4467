// SPDX-License-Identifier: GPL-3.0-or-later
// The header of a SQLite file. It is read through SQLite's own file handle: opening and closing the file beside SQLite would
// drop the locks that this process holds on it.
#pragma once

#include "core/store/connection.h"

#include <cstdint>

namespace gridwarden::core {

struct FileHeader {
    std::int64_t fileSize = 0;      ///< bytes
    bool isSqlite = false;          ///< the magic text is there; the rest is 0 without it
    bool isWal = false;             ///< left in write-ahead mode
    std::int64_t pageSize = 0;      ///< bytes
    std::int64_t pageCount = 0;     ///< as the header says; 0 when that is not valid
    std::uint32_t changeCounter = 0;
    std::uint32_t applicationId = 0;
};

/// Errors: NotFound, Io.
[[nodiscard]] Result<FileHeader> readFileHeader(const std::filesystem::path& path);
[[nodiscard]] Result<FileHeader> readFileHeader(Connection& connection);

} // namespace gridwarden::core
