// SPDX-License-Identifier: GPL-3.0-or-later
// A small zip file made in memory, for documents that are packages (OpenDocument).
#pragma once

#include "core/base/result.h"

#include <string>
#include <vector>

namespace gridwarden::core {

struct ZipMember {
    std::string name; ///< with slashes
    std::string bytes;
    bool isStored = false; ///< not compressed; OpenDocument asks for it of its first member
};

/// The bytes of the file. The members keep their order; there are no extra fields, so that a reader finds the content of a stored first member at byte 38 behind
/// a name of eight letters; all have the time 1980-01-01, so that equal members make equal bytes.
/// Errors: BadInput "zip-too-large": more than 65,535 members or 4 GB, or a name of more than 65,535 bytes.
[[nodiscard]] Result<std::string> zipped(const std::vector<ZipMember>& members);

} // namespace gridwarden::core
