// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/resources.h"
#include "core/base/text.h"
#include "core/store/file_header.h"
#include "core/store/file_lock.h"
#include "core/store/file_mark.h"
#include "core/store/journal_store.h"
#include "core/store/schema.h"
#include "core/store/store.h"
#include "core/store/transaction.h"

#include <SQLiteCpp/Backup.h>
#include <SQLiteCpp/SQLiteCpp.h>

namespace gridwarden::core {

namespace fs = std::filesystem;

namespace {

/// What the writer before left undone, as a sentence; nothing when it closed the district.
std::optional<Message> interruption(const FileLock& lock, bool journalFinished, Connection& connection) {
    const std::optional<LeftOver>& left = lock.leftOver();
    const std::string who = left ? left->who : std::string("?");
    const std::string machine = left ? left->machine : machineName();
    if (left && left->work) {
        const bool isKept = connection.integer("SELECT count(*) FROM journal WHERE id = ?", {left->work->entry}).value_or(0) > 0;
        return Message{isKept ? "interrupted-work-kept" : "interrupted-work-undone",
                       {labelText(left->work->label), who, machine, isoUtc(left->work->since)}};
    }
    if (journalFinished)
        return Message{"interrupted-write-finished", {who, machine}};
    if (left)
        return Message{"district-not-closed", {who, machine}};
    return std::nullopt;
}

bool hasJournal(const FoundFile& file) { return fs::exists(file.path.string() + "-journal"); }

/// Reading alone cannot take an interrupted write back: it is done as a writer, when nobody else is one.
Result<void> finishInterruptedWrite(const FoundFile& file, std::vector<OpeningRemark>& remarks) {
    if (!mayBeWritten(file))
        return {}; // the first read tells whether the journal matters
    const auto lock = FileLock::take(file.path);
    if (!lock)
        return {}; // the write is still running
    auto connection = Connection::open(file.path, Connection::Access::ReadWrite);
    if (!connection)
        return fail(connection);
    if (auto read = connection->integer("SELECT count(*) FROM sqlite_master"); !read)
        return fail(read);
    if (auto what = interruption(*lock, !hasJournal(file), *connection))
        remarks.push_back({RemarkKind::Interrupted, std::move(*what)});
    return {};
}

/// The kernel's lock ends with its process, but does not reach another computer: on a share the text of a lock counts.
Result<void> heldElsewhere(const FoundFile& file) {
    const fs::path lock = file.path.string() + ".lock";
    if (file.place.network.empty() || !fs::exists(lock))
        return {};
    auto lines = split(readFile(lock).value_or(""), '\n');
    lines.resize(3);
    if (lines[1].empty() || lines[1] == machineName())
        return {};
    return fail(ErrorCode::Locked, {"district-in-use-elsewhere", {lines[0], lines[1], lines[2], lock.string()}}, file.path.string());
}

} // namespace

Result<std::unique_ptr<Store>> Store::open(const fs::path& path, OpenMode mode, bool forMigration) {
    const bool readOnly = mode == OpenMode::ReadOnly;
    auto file = findFile(path);
    if (!file)
        return fail(file);
    const std::string name = path.string();
    std::vector<OpeningRemark> remarks;
    std::unique_ptr<FileLock> lock;
    if (!readOnly) {
        if (auto may = mayBeWritten(*file); !may)
            return fail(may);
        if (auto held = heldElsewhere(*file); !held)
            return fail(held);
        auto taken = FileLock::take(file->path);
        if (!taken)
            return fail(taken);
        lock = std::make_unique<FileLock>(std::move(*taken));
    } else if (file->hasJournal) {
        if (auto finished = finishInterruptedWrite(*file, remarks); !finished)
            return fail(finished);
    }
    auto connection = readOnly ? connectForReading(*file) : Connection::open(file->path, Connection::Access::ReadWrite);
    const auto schema = connection ? checkSchema(*connection, name) : Result<int>(fail(connection));
    if (!schema && readOnly && file->hasJournal && schema.error().code == ErrorCode::ReadOnly)
        return fail(ErrorCode::Refused, {"interrupted-cannot-finish", {name}}, name, schema.error().detail);
    if (!schema)
        return fail(schema);
    if (*schema > CurrentSchema && !readOnly)
        return fail(ErrorCode::NewerSchema, {"district-newer-read", {name, std::to_string(*schema)}}, name);
    if (*schema < CurrentSchema && !readOnly && !forMigration)
        return fail(ErrorCode::OlderSchema, {"district-older", {name, std::to_string(*schema), std::to_string(CurrentSchema)}}, name);
    if (lock)
        if (auto what = interruption(*lock, file->hasJournal && !hasJournal(*file), *connection))
            remarks.push_back({RemarkKind::Interrupted, std::move(*what)});
    std::unique_ptr<Store> store(new Store(file->path, std::move(*connection), readOnly));
    store->m_schema = *schema;
    store->m_lock = std::move(lock);
    store->m_remarks = std::move(remarks);
    if (*schema < CurrentSchema) {
        if (readOnly)
            if (auto copied = store->readThroughCopy(); !copied)
                return fail(copied);
        return store;
    }
    const auto mark = markBeforeForeignWrite(store->m_connection);
    if (!mark)
        return fail(mark);
    if (*mark)
        store->m_remarks.push_back({RemarkKind::OtherWriter, {"written-by-another-program", {isoUtc((*mark)->at)}}});
    if (readOnly)
        return store;
    const auto traces = findForeignTraces(store->m_connection);
    if (!traces)
        return fail(traces);
    if (traces->any())
        store->m_remarks.push_back({RemarkKind::LeftBehind, {traces->isWal ? "left-behind-wal" : "left-behind", {}}});
    else if (const auto header = readFileHeader(store->m_connection))
        store->m_counter = header->changeCounter; // otherwise the first change looks again
    return store;
}

/// The readers know one schema: an older district is copied into SQLite's temporary storage and migrated there.
Result<void> Store::readThroughCopy() {
    auto copy = Connection::open({}, Connection::Access::Create);
    if (!copy)
        return fail(copy);
    try {
        SQLite::Backup(copy->database(), m_connection.database()).executeStep();
    } catch (const SQLite::Exception& fault) {
        return fail(ErrorCode::Database, {"database-fault", {m_path.string()}}, m_path.string(), fault.what());
    }
    Transaction transaction(*copy);
    if (auto begun = transaction.begin(); !begun)
        return begun;
    if (auto migrated = applySchemas(*copy, m_schema); !migrated)
        return migrated;
    if (auto committed = transaction.commit(); !committed)
        return committed;
    m_connection = std::move(*copy);
    m_remarks.push_back({RemarkKind::OlderSchema, {"district-older-read", {m_path.string(), std::to_string(m_schema), std::to_string(CurrentSchema)}}});
    return {};
}

} // namespace gridwarden::core
