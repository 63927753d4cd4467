// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/database_fault.h"

#include "core/base/durable_file.h"

#include <sqlite3.h>

namespace gridwarden::core {

namespace {

ErrorCode codeOf(int primary) {
    switch (primary) {
    case 5: // SQLITE_BUSY
    case 6: // SQLITE_LOCKED
        return ErrorCode::Locked;
    case 8: // SQLITE_READONLY
        return ErrorCode::ReadOnly;
    case 11: // SQLITE_CORRUPT
        return ErrorCode::Damaged;
    case 9: // SQLITE_INTERRUPT
        return ErrorCode::Cancelled;
    case 26: // SQLITE_NOTADB
        return ErrorCode::NotDistrict;
    case 10: // SQLITE_IOERR
    case 13: // SQLITE_FULL
    case 14: // SQLITE_CANTOPEN
        return ErrorCode::Io;
    default:
        return ErrorCode::Database;
    }
}

/// The undo data of a change may take as much room as the district itself.
Message diskFull(const std::string& file) {
    constexpr std::uintmax_t Megabyte = 1'000'000;
    std::error_code problem;
    const std::uintmax_t size = std::filesystem::file_size(file, problem);
    const std::uintmax_t room = freeSpace(std::filesystem::path(file).parent_path()).value_or(0);
    return {"disk-full", {file, std::to_string(room / Megabyte), std::to_string((problem ? 0 : size) / Megabyte + 1)}};
}

Message messageOf(int primary, const std::string& file) {
    const ErrorCode code = codeOf(primary);
    switch (code) {
    case ErrorCode::Locked:
        return {"file-busy", {file}};
    case ErrorCode::ReadOnly:
        return {"file-read-only", {file}};
    case ErrorCode::NotDistrict:
        return {"file-not-district", {file}};
    case ErrorCode::Damaged:
        return {"district-damaged", {file}};
    case ErrorCode::Io:
        return primary == SQLITE_FULL ? diskFull(file) : Message{"file-io", {file}};
    case ErrorCode::Cancelled:
        return {"cancelled", {}};
    default:
        return {"database-fault", {file}};
    }
}

} // namespace

tl::unexpected<Error> databaseFault(int code, const std::string& file, const std::string& detail) {
    return fail(codeOf(code), messageOf(code, file), file, detail);
}

tl::unexpected<Error> lostTransaction(const std::string& file) {
    return fail(ErrorCode::Io, {"file-io", {file}}, file, "the transaction was rolled back");
}

} // namespace gridwarden::core
