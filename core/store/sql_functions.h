// SPDX-License-Identifier: GPL-3.0-or-later
// What our connections know beside SQLite's own functions, for statements of schema files.
#pragma once

struct sqlite3;

namespace gridwarden::core {

/// spaced_terms(text): see core/base/text_terms.h; NULL stays NULL. shipped_text(path): a resource of the program, as lists begin in a
/// district; not for views. Returns SQLite's result code.
[[nodiscard]] int addSqlFunctions(sqlite3* database);

} // namespace gridwarden::core
