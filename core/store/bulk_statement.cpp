// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/bulk_statement.h"

#include "core/store/database_fault.h"

#include <SQLiteCpp/SQLiteCpp.h>
#include <sqlite3.h>

namespace gridwarden::core {

void BulkStatement::Closer::operator()(sqlite3_stmt* statement) const { sqlite3_finalize(statement); }

Result<BulkStatement> BulkStatement::prepare(Connection& connection, std::string_view sql) {
    BulkStatement made(connection);
    SQLite::Database& database = connection.database();
    sqlite3_stmt* statement = nullptr;
    const int code = sqlite3_prepare_v3(database.getHandle(), sql.data(), static_cast<int>(sql.size()), SQLITE_PREPARE_PERSISTENT, &statement, nullptr);
    made.m_statement.reset(statement);
    if (code != SQLITE_OK)
        return databaseFault(code & 0xff, database.getFilename(), database.getErrorMsg());
    return made;
}

void BulkStatement::add(std::int64_t value) { sqlite3_bind_int64(m_statement.get(), m_next++, value); }
void BulkStatement::add(double value) { sqlite3_bind_double(m_statement.get(), m_next++, value); }
void BulkStatement::add(std::string_view text) {
    // A text without bytes is no NULL.
    sqlite3_bind_text64(m_statement.get(), m_next++, text.empty() ? "" : text.data(), text.size(), SQLITE_STATIC, SQLITE_UTF8);
}
void BulkStatement::add(std::nullptr_t) { sqlite3_bind_null(m_statement.get(), m_next++); }
void BulkStatement::add(const Blob& bytes) {
    sqlite3_bind_blob64(m_statement.get(), m_next++, bytes.bytes.data(), bytes.bytes.size(), SQLITE_TRANSIENT);
}

Result<void> BulkStatement::run() {
    SQLite::Database& database = m_connection->database();
    m_next = 1;
    if (sqlite3_get_autocommit(database.getHandle()) != 0)
        return lostTransaction(database.getFilename());
    const int code = sqlite3_step(m_statement.get());
    if (code == SQLITE_DONE) {
        sqlite3_reset(m_statement.get());
        return {};
    }
    auto fault = databaseFault(code & 0xff, database.getFilename(), database.getErrorMsg());
    sqlite3_reset(m_statement.get());
    return fault;
}

} // namespace gridwarden::core
