// SPDX-License-Identifier: GPL-3.0-or-later
// The district file as a database: creation, opening, and the one door for change.
#pragma once

#include "core/base/id.h"
#include "core/store/foreign_traces.h"
#include "core/store/journal.h"
#include "core/store/opening.h"

#include <filesystem>
#include <functional>
#include <memory>
#include <set>
#include <string>
#include <vector>

namespace gridwarden::core {

class FileLock;
class Store;
struct EntryContent;

/// The right to write, given only inside Store::change. Everything that writes takes one.
class Change {
  public:
    [[nodiscard]] Connection& connection() { return m_connection; }
    /// A fresh id of the wanted type.
    template <class T> [[nodiscard]] T newId() { return T(nextId()); }
    [[nodiscard]] Moment at() const { return m_at; } ///< the moment of this change
    [[nodiscard]] const Actor& actor() const { return m_actor; }
    /// In a bulk import: the entry that its rows carry as `batch`; null otherwise.
    [[nodiscard]] EntryId batch() const { return m_batch; }

  private:
    friend class Store;
    Change(Connection& connection, IdSource& ids, Moment at, Actor actor, EntryId batch)
        : m_connection(connection), m_ids(ids), m_at(at), m_actor(std::move(actor)), m_batch(batch) {}
    std::int64_t nextId();
    Connection& m_connection;
    IdSource& m_ids;
    Moment m_at;
    Actor m_actor;
    EntryId m_batch;
};

/// What a bulk import writes about itself in place of a changeset.
struct ImportRecord {
    std::string source;  ///< file name
    std::string digest;  ///< SHA-256 of the file
    std::int64_t rows = 0;
};

/// What an erasure took away for good.
struct Erasure {
    std::set<std::int64_t> cases;  ///< whose contacts are gone
    std::vector<EntryId> entries;  ///< whose changesets are to be removed
    std::int64_t rows = 0;         ///< how many records, for the journal
};

/// Keeps what is computed from the watched tables in step: called inside the transaction, after the change.
/// `touched` holds ids by watched table name; `bulk` means: all rows of batch `entry`.
class Deriver {
  public:
    virtual ~Deriver() = default;
    virtual Result<void> derive(Connection& connection, const Touched& touched) = 0;
};

class Store {
  public:
    /// Makes a new district file with the current schema. Errors: Exists, Io, Database.
    [[nodiscard]] static Result<std::unique_ptr<Store>> create(const std::filesystem::path& path);
    /// Opening alone changes no byte, except that it finishes an interrupted write. An older schema is read through a migrated
    /// copy and not written before its migration (core/store/migration.h, which asks to open it as it is).
    /// Errors: NotFound, NotDistrict, NewerSchema "district-newer", "district-newer-read" (may be read), OlderSchema "district-older" {file, from, to}, Damaged, Locked {who}, ReadOnly,
    /// Io, Database.
    [[nodiscard]] static Result<std::unique_ptr<Store>> open(const std::filesystem::path& path, OpenMode mode, bool forMigration = false);
    ~Store();
    Store(const Store&) = delete;
    Store& operator=(const Store&) = delete;

    [[nodiscard]] const std::filesystem::path& path() const { return m_path; }
    [[nodiscard]] bool isReadOnly() const { return m_readOnly; }
    [[nodiscard]] int schema() const { return m_schema; } ///< that stands in the file
    [[nodiscard]] const std::vector<OpeningRemark>& remarks() const { return m_remarks; }
    [[nodiscard]] Connection& connection() { return m_connection; }
    void setDeriver(Deriver* deriver) { m_deriver = deriver; }

    using Body = std::function<Result<void>(Change&)>;
    /// The one door for change: runs the body in one transaction, records its changeset in the journal under the label,
    /// derives, commits. A failing body changes nothing. Errors: those of the body; ReadOnly; Database.
    Result<Touched> change(const Message& label, const Actor& actor, const Body& body);
    /// Fills a new file with what it begins with. Neither this entry nor one before it is ever taken back.
    Result<Touched> fillNew(const Message& label, const Actor& actor, const Body& body);
    /// Brings the file from its schema to the current one. \pre opened for migration, and copied.
    Result<Touched> migrate(const Actor& actor);
    /// Work on the file itself and not on its records: an entry without changeset that is never taken back. See EntryKind::Upkeep.
    Result<Touched> keepUp(const Message& label, const Actor& actor, const Body& body);
    /// A bulk import: rows written by the body carry Change::batch(); the entry holds the record in place of a changeset.
    Result<Touched> importBatch(const Message& label, const Actor& actor, ImportRecord& record, const Body& body);

    /// An entry about something that changed no record. The body may write tables that are not watched.
    Result<Touched> note(const Message& label, const Actor& actor, const Body& body = {});
    using ErasureBody = std::function<Result<Erasure>(Change&)>;
    /// Removes records for good: no changeset is recorded, and those of the entries that the body names go as well; the chain of
    /// hashes stays whole. What was erased can still be in unused bytes of the file until `scrub`.
    Result<Touched> erase(const Message& label, const Actor& actor, const ErasureBody& body);
    /// Whether an erasure is not followed by a scrub yet, for instance because the program was killed between the two.
    [[nodiscard]] Result<bool> needsScrub();
    /// Writes the file anew, so that nothing is left in unused bytes. Takes as long as copying it.
    Result<void> scrub();

    /// Takes the latest entry that is not taken back, back. Errors: Refused "nothing-to-undo", "undo-blocked" {label}.
    Result<Touched> undo(const Actor& actor);
    /// Errors: Refused "nothing-to-redo".
    Result<Touched> redo(const Actor& actor);
    [[nodiscard]] std::optional<JournalEntry> undoable();  ///< what undo would take back
    [[nodiscard]] std::optional<JournalEntry> redoable();
    /// Newest first.
    [[nodiscard]] Result<std::vector<JournalEntry>> journal(int limit);
    /// Faults in the chain of hashes, as messages.
    [[nodiscard]] Result<std::vector<Message>> verifyJournal();

    /// The last change failed in its commit: the file may be as before or as after, and what is kept in memory has to be read again.
    [[nodiscard]] bool isUncertain() const { return m_isUncertain; }

    /// A consistent copy through SQLite's backup API, verified after writing. Errors: Exists (without overwrite), Io, Database.
    Result<void> backup(const std::filesystem::path& target, bool overwrite);

  private:
    Store(std::filesystem::path path, Connection connection, bool readOnly);
    std::filesystem::path m_path;
    Connection m_connection;
    bool m_readOnly;
    bool m_isUncertain = false;
    int m_schema = 0;
    std::vector<OpeningRemark> m_remarks;
    std::unique_ptr<FileLock> m_lock;
    std::uint32_t m_counter = 0; ///< SQLite's change counter when we last looked or wrote
    std::unique_ptr<IdSource> m_ids;
    Deriver* m_deriver = nullptr;

    Result<void> readThroughCopy();
    Result<void> setRight(const Actor& actor);
    Result<void> prepareToWrite();
    /// Fills in what an entry without a changeset says instead, after its body has run.
    using Describe = std::function<void(EntryContent&, Touched&)>;
    Result<Touched> commitEntry(EntryKind kind, const Message& label, const Actor& actor, EntryId target, const Body& body,
                                const Describe& describe = {});
};

} // namespace gridwarden::core
