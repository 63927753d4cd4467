// SPDX-License-Identifier: GPL-3.0-or-later
// Bringing an older district to the current schema. It is asked for and never happens at opening.
#pragma once

#include "core/store/store.h"

namespace gridwarden::core {

struct Migrated {
    int from = 0;
    int to = 0;
    std::filesystem::path copy; ///< of the district as it was before
};

/// Copies the district as it is before its migration and says where the copy is.
using CopyBefore = std::function<Result<std::filesystem::path>(Store& district)>;
/// As a verified backup on the district's shelf (core/store/backup_shelf.h).
Result<std::filesystem::path> copyOnShelf(Store& district);

/// Copies, then migrates in one transaction, as an entry of the journal that ends what can be taken back.
/// A district with the current schema is left alone. Errors: those of Store::open and of the copy; Database. Nothing is changed then.
Result<Migrated> migrate(const std::filesystem::path& path, const Actor& actor, const CopyBefore& copy = copyOnShelf);

} // namespace gridwarden::core
