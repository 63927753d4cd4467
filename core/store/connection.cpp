// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/connection.h"

#include "core/store/database_fault.h"
#include "core/store/sql_functions.h"

#include <SQLiteCpp/SQLiteCpp.h>
#include <set>
#include <sqlite3.h>
#include <unordered_map>

namespace gridwarden::core {

namespace {

constexpr int WaitMs = 5000;       // of a statement for a lock
constexpr int BetweenPatienceMs = 100;
constexpr std::chrono::milliseconds BeginPatience(5000);
constexpr std::chrono::milliseconds CommitPatience(25000);

tl::unexpected<Error> faultOf(const SQLite::Exception& problem, const std::string& file) {
    return databaseFault(problem.getErrorCode(), file, problem.what());
}

void bind(SQLite::Statement& statement, int index, const Value& value) {
    std::visit(
        [&](const auto& stored) {
            using Type = std::decay_t<decltype(stored)>;
            if constexpr (std::is_same_v<Type, std::monostate>)
                statement.bind(index);
            else if constexpr (std::is_same_v<Type, Blob>)
                statement.bind(index, stored.bytes.data(), static_cast<int>(stored.bytes.size()));
            else
                statement.bind(index, stored);
        },
        value.stored());
}

} // namespace

struct Connection::State {
    SQLite::Database database;
    std::string file;
    bool readOnly;
    std::unordered_map<std::string, std::unique_ptr<SQLite::Statement>> statements;
    std::set<const SQLite::Statement*> inUse;
    Patience patience;
    bool isInTransaction = false;

    [[nodiscard]] bool hasLostTransaction() const { return isInTransaction && sqlite3_get_autocommit(database.getHandle()) != 0; }
    tl::unexpected<Error> fault(const SQLite::Exception& problem) const {
        return faultOf(problem, file);
    }
};

/// Takes a statement out of the store for one run and resets it afterwards; a nested run of the same SQL gets its own.
class Borrowed {
  public:
    template <class State> Borrowed(State& state, std::string_view sql) {
        auto& kept = state.statements[std::string(sql)];
        if (!kept)
            kept = std::make_unique<SQLite::Statement>(state.database, std::string(sql));
        if (state.inUse.insert(kept.get()).second) {
            m_statement = kept.get();
            m_release = [&state, this] { state.inUse.erase(m_statement); };
        } else {
            m_own = std::make_unique<SQLite::Statement>(state.database, std::string(sql));
            m_statement = m_own.get();
        }
    }
    ~Borrowed() {
        m_statement->tryReset();
        m_statement->clearBindings();
        if (m_release)
            m_release();
    }
    Borrowed(const Borrowed&) = delete;
    Borrowed& operator=(const Borrowed&) = delete;
    SQLite::Statement& operator*() { return *m_statement; }

