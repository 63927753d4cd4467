// SPDX-License-Identifier: GPL-3.0-or-later
// A thin, non-throwing face of SQLite for the rest of core: statements with bound values, rows as values.
#pragma once

#include "core/base/id.h"
#include "core/base/result.h"
#include "core/base/time.h"

#include <chrono>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace SQLite {
class Database;
class Statement;
} // namespace SQLite

namespace gridwarden::core {

/// Bytes to be bound as a BLOB.
struct Blob {
    std::string bytes;
};

/// A value to bind: NULL, integer, real, UTF-8 text or blob. Ids, moments, days and optionals convert.
class Value {
  public:
    Value(std::nullptr_t) {}
    Value(std::int64_t v) : m_value(v) {}
    Value(int v) : m_value(std::int64_t{v}) {}
    Value(bool v) : m_value(std::int64_t{v ? 1 : 0}) {}
    Value(double v) : m_value(v) {}
    Value(std::string v) : m_value(std::move(v)) {}
    Value(std::string_view v) : m_value(std::string(v)) {}
    Value(const char* v) : m_value(std::string(v)) {}
    Value(Blob v) : m_value(std::move(v)) {}
    Value(Moment v) : m_value(std::int64_t{v.time_since_epoch().count()}) {}
    Value(Day v) : m_value(dayText(v)) {}
    /// The null id is stored as NULL.
    template <class Tag> Value(Id<Tag> id) {
        if (!id.isNull())
            m_value = id.value();
    }
    template <class T> Value(const std::optional<T>& v) {
        if (v)
            *this = Value(*v);
    }
    using Stored = std::variant<std::monostate, std::int64_t, double, std::string, Blob>;
    [[nodiscard]] const Stored& stored() const { return m_value; }

  private:
    Stored m_value;
};

/// The current row of a query; columns count from 0.
class Row {
  public:
    explicit Row(SQLite::Statement& statement) : m_statement(statement) {}
    [[nodiscard]] bool isNull(int column) const;
    [[nodiscard]] std::int64_t integer(int column) const;
    [[nodiscard]] double real(int column) const;
    [[nodiscard]] std::string text(int column) const;
    [[nodiscard]] std::string_view view(int column) const; ///< a text, until the next row
    [[nodiscard]] std::string blob(int column) const;
    template <class T> [[nodiscard]] T id(int column) const { return T(integer(column)); } // NULL reads as the null id
    [[nodiscard]] Moment moment(int column) const { return Moment(seconds(integer(column))); }
    [[nodiscard]] std::optional<Moment> optionalMoment(int column) const;
    [[nodiscard]] std::optional<Day> optionalDay(int column) const;
    [[nodiscard]] std::optional<double> optionalReal(int column) const;

  private:
    SQLite::Statement& m_statement;
};

/// One connection. Statements are prepared once and kept. Not for several threads at once.
class Connection {
  public:
    /// Still: for reading where nobody can write; without locks, and without side files for one left in write-ahead mode.
    enum class Access { ReadOnly, ReadWrite, Create, Still };

    /// Opens with foreign keys on, a rollback journal and synchronous=EXTRA when writing; a read-only one never writes.
    /// Errors: Io/Database with the path as subject.
    [[nodiscard]] static Result<Connection> open(const std::filesystem::path& path, Access access);
    Connection(Connection&&) noexcept;
    Connection& operator=(Connection&&) noexcept;
    ~Connection();

    /// Runs one statement; returns the number of changed rows.
    Result<int> run(std::string_view sql, const std::vector<Value>& values = {});
    /// BEGIN IMMEDIATE and COMMIT. Where another program holds them up they are tried again, a commit with its transaction kept,
    /// until `patience` (asked about ten times a second with the time waited, outside of SQLite) gives up by false.
    /// By default 5 s are waited for a beginning and 25 s for a commit.
    Result<void> begin();
    /// Once SQLite has taken a transaction back on its own (a full disk, say), no statement runs before this.
    void rollback();
    Result<void> commit();
    using Patience = std::function<bool(std::chrono::milliseconds)>;
    void setPatience(Patience patience); ///< empty: the default again
    /// Runs a whole script of statements.
    Result<void> script(const std::string& sql);
    /// Calls `use` for each row until it returns false.
    Result<void> each(std::string_view sql, const std::vector<Value>& values, const std::function<bool(const Row&)>& use);

    /// All rows through a mapping.
    template <class Map>
    auto rows(std::string_view sql, const std::vector<Value>& values, Map map)
        -> Result<std::vector<decltype(map(std::declval<const Row&>()))>> {
        std::vector<decltype(map(std::declval<const Row&>()))> all;
        const auto done = each(sql, values, [&](const Row& row) {
            all.push_back(map(row));
            return true;
        });
        if (!done)
            return fail(done);
        return all;
    }
    /// The first row, if any.
    template <class Map>
    auto first(std::string_view sql, const std::vector<Value>& values, Map map)
        -> Result<std::optional<decltype(map(std::declval<const Row&>()))>> {
        std::optional<decltype(map(std::declval<const Row&>()))> found;
        const auto done = each(sql, values, [&](const Row& row) {
            found = map(row);
            return false;
        });
        if (!done)
            return fail(done);
        return found;
    }
    /// A single integer, 0 when there is no row or NULL.
    Result<std::int64_t> integer(std::string_view sql, const std::vector<Value>& values = {});
    /// A single text, empty when there is no row or NULL.
    Result<std::string> text(std::string_view sql, const std::vector<Value>& values = {});

    /// Drops what is kept of the file in memory: after reading much that is not read again.
    void forgetPages();

    [[nodiscard]] bool isReadOnly() const;
    [[nodiscard]] SQLite::Database& database(); // for core/store only

  private:
    struct State;
    Result<void> insist(const char* sql, std::chrono::milliseconds limit);
    explicit Connection(std::unique_ptr<State> state);
    std::unique_ptr<State> m_state;
};

} // namespace gridwarden::core
