// SPDX-License-Identifier: GPL-3.0-or-later
// The journal's rows: appending an entry to the chain of hashes, reading entries, finding what can be taken back.
#pragma once

#include "core/store/changeset.h"
#include "core/store/connection.h"
#include "core/store/journal.h"

namespace gridwarden::core {

/// What an entry holds besides its JournalEntry fields.
struct EntryContent {
    std::string changeset;                      ///< empty for a bulk import
    TouchedRows rows;
    std::optional<std::string> source, digest;  ///< of a bulk import
    std::int64_t rowCount = 0;
};

/// A label as the text that is stored, and back.
[[nodiscard]] std::string labelText(const Message& label);
[[nodiscard]] Message labelFromText(const std::string& text);

/// Appends; fills in sequence and hash.
Result<void> appendEntry(Connection& connection, JournalEntry& entry, const EntryContent& content, int desk, int schema);
/// Newest first.
[[nodiscard]] Result<std::vector<JournalEntry>> readEntries(Connection& connection, int limit);
[[nodiscard]] Result<std::optional<JournalEntry>> readEntry(Connection& connection, EntryId id);
/// The latest change or import whose effect stands.
[[nodiscard]] Result<std::optional<JournalEntry>> entryToUndo(Connection& connection, int schema);
/// The latest undo that no change has followed.
[[nodiscard]] Result<std::optional<JournalEntry>> entryToRedo(Connection& connection, int schema);
/// A later entry, not taken back, that touched a record of this one.
[[nodiscard]] Result<std::optional<JournalEntry>> laterEntryOnSameRecords(Connection& connection, const JournalEntry& entry);
/// An entry that gave a case of a bulk import a later step or photo.
[[nodiscard]] Result<std::optional<JournalEntry>> laterEntryOnBatch(Connection& connection, const JournalEntry& entry);
/// Faults: broken links, changed content.
[[nodiscard]] Result<std::vector<Message>> verifyChain(Connection& connection);

} // namespace gridwarden::core
