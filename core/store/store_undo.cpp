// SPDX-License-Identifier: GPL-3.0-or-later
// Taking changes back and taking them up again.
#include "core/store/changeset.h"
#include "core/store/import_entry.h"
#include "core/store/schema.h"

namespace gridwarden::core {

namespace {

/// Takes a bulk import back: its steps, its cases, its categories.
Result<std::set<std::int64_t>> removeBatch(Connection& connection, EntryId batch) {
    std::set<std::int64_t> updated; // older cases that the import gave a step
    const auto read = connection.each(
        "SELECT DISTINCT s.case_id FROM step s JOIN case_report r ON r.id = s.case_id WHERE s.batch = ?1 AND r.batch IS NOT ?1", {batch},
        [&](const Row& row) {
            updated.insert(row.integer(0));
            return true;
        });
    if (!read)
        return fail(read);
    // Words are taken out by the texts they came in with, which are those of the report: an import whose cases have later steps stays.
    for (const char* sql : {"INSERT INTO case_words(case_words, rowid, description, address) SELECT 'delete', id, spaced_terms(description), "
                            "spaced_terms(address) FROM case_report WHERE batch = ?",
                            "DELETE FROM step WHERE batch = ?", "DELETE FROM case_state WHERE case_id IN (SELECT id FROM case_report WHERE batch = ?)",
                            "DELETE FROM case_contact WHERE case_id IN (SELECT id FROM case_report WHERE batch = ?)",
                            "DELETE FROM case_report WHERE batch = ?", "DELETE FROM category WHERE batch = ?"})
        if (auto done = connection.run(sql, {batch}); !done)
            return fail(done);
    return updated;
}

} // namespace

Result<Touched> Store::undo(const Actor& actor) {
    const auto found = entryToUndo(m_connection, CurrentSchema);
    if (!found)
        return fail(found);
    if (!*found)
        return fail(ErrorCode::Refused, {"nothing-to-undo", {}});
    const JournalEntry entry = **found;
    const bool isImport = entry.kind == EntryKind::Import;
    const auto later = isImport ? laterEntryOnBatch(m_connection, entry) : laterEntryOnSameRecords(m_connection, entry);
    if (!later)
        return fail(later);
    if (*later)
        return fail(ErrorCode::Refused, {"undo-blocked", {(*later)->label.key, std::to_string((*later)->sequence)}});
    const auto markUndone = [&]() -> Result<void> {
        if (auto marked = m_connection.run("UPDATE journal SET is_undone = 1 WHERE id = ?", {entry.id}); !marked)
            return fail(marked);
        return {};
    };
    if (isImport) {
        const ImportRecord record{entry.label.arguments.empty() ? std::string() : entry.label.arguments.back(), {}, 0};
        const auto remove = [&](Change&) -> Result<void> {
            auto updated = removeBatch(m_connection, entry.id);
            if (!updated)
                return fail(updated);
            Touched older;
            older.cases = std::move(*updated);
            if (m_deriver != nullptr && !older.cases.empty())
                if (auto derived = m_deriver->derive(m_connection, older); !derived)
                    return derived;
            return markUndone();
        };
        return commitEntry(EntryKind::Undo, entry.label, actor, entry.id, remove, describeImport(record));
    }
    const auto changeset = m_connection.first("SELECT changeset FROM journal WHERE id = ?", {entry.id},
                                              [](const Row& row) { return row.blob(0); });
    if (!changeset)
        return fail(changeset);
    return commitEntry(EntryKind::Undo, entry.label, actor, entry.id, [&](Change&) -> Result<void> {
        if (auto applied = applyInverse(m_connection, changeset->value_or("")); !applied)
            return applied;
        return markUndone();
    });
}

Result<Touched> Store::redo(const Actor& actor) {
    const auto found = entryToRedo(m_connection, CurrentSchema);
    if (!found)
        return fail(found);
    if (!*found)
        return fail(ErrorCode::Refused, {"nothing-to-redo", {}});
    const JournalEntry entry = **found;
    const auto changeset = m_connection.first("SELECT changeset FROM journal WHERE id = ?", {entry.id},
                                              [](const Row& row) { return row.blob(0); });
    if (!changeset)
        return fail(changeset);
    return commitEntry(EntryKind::Redo, entry.label, actor, entry.target, [&](Change&) -> Result<void> {
        if (auto applied = applyInverse(m_connection, changeset->value_or("")); !applied)
            return applied;
        for (const auto& [state, id] : {std::pair(1, entry.id), std::pair(0, entry.target)})
            if (auto marked = m_connection.run("UPDATE journal SET is_undone = ? WHERE id = ?", {state, id}); !marked)
                return fail(marked);
        return {};
    });
}

std::optional<JournalEntry> Store::undoable() { return entryToUndo(m_connection, CurrentSchema).value_or(std::nullopt); }
std::optional<JournalEntry> Store::redoable() { return entryToRedo(m_connection, CurrentSchema).value_or(std::nullopt); }

} // namespace gridwarden::core
