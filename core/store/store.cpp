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
#include "core/store/import_entry.h"
#include "core/store/schema.h"
#include "core/store/transaction.h"
#include "core/store/verified_copy.h"

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
        else if (table == "organisation" || table == "person" || table == "person_contact" || table == "duty" || table == "absence" ||
                 table == "person_certificate")
            touched.people = true;
        else if (table == "category" || table == "limit_rule")
            touched.categories = true;
        else if (table == "calendar")
            touched.calendar = true;
        else if (table == "setting" || table == "case_source" || table == "case_view" || table == "handling_method" || table == "dispatch_rule")
            touched.settings = true;
        else if (table == "inbox_item")
            touched.inbox = true;
        else if (table == "activity")
            touched.activities.insert(std::atoll(record.c_str()));
        else if (table == "activity_kind" || table == "activity_plan")
            touched.activityLists = true;
        else if (table == "figure_definition" || table == "evaluation_scheme" || table == "evaluation_mark" || table == "summary_text" || table == "publication")
            touched.definitions = true;
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

Result<std::vector<JournalEntry>> Store::journal(int limit) { return readEntries(m_connection, limit); }
Result<std::vector<Message>> Store::verifyJournal() { return verifyChain(m_connection); }

Result<void> Store::backup(const fs::path& target, bool overwrite) {
    if (auto copied = copyVerified(m_path, target, overwrite ? Existing::Replace : Existing::Keep); !copied)
        return fail(copied);
    return {};
}

} // namespace gridwarden::core
