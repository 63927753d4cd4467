// SPDX-License-Identifier: GPL-3.0-or-later
// Whether the photos beside the district are those that its rows name.
#pragma once

#include "core/check/check_run.h"

#include <filesystem>

namespace gridwarden::core {

/// The folder of a district's photos and papers: <district>.files beside the file.
[[nodiscard]] std::filesystem::path filesFolderOf(const std::filesystem::path& district);

/// "photo-file-missing" {name, hash, number}, "photo-file-altered" {name, hash, number}, "photo-hash-wrong" {name, hash, number}. Noted:
/// "photo-thumbnail-missing" {name, number}, "photo-file-unused" {file}.
Result<void> checkPhotos(CheckRun& run, const std::filesystem::path& filesFolder);

} // namespace gridwarden::core
