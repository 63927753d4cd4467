// SPDX-License-Identifier: GPL-3.0-or-later
// The tables, indexes, views and triggers of a file, compared with those that the schema files make.
#pragma once

#include "core/store/connection.h"

#include <map>
#include <string>
#include <utility>
#include <vector>

namespace gridwarden::core {

struct SchemaObject {
    std::string table; ///< that an index or trigger belongs to
    std::string sql;   ///< as it was written
};
/// By type ("table", "index", "view", "trigger") and name. What SQLite makes by itself is left out.
using SchemaObjects = std::map<std::pair<std::string, std::string>, SchemaObject>;

[[nodiscard]] Result<SchemaObjects> schemaObjects(Connection& connection);
/// An empty database with the current schema, in memory. Errors: of the schema files.
[[nodiscard]] Result<Connection> freshSchema();

/// Whether two statements make the same: comments and white space do not count.
[[nodiscard]] bool meansTheSame(const std::string& sql, const std::string& other);

/// Whether an object can be made anew without losing anything: views, indexes, and the empty tables that give views their types.
[[nodiscard]] bool isRebuildable(const std::string& type, const std::string& name);

/// The index of words, which is made anew as a whole (words_check.h).
[[nodiscard]] bool isOfWords(const std::string& name);

} // namespace gridwarden::core
