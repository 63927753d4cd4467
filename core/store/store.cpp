// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/store.h"

#include "core/base/digest.h"
#include "core/base/text.h"
#include "core/store/changeset.h"
#include "core/store/file_header.h"
#include "core/store/file_holders.h"
#include "core/store/file_lock.h"
#include "core/store/file_mark.h"
#include "core/store/interruption.h"
#include "core/store/journal_erasure.h"
#include "core/store/journal_store.h"
#include "core/store/schema.h"
#include "core/store/transaction.h"
#include "core/store/verified_copy.h"

#include <SQLiteCpp/Backup.h>
#include <SQLiteCpp/SQLiteCpp.h>
#include <random>

namespace gridwarden::core {

namespace fs = std::filesystem;

namespace {

std::string randomHex(int bytes) {
    std::random_device source;
    std::string text;
    constexpr std::string_view Digits = "0123456789abcdef";
    for (int i = 0; i < bytes * 2; ++i)
        text += Digits[source() & 15];
    return text;
}

void noteTables(Touched& touched, const TouchedRows& rows) {
    for (const auto& [table, record] : rows) {
        if (table == "area" || table == "area_member" || table == "area_succession")
            touched.areas = true;
        else if (table == "organisation" || table == "person" || table == "person_contact" || table == "duty" || table == "absence")
            touched.people = true;
        else if (table == "category" || table == "limit_rule")
            touched.categories = true;
        else if (table == "calendar")
            touched.calendar = true;
        else if (table == "setting" || table == "case_source" || table == "case_view" || table == "handling_method" || table == "dispatch_rule")
            touched.settings = true;
        else if (table == "activity")
            touched.activities.insert(std::atoll(record.c_str()));
        else if (table == "activity_kind" || table == "activity_plan")
            touched.activityLists = true;
    }
}

/// Names the programs that keep us from writing.
Error heldUp(const fs::path& path, Error error) {
    if (error.code != ErrorCode::Locked)
        return error;
    const std::vector<std::string> programs = programsHolding(path);
    error.what = programs.empty() ? Message{"write-held-up", {path.string()}} : Message{"write-held-up-by", {path.string(), joined(programs, ", ")}};
    return error;
}

/// What the entry of a bulk import says; `record` is read after the body has filled it.
auto describeImport(const ImportRecord& record) {
    return [&record](EntryContent& content, Touched& touched) {
        content.source = record.source;
        content.digest = record.digest;
        content.rowCount = record.rows;
        touched.everything = true;
    };
}

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

namespace {

/// Says in the lock file what is being done for as long as it is.
class WorkNote {
  public:
    WorkNote(FileLock& lock, const RunningWork& work) : m_lock(lock) { m_lock.note(work); }
    ~WorkNote() { m_lock.clearNote(); }
    WorkNote(const WorkNote&) = delete;
    WorkNote& operator=(const WorkNote&) = delete;

