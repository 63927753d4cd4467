// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/verified_copy.h"

#include "core/base/durable_file.h"
#include "core/store/file_mark.h"

#include <SQLiteCpp/Backup.h>
#include <SQLiteCpp/Database.h>
#include <SQLiteCpp/Exception.h>

namespace gridwarden::core {

namespace fs = std::filesystem;

namespace {

constexpr int PagesPerStep = 1024;    // 4 MB: a cancel is answered within milliseconds
constexpr double ShareOfCopying = .4; // measured: reading back and checking takes somewhat longer than copying
constexpr int SqliteFull = 13;

/// Holds the state of the source still: one read transaction for the whole copy.
class StillReading {
  public:
    explicit StillReading(Connection& connection) : m_connection(connection) {}
    ~StillReading() {
        if (m_begun)
            (void)m_connection.script("ROLLBACK");
    }
    StillReading(const StillReading&) = delete;
    StillReading& operator=(const StillReading&) = delete;
    Result<void> begin() {
        if (auto begun = m_connection.script("BEGIN"); !begun)
            return begun;
        m_begun = true;
        return m_connection.script("SELECT count(*) FROM sqlite_master"); // the lock is taken by the first read
    }

  private:
    Connection& m_connection;
    bool m_begun = false;
};

tl::unexpected<Error> failed(const fs::path& target, std::string detail) {
    return fail(ErrorCode::Io, {"backup-failed", {target.string()}}, target.string(), std::move(detail));
}

tl::unexpected<Error> noSpace(const fs::path& target, std::uintmax_t needed) {
    return fail(ErrorCode::Io, {"backup-no-space", {target.string(), std::to_string(needed), std::to_string(freeSpace(target.parent_path()).value_or(0))}},
                target.string());
}

Result<std::uintmax_t> sizeOf(Connection& connection) {
    const auto pages = connection.integer("PRAGMA page_count");
    const auto size = connection.integer("PRAGMA page_size");
    if (!pages || !size)
        return fail(pages ? size : pages);
    return static_cast<std::uintmax_t>(*pages) * static_cast<std::uintmax_t>(*size);
}

Result<void> copyPages(Connection& source, Connection& copy, const fs::path& target, std::uintmax_t bytes, const CopyProgress& progress) {
    try {
        SQLite::Backup running(copy.database(), source.database());
        for (;;) {
            const int answer = running.executeStep(PagesPerStep);
            if (answer == SQLite::OK || answer == 101 /* SQLITE_DONE */) {
                if (answer != SQLite::OK)
                    return {};
            } else { // busy: the read transaction is ours, so only the new file can be meant
                return failed(target, "busy");
            }
            const double total = std::max(1, running.getTotalPageCount());
            if (progress && !progress(ShareOfCopying * (1 - running.getRemainingPageCount() / total)))
                return fail(ErrorCode::Cancelled, {"cancelled", {}});
        }
    } catch (const SQLite::Exception& fault) {
        if (fault.getErrorCode() == SqliteFull)
            return noSpace(target, bytes);
        return failed(target, fault.what());
    }
}

/// The change counter of a copy starts anew.
Result<void> markCopy(Connection& copy, const DistrictSummary& summary) {
    constexpr int FirstSchemaWithMark = 2;
    return summary.schema < FirstSchemaWithMark ? Result<void>() : markFile(copy);
}

} // namespace

Result<DistrictSummary> verifyDistrict(const fs::path& file) {
    std::error_code problem;
    if (!fs::exists(file, problem))
        return fail(ErrorCode::NotFound, {"file-not-found", {file.string()}}, file.string());
    auto connection = Connection::open(file, Connection::Access::ReadOnly);
    if (!connection)
        return fail(connection);
    const auto damaged = [&](std::string what) { return fail(ErrorCode::Database, {"file-damaged", {what}}, file.string(), what); };
    // An unreadable first page is a damaged copy here and not another kind of file: it was a district when it got its name.
    const auto verdict = connection->text("PRAGMA integrity_check(1)");
    if (!verdict)
        return damaged(verdict.error().detail);
    if (*verdict != "ok")
        return damaged(*verdict);
    const auto broken = connection->first("PRAGMA foreign_key_check", {}, [](const Row& row) { return row.text(0); });
    if (!broken)
        return damaged(broken.error().detail);
    if (*broken)
        return damaged("foreign key of " + **broken);
    return summarise(*connection, file);
}

Result<DistrictSummary> copyVerified(Connection& source, const fs::path& target, Existing existing, const CopyProgress& progress) {
    std::error_code problem;
    if (existing == Existing::Keep && fs::exists(target, problem))
        return fail(ErrorCode::Exists, {"file-exists", {target.string()}}, target.string());
    PartialFile partial(target);
    DistrictSummary expected;
    {
        StillReading still(source);
        if (auto begun = still.begin(); !begun)
            return fail(begun);
        if (progress && !progress(0))
            return fail(ErrorCode::Cancelled, {"cancelled", {}});
        const auto bytes = sizeOf(source);
        if (!bytes)
            return fail(bytes);
        if (const auto space = freeSpace(fs::absolute(target, problem).parent_path()); space && *space < *bytes)
            return noSpace(target, *bytes);
        auto copy = Connection::open(partial.path(), Connection::Access::Create);
        if (!copy)
            return failed(target, copy.error().detail);
        // Nobody needs the half-written copy after a crash; it is synced as a whole before it gets its name.
        if (auto set = copy->script("PRAGMA synchronous=OFF; PRAGMA journal_mode=OFF"); !set)
            return failed(target, set.error().detail);
        if (auto copied = copyPages(source, *copy, target, *bytes, progress); !copied)
            return fail(copied);
        auto summary = summarise(source, target);
        if (!summary)
            return fail(summary);
        expected = std::move(*summary);
    }
    {
        // Other programs may have left the source in WAL mode; a copy is one file.
        auto copy = Connection::open(partial.path(), Connection::Access::ReadWrite);
        if (!copy)
            return failed(target, copy.error().detail);
        if (auto set = copy->script("PRAGMA journal_mode=DELETE"); !set)
            return failed(target, set.error().detail);
        if (auto marked = markCopy(*copy, expected); !marked)
            return failed(target, marked.error().detail);
    }
    if (auto synced = syncFile(partial.path()); !synced)
        return failed(target, synced.error().detail);
    if (progress && !progress(ShareOfCopying))
        return fail(ErrorCode::Cancelled, {"cancelled", {}});
    const auto written = verifyDistrict(partial.path());
    if (!written)
        return failed(target, written.error().what.key + " " + written.error().detail);
    if (!(*written == expected))
        return failed(target, "the copy differs from its source");
    if (progress && !progress(1))
        return fail(ErrorCode::Cancelled, {"cancelled", {}});
    if (auto named = partial.finish(existing == Existing::Replace); !named)
        return named.error().code == ErrorCode::Exists ? fail(named) : failed(target, named.error().detail);
    return expected;
}

Result<DistrictSummary> copyVerified(const fs::path& source, const fs::path& target, Existing existing, const CopyProgress& progress) {
    auto connection = Connection::open(source, Connection::Access::ReadOnly);
    if (!connection)
        return fail(connection);
    return copyVerified(*connection, target, existing, progress);
}

} // namespace gridwarden::core