  private:
    std::unique_ptr<SQLite::Statement> m_own;
    SQLite::Statement* m_statement = nullptr;
    std::function<void()> m_release;
};

bool Row::isNull(int column) const { return m_statement.getColumn(column).isNull(); }
std::int64_t Row::integer(int column) const { return m_statement.getColumn(column).getInt64(); }
double Row::real(int column) const { return m_statement.getColumn(column).getDouble(); }
std::string Row::text(int column) const { return m_statement.getColumn(column).getString(); }
std::string_view Row::view(int column) const {
    const SQLite::Column value = m_statement.getColumn(column);
    const char* const text = value.getText();
    return {text, static_cast<std::size_t>(value.getBytes())};
}
std::string Row::blob(int column) const {
    const SQLite::Column value = m_statement.getColumn(column);
    return std::string(static_cast<const char*>(value.getBlob()), static_cast<std::size_t>(value.getBytes()));
}
std::optional<Moment> Row::optionalMoment(int column) const {
    return isNull(column) ? std::nullopt : std::optional(moment(column));
}
std::optional<Day> Row::optionalDay(int column) const {
    if (isNull(column))
        return std::nullopt;
    const auto day = parseDay(text(column));
    return day ? std::optional(*day) : std::nullopt;
}
std::optional<double> Row::optionalReal(int column) const {
    return isNull(column) ? std::nullopt : std::optional(real(column));
}

Connection::Connection(std::unique_ptr<State> state) : m_state(std::move(state)) {}
Connection::Connection(Connection&&) noexcept = default;
Connection& Connection::operator=(Connection&&) noexcept = default;
Connection::~Connection() = default;

Result<Connection> Connection::open(const std::filesystem::path& path, Access access) {
    const std::string file = path.string();
    try {
        int flags = SQLite::OPEN_READONLY;
        if (access == Access::ReadWrite)
            flags = SQLite::OPEN_READWRITE;
        else if (access == Access::Create)
            flags = SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE;
        // Where nobody can write, locks are not needed (and a read-only medium may not give any).
        const bool still = access == Access::Still;
        auto state = std::make_unique<State>(State{SQLite::Database(file, flags, WaitMs, still ? "unix-none" : ""), file,
                                                   access == Access::ReadOnly || still, {}, {}, {}});
        if (const int code = addSqlFunctions(state->database.getHandle()); code != SQLITE_OK)
            return databaseFault(code, file, sqlite3_errstr(code));
        if (still) // keeps the index of the write-ahead log in memory
            state->database.exec("PRAGMA locking_mode=EXCLUSIVE");
        state->database.exec("PRAGMA foreign_keys=ON; PRAGMA cache_size=-65536; PRAGMA temp_store=MEMORY;");
        if (!state->readOnly)
            state->database.exec("PRAGMA synchronous=EXTRA; PRAGMA secure_delete=OFF;");
        return Connection(std::move(state));
    } catch (const SQLite::Exception& problem) {
        return faultOf(problem, file);
    }
}

Result<int> Connection::run(std::string_view sql, const std::vector<Value>& values) {
    if (m_state->hasLostTransaction())
        return lostTransaction(m_state->file);
    try {
        Borrowed statement(*m_state, sql);
        for (std::size_t i = 0; i < values.size(); ++i)
            bind(*statement, static_cast<int>(i) + 1, values[i]);
        while ((*statement).executeStep()) {
        }
        return m_state->database.getChanges();
    } catch (const SQLite::Exception& problem) {
        return m_state->fault(problem);
    }
}

Result<void> Connection::insist(const char* sql, std::chrono::milliseconds limit) {
    const auto since = std::chrono::steady_clock::now();
    sqlite3_busy_timeout(m_state->database.getHandle(), BetweenPatienceMs);
    for (;;) {
        auto done = script(sql);
        const auto waited = std::chrono::duration_cast<std::chrono::milliseconds>(std::chrono::steady_clock::now() - since);
        if (done || done.error().code != ErrorCode::Locked || !(m_state->patience ? m_state->patience(waited) : waited < limit)) {
            sqlite3_busy_timeout(m_state->database.getHandle(), WaitMs);
            return done;
        }
    }
}

Result<void> Connection::begin() {
    auto begun = insist("BEGIN IMMEDIATE", BeginPatience);
    m_state->isInTransaction = begun.has_value();
    return begun;
}

void Connection::rollback() {
    m_state->isInTransaction = false;
    if (sqlite3_get_autocommit(m_state->database.getHandle()) == 0)
        (void)script("ROLLBACK");
}

Result<void> Connection::commit() {
    if (m_state->hasLostTransaction())
        return lostTransaction(m_state->file);
    auto done = insist("COMMIT", CommitPatience);
    m_state->isInTransaction = !done;
    return done;
}

void Connection::setPatience(Patience patience) { m_state->patience = std::move(patience); }

Result<void> Connection::script(const std::string& sql) {
    try {
        m_state->database.exec(sql);
        return {};
    } catch (const SQLite::Exception& problem) {
        return m_state->fault(problem);
    }
}

Result<void> Connection::each(std::string_view sql, const std::vector<Value>& values,
                              const std::function<bool(const Row&)>& use) {
    try {
        Borrowed statement(*m_state, sql);
        for (std::size_t i = 0; i < values.size(); ++i)
            bind(*statement, static_cast<int>(i) + 1, values[i]);
        const Row row(*statement);
        while ((*statement).executeStep())
            if (!use(row))
                break;
        return {};
    } catch (const SQLite::Exception& problem) {
        return m_state->fault(problem);
    }
}

Result<std::int64_t> Connection::integer(std::string_view sql, const std::vector<Value>& values) {
    const auto found = first(sql, values, [](const Row& row) { return row.integer(0); });
    if (!found)
        return fail(found);
    return found->value_or(0);
}

Result<std::string> Connection::text(std::string_view sql, const std::vector<Value>& values) {
    const auto found = first(sql, values, [](const Row& row) { return row.text(0); });
    if (!found)
        return fail(found);
    return found->value_or(std::string());
}

void Connection::forgetPages() { sqlite3_db_release_memory(m_state->database.getHandle()); }

bool Connection::isReadOnly() const { return m_state->readOnly; }
SQLite::Database& Connection::database() { return m_state->database; }

} // namespace gridwarden::core