  private:
    FileLock& m_lock;
};

} // namespace

std::int64_t Change::nextId() { return m_ids.next(now().time_since_epoch().count()); }

Store::Store(fs::path path, Connection connection, bool readOnly)
    : m_path(std::move(path)), m_connection(std::move(connection)), m_readOnly(readOnly) {}
Store::~Store() = default;

Result<std::unique_ptr<Store>> Store::create(const fs::path& path) {
    std::error_code problem;
    if (fs::exists(path, problem))
        return fail(ErrorCode::Exists, {"file-exists", {path.string()}}, path.string());
    if (auto may = mayBeWritten({path, placeOfFile(path)}); !may)
        return fail(may);
    auto connection = Connection::open(path, Connection::Access::Create);
    if (!connection)
        return fail(connection);
    // application_id only takes effect outside of WAL and before the first page is final; the script sets both marks.
    Transaction transaction(*connection);
    auto made = transaction.begin();
    if (made)
        made = applySchemas(*connection, 0);
    if (made)
        made = transaction.commit();
    if (!made) {
        *connection = Connection::open(path, Connection::Access::ReadOnly).value_or(std::move(*connection));
        fs::remove(path, problem);
        return fail(made);
    }
    return open(path, OpenMode::ReadWrite);
}

Result<void> Store::prepareToWrite() {
    if (m_readOnly)
        return fail(ErrorCode::ReadOnly, {"district-read-only", {m_path.string()}}, m_path.string());
    if (m_ids)
        return {};
    // Inside the first transaction: this machine's desk, or a new one for a file that came from elsewhere.
    const std::string machine = machineName();
    const auto known = m_connection.first("SELECT number, last_id FROM desk WHERE machine = ?", {machine},
                                          [](const Row& row) { return std::pair(row.integer(0), row.integer(1)); });
    if (!known)
        return fail(known);
    if (*known) {
        m_ids = std::make_unique<IdSource>(static_cast<int>((*known)->first), (*known)->second);
        return {};
    }
    const auto number = m_connection.integer("SELECT coalesce(max(number) + 1, 0) FROM desk");
    if (!number)
        return fail(number);
    constexpr int DeskLimit = 256;
    if (*number >= DeskLimit)
        return fail(ErrorCode::Refused, {"too-many-desks", {}}, m_path.string());
    if (auto added = m_connection.run("INSERT INTO desk(number, uuid, machine, last_id, since) VALUES (?,?,?,0,?)",
                                      {*number, randomHex(16), machine, now()});
        !added)
        return fail(added);
    m_ids = std::make_unique<IdSource>(static_cast<int>(*number), 0);
    return {};
}

/// What other programs left is set right before the first change after it, as an entry of its own.
Result<void> Store::setRight(const Actor& actor) {
    const auto header = readFileHeader(m_connection);
    if (!header)
        return fail(header);
    if (header->changeCounter == m_counter && !header->isWal)
        return {};
    const auto traces = findForeignTraces(m_connection);
    if (!traces)
        return fail(traces);
    m_counter = header->changeCounter;
    if (!traces->any())
        return {};
    if (traces->isWal)
        if (auto left = leaveWal(m_connection); !left)
            return left;
    auto done = keepUp({"set-right", {}}, actor, [&](Change& change) { return removeForeignTraces(change.connection(), *traces); });
    if (!done)
        return fail(done);
    return {};
}

Result<Touched> Store::commitEntry(EntryKind kind, const Message& label, const Actor& actor, EntryId target, const Body& body,
                                   const Describe& describe) {
    if (m_readOnly)
        return fail(ErrorCode::ReadOnly, {"district-read-only", {m_path.string()}}, m_path.string());
    if (kind != EntryKind::Upkeep && kind != EntryKind::Migration)
        if (auto right = setRight(actor); !right)
            return fail(right);
    m_isUncertain = false;
    const auto giveUp = [&](const Error& error) -> tl::unexpected<Error> {
        m_ids = nullptr; // the next transaction reads from the file which were given out
        return tl::unexpected<Error>(error);
    };
    std::optional<WorkNote> note; // outlives the transaction
    Transaction transaction(m_connection);
    if (auto begun = transaction.begin(); !begun)
        return tl::unexpected<Error>(heldUp(m_path, begun.error()));
    if (auto prepared = prepareToWrite(); !prepared)
        return giveUp(prepared.error());

    JournalEntry entry;
    entry.at = now();
    entry.id = EntryId(m_ids->next(entry.at.time_since_epoch().count()));
    entry.kind = kind;
    entry.label = label;
    entry.actor = actor;
    entry.target = target;

    if (describe && kind != EntryKind::Note) // long work
        note.emplace(*m_lock, RunningWork{entry.id, kind, label, entry.at});

    Touched touched;
    touched.entry = entry.id;
    touched.label = label;
    EntryContent content;
    Change change(m_connection, *m_ids, entry.at, actor, kind == EntryKind::Import ? entry.id : EntryId());
    if (describe) {
        if (auto done = body(change); !done)
            return giveUp(done.error());
        content.source.emplace();
        describe(content, touched);
    } else {
        auto recorder = Recorder::start(m_connection);
        if (!recorder)
            return giveUp(recorder.error());
        if (auto done = body(change); !done)
            return giveUp(done.error());
        auto changeset = recorder->take();
        if (!changeset)
            return giveUp(changeset.error());
        if (changeset->empty()) { // nothing to record: nothing happened
            m_ids = nullptr;
            return Touched{};
        }
        auto read = readChangeset(*changeset);
        if (!read)
            return giveUp(read.error());
        content.changeset = std::move(*changeset);
        content.rows = std::move(read->rows);
        touched.cases = std::move(read->cases);
        noteTables(touched, content.rows);
    }
    if (m_deriver != nullptr)
        if (auto derived = m_deriver->derive(m_connection, touched); !derived)
            return giveUp(derived.error());
    if (kind == EntryKind::Upkeep) { // which may have found that this desk has given out more ids than was known
        const auto known = m_connection.integer("SELECT last_id FROM desk WHERE number = ?", {m_ids->desk()});
        if (!known)
            return giveUp(known.error());
        if (*known > m_ids->last())
            *m_ids = IdSource(m_ids->desk(), *known);
    }
    if (auto appended = appendEntry(m_connection, entry, content, m_ids->desk(), CurrentSchema); !appended)
        return giveUp(appended.error());
    if (auto kept = m_connection.run("UPDATE desk SET last_id = ? WHERE number = ?", {m_ids->last(), m_ids->desk()}); !kept)
        return giveUp(kept.error());
    const auto marked = writeMark(m_connection);
    if (!marked)
        return giveUp(marked.error());
    Interruption::disarm(m_connection);
    if (auto committed = transaction.commit(); !committed) {
        m_isUncertain = true;
        return giveUp(heldUp(m_path, committed.error()));
    }
    m_counter = *marked;
    return touched;
}

Result<Touched> Store::change(const Message& label, const Actor& actor, const Body& body) {
    return commitEntry(EntryKind::Change, label, actor, {}, body);
}

Result<Touched> Store::fillNew(const Message& label, const Actor& actor, const Body& body) {
    const ImportRecord nothing;
    return commitEntry(EntryKind::Migration, label, actor, {}, body, describeImport(nothing));
}

Result<Touched> Store::migrate(const Actor& actor) {
    const ImportRecord record;
    const Message label{"migrate-district", {std::to_string(m_schema), std::to_string(CurrentSchema)}};
    auto done = commitEntry(EntryKind::Migration, label, actor, {}, [&](Change& change) { return applySchemas(change.connection(), m_schema); },
                            describeImport(record));
    if (done)
        m_schema = CurrentSchema;
    return done;
}

Result<Touched> Store::keepUp(const Message& label, const Actor& actor, const Body& body) {
    const ImportRecord record;
    return commitEntry(EntryKind::Upkeep, label, actor, {}, body, describeImport(record));
}

Result<Touched> Store::importBatch(const Message& label, const Actor& actor, ImportRecord& record, const Body& body) {
    return commitEntry(EntryKind::Import, label, actor, {}, body, describeImport(record));
}

Result<Touched> Store::note(const Message& label, const Actor& actor, const Body& body) {
    const auto nothing = [](Change&) { return Result<void>(); };
    return commitEntry(EntryKind::Note, label, actor, {}, body ? body : nothing, [](EntryContent&, Touched&) {});
}

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

namespace {
/// A high-water mark: up to which journal entry the file has been written anew.
constexpr const char* ScrubbedMark = "scrubbed";
} // namespace

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
Result<std::vector<JournalEntry>> Store::journal(int limit) { return readEntries(m_connection, limit); }
Result<std::vector<Message>> Store::verifyJournal() { return verifyChain(m_connection); }

Result<void> Store::backup(const fs::path& target, bool overwrite) {
    if (auto copied = copyVerified(m_path, target, overwrite ? Existing::Replace : Existing::Keep); !copied)
        return fail(copied);
    return {};
}

} // namespace gridwarden::core
