// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/file_mark.h"

#include "core/store/file_header.h"
#include "core/store/file_lock.h"
#include "core/store/transaction.h"

namespace gridwarden::core {

namespace {

constexpr const char* Program = "gridwarden " GRIDWARDEN_VERSION;

} // namespace

Result<std::uint32_t> writeMark(Connection& connection) {
    const auto header = readFileHeader(connection);
    if (!header)
        return fail(header);
    // SQLite adds one at each commit; nobody else can commit before this one.
    const std::uint32_t after = header->changeCounter + 1;
    const auto written = connection.run("INSERT INTO file_mark(only, change_counter, machine, program, at) VALUES (1, ?1, ?2, ?3, ?4) ON CONFLICT(only) "
                                        "DO UPDATE SET change_counter = ?1, machine = ?2, program = ?3, at = ?4",
                                        {std::int64_t{after}, machineName(), Program, now()});
    if (!written)
        return fail(written);
    return after;
}

Result<void> markFile(Connection& connection) {
    Transaction transaction(connection);
    if (auto begun = transaction.begin(); !begun)
        return begun;
    if (auto written = writeMark(connection); !written)
        return fail(written);
    return transaction.commit();
}

Result<std::optional<FileMark>> markBeforeForeignWrite(Connection& connection) {
    std::optional<FileMark> before;
    Result<FileHeader> header;
    // While the row is being read nobody can commit, so that counter and mark belong together.
    const auto read = connection.each("SELECT change_counter, machine, program, at FROM file_mark", {}, [&](const Row& row) {
        header = readFileHeader(connection);
        if (header && header->fileSize > 0 && header->changeCounter != static_cast<std::uint32_t>(row.integer(0)))
            before = FileMark{row.text(1), row.text(2), row.moment(3)};
        return false;
    });
    if (!read)
        return fail(read);
    if (!header)
        return fail(header);
    return before;
}

} // namespace gridwarden::core
