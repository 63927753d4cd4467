// SPDX-License-Identifier: GPL-3.0-or-later
// Recording what a transaction changes in the watched tables, and taking it back (SQLite's session extension).
#pragma once

#include "core/store/connection.h"

#include <memory>
#include <set>
#include <string>
#include <utility>

struct sqlite3_session;

namespace gridwarden::core {

/// The tables that the journal records; everything else is derived or about the file itself.
[[nodiscard]] const std::set<std::string>& watchedTables();

/// Records from construction on until `take`.
class Recorder {
  public:
    [[nodiscard]] static Result<Recorder> start(Connection& connection);
    /// The changeset so far; empty when nothing changed.
    [[nodiscard]] Result<std::string> take();

  private:
    struct Deleter {
        void operator()(sqlite3_session* session) const;
    };
    explicit Recorder(std::unique_ptr<sqlite3_session, Deleter> session) : m_session(std::move(session)) {}
    std::unique_ptr<sqlite3_session, Deleter> m_session;
};

/// Tables and primary keys (as text) of the rows in a changeset.
using TouchedRows = std::set<std::pair<std::string, std::string>>;
struct ChangesetContent {
    TouchedRows rows;
    std::set<std::int64_t> cases; ///< of case_report, case_contact, step and photo rows, old and new
};
/// Errors: Database "changeset-unreadable": damaged, or it touches a table that is not watched.
[[nodiscard]] Result<ChangesetContent> readChangeset(const std::string& changeset);

/// Applies the inverse. Any row that is not as the changeset left it stops it. Errors: as readChangeset; Database
/// "changeset-conflict" {table}.
Result<void> applyInverse(Connection& connection, const std::string& changeset);

} // namespace gridwarden::core
