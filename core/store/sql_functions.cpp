// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/sql_functions.h"

#include "core/base/text_terms.h"

#include <sqlite3.h>

namespace gridwarden::core {

namespace {

void spacedTermsOf(sqlite3_context* context, int, sqlite3_value** values) {
    const auto* const bytes = reinterpret_cast<const char*>(sqlite3_value_text(values[0]));
    if (bytes == nullptr)
        return; // NULL
    const std::string terms = spacedTerms({bytes, static_cast<std::size_t>(sqlite3_value_bytes(values[0]))});
    sqlite3_result_text(context, terms.data(), static_cast<int>(terms.size()), SQLITE_TRANSIENT);
}

} // namespace

int addSqlFunctions(sqlite3* database) {
    return sqlite3_create_function_v2(database, "spaced_terms", 1, SQLITE_UTF8 | SQLITE_DETERMINISTIC | SQLITE_INNOCUOUS, nullptr, spacedTermsOf, nullptr,
                                      nullptr, nullptr);
}

} // namespace gridwarden::core
