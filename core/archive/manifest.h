// SPDX-License-Identifier: GPL-3.0-or-later
// The first entry of an archive: what else is in it, so that nothing unexpected is ever written when it is unpacked.
#pragma once

#include "core/base/result.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace gridwarden::core {

/// The names in an archive are plain ASCII, because zip programs disagree about others; the district's own name is in the manifest.
inline constexpr std::string_view ManifestEntry = "manifest.json";
inline constexpr std::string_view DistrictEntry = "district.gpkg";
inline constexpr std::string_view FilesPrefix = "district.files/";

struct ManifestFile {
    std::string path; ///< in the archive
    std::uint64_t bytes = 0;
    std::string sha256;
};

struct Manifest {
    static constexpr std::size_t LargestText = 64 << 20;
    std::string name;                ///< of the district's file, without its ending
    std::vector<ManifestFile> files; ///< the district first
    [[nodiscard]] std::uint64_t bytes() const;
};

[[nodiscard]] std::string manifestText(const Manifest& manifest);
/// Takes only names that stay in their folder. Errors: BadInput "archive-manifest-unreadable", "archive-name-refused" {name}.
[[nodiscard]] Result<Manifest> manifestFromText(std::string_view text);
/// Whether a file beside the district can be packed under its name: letters, digits, '.', '-' and '_', not beginning with a dot.
[[nodiscard]] bool isPlainName(std::string_view name);

} // namespace gridwarden::core
