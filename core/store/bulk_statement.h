// SPDX-License-Identifier: GPL-3.0-or-later
// A statement run for each of millions of rows: prepared once, its values bound where they lie instead of copied.
#pragma once

#include "core/base/id.h"
#include "core/store/connection.h"

#include <memory>
#include <optional>
#include <string_view>

struct sqlite3_stmt;

namespace gridwarden::core {

/// Only inside a transaction, which it never begins. The connection outlives it.
class BulkStatement {
  public:
    [[nodiscard]] static Result<BulkStatement> prepare(Connection& connection, std::string_view sql);

    /// The next value, from the first one on. A text has to live until `run`.
    void add(std::int64_t value);
    void add(int value) { add(std::int64_t{value}); }
    void add(double value);
    void add(std::string_view text);
    void add(const std::string& text) { add(std::string_view(text)); }
    void add(std::string&&) = delete;
    void add(std::nullptr_t);
    void add(const Blob& bytes); ///< is copied
    void add(Moment moment) { add(std::int64_t{moment.time_since_epoch().count()}); }
    /// The null id is stored as NULL.
    template <class Tag> void add(Id<Tag> id) {
        if (id.isNull())
            add(nullptr);
        else
            add(id.value());
    }
    template <class T> void add(const std::optional<T>& value) {
        if (value)
            add(*value);
        else
            add(nullptr);
    }
    /// Errors: as Connection::run.
    Result<void> run();

  private:
    struct Closer {
        void operator()(sqlite3_stmt* statement) const;
    };
    explicit BulkStatement(Connection& connection) : m_connection(&connection) {}
    Connection* m_connection;
    std::unique_ptr<sqlite3_stmt, Closer> m_statement;
    int m_next = 1;
};

} // namespace gridwarden::core
