// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/sql_functions.h"

#include "core/base/resources.h"
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

void shippedText(sqlite3_context* context, int, sqlite3_value** values) {
    const auto* const path = reinterpret_cast<const char*>(sqlite3_value_text(values[0]));
    const auto text = readResource(path == nullptr ? "" : path);
    if (text)
        sqlite3_result_text(context, text->data(), static_cast<int>(text->size()), SQLITE_TRANSIENT);
    else
        sqlite3_result_error(context, "a resource is missing", -1);
}

} // namespace

int addSqlFunctions(sqlite3* database) {
    const int terms = sqlite3_create_function_v2(database, "spaced_terms", 1, SQLITE_UTF8 | SQLITE_DETERMINISTIC | SQLITE_INNOCUOUS, nullptr, spacedTermsOf,
                                                 nullptr, nullptr, nullptr);
    // Not from views and triggers, which somebody else may have written.
    const int shipped = sqlite3_create_function_v2(database, "shipped_text", 1, SQLITE_UTF8 | SQLITE_DIRECTONLY, nullptr, shippedText, nullptr, nullptr, nullptr);
    return terms != SQLITE_OK ? terms : shipped;
}

} // namespace gridwarden::core
