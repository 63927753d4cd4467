// SPDX-License-Identifier: GPL-3.0-or-later
// Removing personal data for good: from the tables, from the journal, from the pages of the file.
#include "core/store/file_mark.h"
#include "core/store/journal_erasure.h"
#include "core/store/journal_store.h"
#include "core/store/store.h"
#include "core/store/transaction.h"

namespace gridwarden::core {

namespace {

/// A high-water mark: up to which journal entry the file has been written anew.
constexpr const char* ScrubbedMark = "scrubbed";

} // namespace

Result<Touched> Store::erase(const Message& label, const Actor& actor, const ErasureBody& body) {
    const auto overwrite = [this](const char* mode) { return m_connection.script(std::string("PRAGMA secure_delete=") + mode); };
    if (auto on = overwrite("ON"); !on)
        return fail(on);
    Erasure erasure;
    const auto remove = [&](Change& change) -> Result<void> {
        auto removed = body(change);
        if (!removed)
            return fail(removed);
        erasure = std::move(*removed);
        return removeChangesets(change.connection(), erasure.entries);
    };
    auto touched = commitEntry(EntryKind::Erasure, label, actor, {}, remove, [&](EntryContent& content, Touched& changed) {
        content.rows = erasureRows(erasure.cases, erasure.entries);
        content.digest = erasureDigest(content.rows);
        content.rowCount = erasure.rows;
        changed.cases = erasure.cases;
    });
    (void)overwrite("OFF");
    return touched;
}

Result<bool> Store::needsScrub() {
    const auto due = m_connection.integer("SELECT coalesce((SELECT max(sequence) FROM journal WHERE kind = 8), 0) > coalesce((SELECT value FROM counter WHERE "
                                          "name = ?), 0)",
                                          {ScrubbedMark});
    if (!due)
        return fail(due);
    return *due != 0;
}

Result<void> Store::scrub() {
    if (m_readOnly)
        return fail(ErrorCode::ReadOnly, {"district-read-only", {m_path.string()}}, m_path.string());
    // The copy may be larger than memory.
    const auto rewritten = m_connection.script("PRAGMA temp_store=FILE; VACUUM");
    (void)m_connection.script("PRAGMA temp_store=MEMORY");
    if (!rewritten)
        return rewritten;
    Transaction transaction(m_connection);
    if (auto begun = transaction.begin(); !begun)
        return begun;
    if (auto kept = m_connection.run("INSERT INTO counter(name, value) SELECT ?, max(sequence) FROM journal WHERE true ON CONFLICT(name) DO UPDATE SET "
                                     "value = excluded.value",
                                     {ScrubbedMark});
        !kept)
        return fail(kept);
    const auto marked = writeMark(m_connection);
    if (!marked)
        return fail(marked);
    if (auto committed = transaction.commit(); !committed)
        return committed;
    m_counter = *marked;
    return {};
}

} // namespace gridwarden::core
