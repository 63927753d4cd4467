// SPDX-License-Identifier: GPL-3.0-or-later
// Where a file lies and what may be done with it there.
#pragma once

#include <filesystem>
#include <functional>
#include <string>

namespace gridwarden::core {

struct FilePlace {
    std::string network;           ///< "NFS", "SMB" …; empty: a file system of this computer
    bool isReadOnlyMedium = false; ///< mounted for reading only
    bool canWriteFolder = true;    ///< by this user: for the lock and SQLite's journal
    bool canWriteFile = true;
    [[nodiscard]] bool canWrite() const { return !isReadOnlyMedium && canWriteFolder && canWriteFile; }
};

/// By statfs and the rights of this process. What cannot be found out counts as ordinary.
[[nodiscard]] FilePlace placeOfFile(const std::filesystem::path& path);

/// What a test says instead of the operating system; an empty one ends it.
using PlaceProbe = std::function<FilePlace(const std::filesystem::path&)>;
void setPlaceProbe(PlaceProbe probe);

} // namespace gridwarden::core
