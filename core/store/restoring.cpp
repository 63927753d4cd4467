// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/restoring.h"

#include "core/base/durable_file.h"
#include "core/store/file_lock.h"
#include "core/store/schema.h"
#include "core/store/store.h"

namespace gridwarden::core {

namespace fs = std::filesystem;

namespace {

using Counters = std::vector<std::pair<std::string, std::int64_t>>;

/// The copy that will take the district's place; gone at the end if it did not.
struct Draft {
    fs::path path;
    explicit Draft(const fs::path& district) : path(fs::path(district) += ".restoring") { remove(); }
    ~Draft() { remove(); }
    Draft(const Draft&) = delete;
    Draft& operator=(const Draft&) = delete;
    void remove() const {
        std::error_code ignored;
        for (const char* side : {"", "-journal", ".lock"})
            fs::remove(fs::path(path) += side, ignored);
    }
};

fs::path beside(const fs::path& file, const char* ending) { return fs::path(file) += ending; }

/// A district that can still be read: copied through SQLite, after what a crash left was finished.
Result<fs::path> keepReadable(Connection& present, BackupShelf& shelf, const CopyProgress& progress) {
    const auto mode = present.text("PRAGMA journal_mode=DELETE"); // a WAL left beside it would be taken for the restored file's
    if (!mode || *mode != "delete")
        return fail(ErrorCode::Locked, {"file-busy", {shelf.district().string()}}, shelf.district().string());
    auto made = shelf.make(present, BackupReason::Restore, progress);
    if (!made)
        return fail(made);
    return made->file.path;
}

/// A damaged one: the bytes as they are, and what belongs to them.
Result<fs::path> keepBytes(const fs::path& district, BackupShelf& shelf) {
    auto kept = shelf.place(BackupReason::Damaged);
    if (!kept)
        return kept;
    std::error_code problem;
    fs::create_hard_link(district, *kept, problem);
    if (problem && !fs::copy_file(district, *kept, problem))
        return fail(ErrorCode::Io, {"backup-failed", {kept->string()}}, kept->string(), problem.message());
    if (auto synced = syncFile(*kept); !synced)
        return fail(synced);
    for (const char* side : {"-journal", "-wal", "-shm"})
        if (fs::exists(beside(district, side), problem))
            if (fs::rename(beside(district, side), beside(*kept, side), problem); problem)
                return fail(ErrorCode::Io, {"file-unwritable", {beside(*kept, side).string()}}, kept->string(), problem.message());
    return kept;
}

/// Says in the draft what happened, and raises its counters.
Result<void> record(const fs::path& draft, const fs::path& backup, const Actor& actor, const Counters& counters) {
    auto store = Store::open(draft, OpenMode::ReadWrite);
    if (!store)
        return fail(store);
    const auto written = (*store)->keepUp({"backup-restored", {backup.filename().string()}}, actor, [&](Change& change) -> Result<void> {
        for (const auto& [name, value] : counters)
            if (auto raised = change.connection().run("INSERT INTO counter(name, value) VALUES (?1, ?2) ON CONFLICT(name) DO UPDATE SET value = max(value, ?2)", {name, value});
                !raised)
                return fail(raised);
        return {};
    });
    if (!written)
        return fail(written);
    return {};
}

} // namespace

Result<Restored> restoreBackup(const fs::path& path, const fs::path& backup, const Actor& actor, const CopyProgress& progress) {
    const auto part = [&progress](double from, double to) -> CopyProgress {
        if (!progress)
            return {};
        return [&progress, from, to](double share) { return progress(from + share * (to - from)); };
    };
    std::error_code problem;
    const fs::path district = fs::absolute(path, problem);
    auto lock = FileLock::take(district);
    if (!lock)
        return fail(lock);
    const Draft draft(district);
    const auto source = verifyDistrict(backup);
    if (!source)
        return fail(source);
    if (source->schema > CurrentSchema)
        return fail(ErrorCode::NewerSchema, {"district-newer", {backup.string(), std::to_string(source->schema)}}, backup.string());
    auto copied = copyVerified(backup, draft.path, Existing::Replace, part(0, .5));
    if (!copied)
        return fail(copied);

    Restored restored;
    Counters counters;
    if (fs::exists(district, problem)) {
        const auto zone = TimeZone::find(source->timeZone);
        BackupShelf shelf(district, zone.value_or(TimeZone()));
        shelf.spare(backup);
        // Writing, so that SQLite finishes what a crash left; nothing else is written.
        auto present = Connection::open(district, Connection::Access::ReadWrite);
        const auto before = present ? present->rows("SELECT name, value FROM counter", {}, [](const Row& row) { return std::pair(row.text(0), row.integer(1)); })
                                    : Result<Counters>(fail(present));
        if (before)
            counters = *before;
        const auto whole = verifyDistrict(district);
        Result<fs::path> kept;
        if (present && whole) {
            kept = keepReadable(*present, shelf, part(.5, 1));
            present = fail(ErrorCode::Internal, {"closed", {}}); // before its file is replaced
        } else {
            const Error fault = whole ? present.error() : whole.error();
            if (fault.code == ErrorCode::Locked || fault.code == ErrorCode::Cancelled)
                return tl::unexpected<Error>(fault);
            present = fail(ErrorCode::Internal, {"closed", {}});
            kept = keepBytes(district, shelf);
        }
        if (!kept)
            return fail(kept);
        restored.kept = *kept;
    }
    if (source->schema == CurrentSchema)
        if (auto said = record(draft.path, backup, actor, counters); !said)
            return fail(said);
    auto summary = verifyDistrict(draft.path);
    if (!summary)
        return fail(summary);
    restored.summary = std::move(*summary);
    if (auto synced = syncFile(draft.path); !synced)
        return fail(synced);
    if (auto named = renameDurably(draft.path, district, /*overwrite=*/true); !named)
        return fail(named);
    return restored;
}

} // namespace gridwarden::core
