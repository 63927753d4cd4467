// SPDX-License-Identifier: GPL-3.0-or-later
// Erasing content from the journal: entries stay in the chain by their digests, their changesets go. The erasure's own entry
// names each of them and is hashed, so that a changeset that vanished otherwise shows.
#pragma once

#include "core/store/changeset.h"
#include "core/store/connection.h"

#include <set>
#include <vector>

namespace gridwarden::core {

/// Entries whose changesets hold contacts of a case, plain or sealed.
[[nodiscard]] Result<std::vector<EntryId>> entriesWithContactOf(Connection& connection, CaseId id);
/// … of any case.
[[nodiscard]] Result<std::vector<EntryId>> entriesWithContacts(Connection& connection);

Result<void> removeChangesets(Connection& connection, const std::vector<EntryId>& entries);

/// What an erasure's entry touches: the contacts of the cases and the journal entries.
[[nodiscard]] TouchedRows erasureRows(const std::set<std::int64_t>& cases, const std::vector<EntryId>& entries);
[[nodiscard]] std::string erasureDigest(const TouchedRows& rows);
/// Ids of all entries that erasures name; adds "journal-erasure-altered" {sequence} where an erasure's list is not what was hashed.
[[nodiscard]] Result<std::set<std::int64_t>> erasedEntries(Connection& connection, std::vector<Message>& faults);

} // namespace gridwarden::core
