// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/file_header.h"

#include <SQLiteCpp/SQLiteCpp.h>
#include <array>
#include <sqlite3.h>
#include <string_view>

namespace gridwarden::core {

namespace {

constexpr std::string_view Magic("SQLite format 3\0", 16);
constexpr int HeaderSize = 100;

std::uint32_t number(const std::array<unsigned char, HeaderSize>& bytes, std::size_t at) {
    return static_cast<std::uint32_t>(bytes[at]) << 24 | static_cast<std::uint32_t>(bytes[at + 1]) << 16 |
           static_cast<std::uint32_t>(bytes[at + 2]) << 8 | bytes[at + 3];
}

Result<FileHeader> read(sqlite3* database, const std::string& name) {
    const auto failed = [&](int code) { return fail(ErrorCode::Io, {"file-io", {name}}, name, sqlite3_errstr(code)); };
    sqlite3_file* file = nullptr;
    if (const int code = sqlite3_file_control(database, "main", SQLITE_FCNTL_FILE_POINTER, static_cast<void*>(&file)); code != SQLITE_OK)
        return failed(code);
    FileHeader header;
    if (file == nullptr || file->pMethods == nullptr) // a database in memory
        return header;
    sqlite3_int64 size = 0;
    if (const int code = file->pMethods->xFileSize(file, &size); code != SQLITE_OK)
        return failed(code);
    header.fileSize = size;
    if (size < HeaderSize)
        return header;
    std::array<unsigned char, HeaderSize> bytes{};
    if (const int code = file->pMethods->xRead(file, bytes.data(), HeaderSize, 0); code != SQLITE_OK)
        return failed(code);
    header.isSqlite = std::string_view(reinterpret_cast<const char*>(bytes.data()), Magic.size()) == Magic;
    if (!header.isSqlite)
        return header;
    header.isWal = bytes[18] == 2;
    header.pageSize = bytes[16] << 8 | bytes[17];
    if (header.pageSize == 1) // 65536 does not fit
        header.pageSize = 65536;
    header.changeCounter = number(bytes, 24);
    header.applicationId = number(bytes, 68);
    if (number(bytes, 92) == header.changeCounter)
        header.pageCount = number(bytes, 28);
    return header;
}

} // namespace

Result<FileHeader> readFileHeader(const std::filesystem::path& path) {
    sqlite3* database = nullptr;
    const int code = sqlite3_open_v2(path.c_str(), &database, SQLITE_OPEN_READONLY, nullptr);
    Result<FileHeader> header = code == SQLITE_OK ? read(database, path.string())
                                                  : Result<FileHeader>(fail(ErrorCode::Io, {"file-unreadable", {path.string()}}, path.string(), sqlite3_errstr(code)));
    sqlite3_close(database);
    return header;
}

Result<FileHeader> readFileHeader(Connection& connection) {
    return read(connection.database().getHandle(), connection.database().getFilename());
}

} // namespace gridwarden::core
