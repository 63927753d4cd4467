// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/opening.h"

#include "core/store/file_header.h"

#include <cstdlib>
#include <fmt/format.h>

namespace gridwarden::core {

namespace fs = std::filesystem;

namespace {

bool hasContent(fs::path path, const char* ending) {
    path += ending;
    std::error_code problem;
    const auto size = fs::file_size(path, problem);
    return !problem && size > 0;
}

std::string megabytes(std::int64_t bytes) { return fmt::format("{:.1f} MB", static_cast<double>(bytes) / 1e6); }

bool sharesMayBeWritten() {
    const char* set = std::getenv("GRIDWARDEN_WRITE_ON_SHARES");
    return set != nullptr && std::string_view(set) == "1";
}

} // namespace

Result<FoundFile> findFile(const fs::path& path) {
    const std::string name = path.string();
    std::error_code problem;
    const fs::file_status status = fs::status(path, problem);
    if (status.type() == fs::file_type::not_found)
        return fail(ErrorCode::NotFound, {"file-not-found", {name}}, name);
    if (fs::is_directory(status))
        return fail(ErrorCode::NotDistrict, {"file-is-folder", {name}}, name);
    if (!fs::is_regular_file(status))
        return fail(ErrorCode::NotDistrict, {"file-not-district", {name}}, name);
    FoundFile found;
    found.path = fs::absolute(path, problem);
    const auto header = readFileHeader(found.path);
    if (!header)
        return fail(header);
    if (header->fileSize == 0)
        return fail(ErrorCode::NotDistrict, {"file-empty", {name}}, name);
    found.hasJournal = hasContent(found.path, "-journal");
    // The first page may have been torn in an interrupted write: it is judged when that has been taken back.
    if (!header->isSqlite && !found.hasJournal)
        return fail(ErrorCode::NotDistrict, {"file-not-district", {name}}, name);
    found.place = placeOfFile(found.path);
    found.isWal = header->isWal;
    found.hasWal = hasContent(found.path, "-wal");
    // A running or interrupted write may have the file longer or shorter for a while.
    const std::int64_t whole = header->pageCount * header->pageSize;
    if (!found.hasJournal && !found.hasWal && header->fileSize < whole)
        return fail(ErrorCode::Damaged, {"file-cut-off", {name, megabytes(header->fileSize), megabytes(whole)}}, name);
    return found;
}

Result<void> mayBeWritten(const FoundFile& file) {
    const auto refuse = [](const char* key, const fs::path& what, std::string more = {}) {
        return fail(ErrorCode::ReadOnly, {key, {what.string(), std::move(more)}}, what.string());
    };
    if (!file.place.network.empty() && !sharesMayBeWritten())
        return refuse("district-on-share", file.path, file.place.network);
    if (file.place.isReadOnlyMedium)
        return refuse("medium-read-only", file.path.parent_path());
    if (!file.place.canWriteFolder)
        return refuse("folder-not-writable", file.path.parent_path());
    if (!file.place.canWriteFile)
        return refuse("file-not-writable", file.path);
    return {};
}

Result<Connection> connectForReading(const FoundFile& file) {
    if (!file.isWal)
        return Connection::open(file.path, Connection::Access::ReadOnly);
    // In write-ahead mode even a reader makes files beside the database. Where it cannot, nobody writes either.
    if (!file.place.canWrite())
        return Connection::open(file.path, Connection::Access::Still);
    if (file.hasWal)
        return Connection::open(file.path, Connection::Access::ReadOnly); // never moves the log into the file
    auto connection = Connection::open(file.path, Connection::Access::ReadWrite); // takes its files away again
    if (connection)
        if (auto limited = connection->script("PRAGMA query_only=ON"); !limited)
            return fail(limited);
    return connection;
}

} // namespace gridwarden::core
