// SPDX-License-Identifier: GPL-3.0-or-later
// A district and its photos in one zip file, to hand over or to keep elsewhere; and back.
#pragma once

#include "core/store/journal.h"
#include "core/store/verified_copy.h"

#include <filesystem>
#include <string>
#include <vector>

namespace gridwarden::core {

struct PackedDistrict {
    std::uint64_t photos = 0;         ///< files beside the district that went into the archive
    std::uint64_t bytes = 0;          ///< unpacked
    std::vector<std::string> leftOut; ///< what lies beside the district and is not one of its files
    std::vector<std::string> altered; ///< photos whose content does not fit their name any more; packed as they are
};

/// Packs the district (a verified copy, not the live file) and the files of <district>.files, then reads the whole archive back and compares
/// the digests before it gets its name. Errors: Exists; NotDistrict; Io "backup-no-space", "archive-unwritable" {target}; those of
/// copyVerified and of checkArchive; Cancelled.
[[nodiscard]] Result<PackedDistrict> packDistrict(const std::filesystem::path& district, const std::filesystem::path& target, Existing existing,
                                                  const CopyProgress& progress = {});

/// Where the files of an archive go.
struct UnpackTarget {
    std::filesystem::path folder;
    Existing existing = Existing::Keep; ///< Replace: a district that is there is kept on its shelf of backups
    Actor actor;                        ///< who replaces it
};
/// Unpacks into `folder`, whose district gets its name only after everything was read and compared with the manifest. Only what the
/// manifest lists is written; nothing is left behind when it fails. Returns the district's path.
/// Errors: NotFound; BadInput "archive-unreadable" {file, what}, "archive-not-ours" {file}, "archive-entry-refused" {entry},
/// "archive-manifest-unreadable", "archive-name-refused" {name}, "archive-digest-differs" {entry}, "archive-incomplete" {entry},
/// "archive-too-dense" {file}; Exists; Io "backup-no-space"; Database; Cancelled.
[[nodiscard]] Result<std::filesystem::path> unpackDistrict(const std::filesystem::path& archive, const UnpackTarget& target, const CopyProgress& progress = {});

/// Reads an archive through and compares it with its manifest, writing nothing. Errors: as unpackDistrict.
Result<void> checkArchive(const std::filesystem::path& archive, const CopyProgress& progress = {});
/// Whether a file is an archive of a district, by its first entry.
[[nodiscard]] bool isDistrictArchive(const std::filesystem::path& file);
/// The name of the district's file that it holds, without an ending. Errors: as unpackDistrict.
[[nodiscard]] Result<std::string> nameInArchive(const std::filesystem::path& archive);

} // namespace gridwarden::core
