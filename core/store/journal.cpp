// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/journal_store.h"

#include "core/base/digest.h"
#include "core/base/text.h"
#include "core/store/journal_erasure.h"

#include <algorithm>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

namespace gridwarden::core {

namespace {

constexpr const char* Columns = "id, sequence, at, kind, label, actor, person, target, is_undone, changeset IS NULL, hash";

JournalEntry entryFrom(const Row& row) {
    JournalEntry entry;
    entry.id = row.id<EntryId>(0);
    entry.sequence = row.integer(1);
    entry.at = row.moment(2);
    entry.kind = static_cast<EntryKind>(row.integer(3));
    entry.label = labelFromText(row.text(4));
    entry.actor = {row.text(5), row.id<PersonId>(6)};
    entry.target = row.id<EntryId>(7);
    entry.isUndone = row.integer(8) != 0;
    entry.undoable = entry.kind == EntryKind::Import || (entry.kind == EntryKind::Change && row.integer(9) == 0);
    entry.hash = row.text(10);
    return entry;
}

/// What the chain proves of an entry: all but the changeset's own bytes (their digest stands for them) and is_undone.
std::string hashOf(const std::string& previous, const std::vector<std::string>& fields) {
    return sha256(previous + '\x1e' + joined(fields, "\x1f"));
}

Result<std::optional<JournalEntry>> one(Connection& connection, const std::string& condition, const std::vector<Value>& values) {
    return connection.first(fmt::format("SELECT {} FROM journal {}", Columns, condition), values, entryFrom);
}

} // namespace

std::string labelText(const Message& label) {
    nlohmann::json list = nlohmann::json::array({label.key});
    for (const std::string& argument : label.arguments)
        list.push_back(argument);
    return list.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
}

Message labelFromText(const std::string& text) {
    const auto list = nlohmann::json::parse(text, nullptr, false);
    Message label;
    if (!list.is_array() || list.empty())
        return label;
    label.key = list[0].is_string() ? list[0].get<std::string>() : std::string();
    for (std::size_t i = 1; i < list.size(); ++i)
        label.arguments.push_back(list[i].is_string() ? list[i].get<std::string>() : std::string());
    return label;
}

std::string_view entryKindKey(EntryKind kind) {
    switch (kind) {
    case EntryKind::Change:
        return "change";
    case EntryKind::Import:
        return "import";
    case EntryKind::Undo:
        return "undo";
    case EntryKind::Redo:
        return "redo";
    case EntryKind::Migration:
        return "migration";
    case EntryKind::Upkeep:
        return "upkeep";
    case EntryKind::Note:
        return "note";
    case EntryKind::Erasure:
        return "erasure";
    }
    return "";
}

Result<void> appendEntry(Connection& connection, JournalEntry& entry, const EntryContent& content, int desk, int schema) {
    const auto previous = connection.first("SELECT sequence, hash FROM journal ORDER BY sequence DESC LIMIT 1", {},
                                           [](const Row& row) { return std::pair(row.integer(0), row.text(1)); });
    if (!previous)
        return fail(previous);
    entry.sequence = *previous ? (*previous)->first + 1 : 1;
    const std::string changesetDigest = sha256(content.changeset);
    const std::string label = labelText(entry.label);
    const bool personal = std::any_of(content.rows.begin(), content.rows.end(),
                                      [](const auto& row) { return row.first == "person_contact" || row.first == "case_contact"; });
    entry.hash = hashOf(*previous ? (*previous)->second : std::string(),
                        {std::to_string(entry.id.value()), std::to_string(entry.sequence),
                         std::to_string(entry.at.time_since_epoch().count()), std::to_string(static_cast<int>(entry.kind)), label,
                         entry.actor.name, std::to_string(entry.actor.person.value()), std::to_string(desk), std::to_string(schema),
                         std::to_string(entry.target.value()), content.source.value_or(""), content.digest.value_or(""),
                         std::to_string(content.rowCount), changesetDigest});
    const bool bulk = content.source.has_value();
    auto done = connection.run(
        "INSERT INTO journal(id, sequence, at, kind, label, actor, person, desk, schema_version, target, is_personal, source, digest, "
        "row_count, changeset, changeset_digest, hash) VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)",
        {entry.id, entry.sequence, entry.at, static_cast<int>(entry.kind), label, entry.actor.name, entry.actor.person, desk, schema,
         entry.target, personal, content.source, content.digest, bulk ? Value(content.rowCount) : Value(nullptr),
         bulk ? Value(nullptr) : Value(Blob{content.changeset}), changesetDigest, entry.hash});
    for (const auto& [table, record] : content.rows)
        if (done)
            done = connection.run("INSERT INTO journal_touch(entry, table_name, record) VALUES (?,?,?)", {entry.id, table, record});
    if (!done)
        return fail(done);
    return {};
}

Result<std::vector<JournalEntry>> readEntries(Connection& connection, int limit) {
    return connection.rows(fmt::format("SELECT {} FROM journal ORDER BY sequence DESC LIMIT ?", Columns), {limit}, entryFrom);
}

Result<std::optional<JournalEntry>> readEntry(Connection& connection, EntryId id) { return one(connection, "WHERE id = ?", {id}); }

Result<std::optional<JournalEntry>> entryToUndo(Connection& connection, int schema) {
    // A new file's filling, a migration and an entry whose content was erased end what can be taken back.
    return one(connection, "WHERE kind IN (1, 2) AND is_undone = 0 AND schema_version = ? AND sequence > (SELECT coalesce(max(sequence), 0) FROM journal "
                           "WHERE kind = 5 OR (kind = 1 AND is_undone = 0 AND changeset IS NULL)) ORDER BY sequence DESC LIMIT 1",
               {schema});
}

Result<std::optional<JournalEntry>> entryToRedo(Connection& connection, int schema) {
    // An undo that stands, with no change after it and no later undo that cannot be redone itself: that of an import, or one whose
    // content was erased. What was done to imported cases is gone with them.
    return one(connection,
               "AS u WHERE kind = 3 AND is_undone = 0 AND schema_version = ? AND changeset IS NOT NULL AND NOT EXISTS (SELECT 1 FROM "
               "journal AS later WHERE later.sequence > u.sequence AND (later.kind IN (1, 2) OR (later.kind = 3 AND later.is_undone = 0 AND "
               "later.changeset IS NULL))) ORDER BY sequence DESC LIMIT 1",
               {schema});
}

Result<std::optional<JournalEntry>> laterEntryOnSameRecords(Connection& connection, const JournalEntry& entry) {
    return one(connection,
               "WHERE kind IN (1, 2) AND is_undone = 0 AND sequence > ? AND id IN (SELECT other.entry FROM journal_touch AS mine JOIN "
               "journal_touch AS other USING (table_name, record) WHERE mine.entry = ?) ORDER BY sequence LIMIT 1",
               {entry.sequence, entry.id.value()});
}

Result<std::optional<JournalEntry>> laterEntryOnBatch(Connection& connection, const JournalEntry& entry) {
    return one(connection,
               "WHERE kind IN (1, 2) AND is_undone = 0 AND sequence > ?1 AND (id IN (SELECT batch FROM step WHERE batch > ?2 AND case_id IN "
               "(SELECT id FROM case_report WHERE batch = ?2)) OR id IN (SELECT t.entry FROM journal_touch AS t WHERE t.table_name = 'step' "
               "AND CAST(t.record AS INTEGER) IN (SELECT s.id FROM step AS s JOIN case_report AS r ON r.id = s.case_id WHERE r.batch = ?2 "
               "AND s.batch IS NULL))) ORDER BY sequence LIMIT 1",
               {entry.sequence, entry.id.value()});
}

Result<std::vector<Message>> verifyChain(Connection& connection) {
    std::vector<Message> faults;
    const auto erased = erasedEntries(connection, faults);
    if (!erased)
        return fail(erased);
    std::string previous;
    std::int64_t expected = 1;
    const auto done = connection.each(
        "SELECT id, sequence, at, kind, label, actor, person, desk, schema_version, target, source, digest, row_count, changeset_digest, "
        "hash, changeset, (SELECT t.kind FROM journal AS t WHERE t.id = journal.target) FROM journal ORDER BY sequence",
        {}, [&](const Row& row) {
            const std::string name = row.text(1);
            if (row.integer(1) != expected)
                faults.push_back({"journal-gap", {name}});
            const auto text = [&](int column) { return row.isNull(column) ? std::string() : row.text(column); };
            const auto number = [&](int column) { return std::to_string(row.integer(column)); };
            const std::string hash = hashOf(previous, {number(0), number(1), number(2), number(3), row.text(4), row.text(5), number(6),
                                                       number(7), number(8), number(9), text(10), text(11), number(12), row.text(13)});
            if (hash != row.text(14))
                faults.push_back({"journal-altered", {name}});
            if (!row.isNull(15) && sha256(row.blob(15)) != row.text(13))
                faults.push_back({"journal-changeset-altered", {name}});
            const auto kind = static_cast<EntryKind>(row.integer(3));
            const bool ofImport = kind == EntryKind::Undo && row.integer(16) == static_cast<int>(EntryKind::Import);
            const bool hasChangeset = (kind == EntryKind::Change || kind == EntryKind::Undo || kind == EntryKind::Redo) && !ofImport;
            if (hasChangeset && row.isNull(15) && !erased->contains(row.integer(0)))
                faults.push_back({"journal-changeset-missing", {name}});
            previous = row.text(14);
            expected = row.integer(1) + 1;
            return true;
        });
    if (!done)
        return fail(done);
    return faults;
}

} // namespace gridwarden::core
