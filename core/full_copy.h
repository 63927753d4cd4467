// SPDX-License-Identifier: GPL-3.0-or-later
// A copy of everything in a district, personal data and all, that leaves its place: a copied file, an archive.
#pragma once

#include "core/district.h"

namespace gridwarden::core {

/// Writes into the journal who makes a full copy, when, into which file and of how many cases; to be called before
/// there is the file, so that none is without its entry. The district's own backups are no such copies. Where the
/// journal cannot be written (a reader, a damaged file, another desk that writes) the copy is made all the same: who
/// can read the file can copy it anyway, and the copy may be the way out. That it is not noted has then to be said.
/// \param district null: it is not open for writing
/// None: it is noted; else "copy-not-noted" {file}.
[[nodiscard]] std::optional<Message> noteFullCopy(District* district, const Actor& actor,
                                                  const std::filesystem::path& target);

} // namespace gridwarden::core
