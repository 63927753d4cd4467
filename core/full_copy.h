// SPDX-License-Identifier: GPL-3.0-or-later
// A copy of everything in a district, personal data and all, that leaves its place: a copied file, an archive.
#pragma once

#include "core/district.h"

namespace gridwarden::core {

/// Writes into the journal who makes a full copy, when, into which file and of how many cases; to be called before there is the file, so that none
/// is without its entry. The district's own backups are no such copies. Errors: ReadOnly; Database.
Result<void> noteFullCopy(District& district, const Actor& actor, const std::filesystem::path& target);

} // namespace gridwarden::core
