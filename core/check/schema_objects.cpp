// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/check/schema_objects.h"

#include "core/store/schema.h"

#include <cctype>

namespace gridwarden::core {

namespace {

/// Without comments, each run of white space one blank; what stands in quotes stays as it is.
std::string plain(const std::string& sql) {
    std::string text;
    char quote = 0;
    for (std::size_t i = 0; i < sql.size(); ++i) {
        const char c = sql[i];
        if (quote != 0) {
            text += c;
            if (c == quote)
                quote = 0;
        } else if (c == '-' && i + 1 < sql.size() && sql[i + 1] == '-') {
            while (i + 1 < sql.size() && sql[i + 1] != '\n')
                ++i;
        } else if (std::isspace(static_cast<unsigned char>(c)) != 0) {
            if (!text.empty() && text.back() != ' ')
                text += ' ';
        } else {
            if (c == '\'' || c == '"')
                quote = c;
            text += c;
        }
    }
    return text;
}

} // namespace

Result<SchemaObjects> schemaObjects(Connection& connection) {
    SchemaObjects objects;
    const auto read = connection.each("SELECT type, name, tbl_name, sql FROM sqlite_master WHERE sql IS NOT NULL AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\'", {},
                                      [&](const Row& row) {
                                          objects[{row.text(0), row.text(1)}] = {row.text(2), row.text(3)};
                                          return true;
                                      });
    if (!read)
        return fail(read);
    return objects;
}

Result<Connection> freshSchema() {
    auto fresh = Connection::open(":memory:", Connection::Access::Create);
    if (!fresh)
        return fresh;
    if (auto made = applySchemas(*fresh, 0); !made)
        return fail(made);
    return fresh;
}

bool meansTheSame(const std::string& sql, const std::string& other) { return sql == other || plain(sql) == plain(other); }

bool isRebuildable(const std::string& type, const std::string& name) { return type == "view" || type == "index" || name.starts_with("type_"); }

bool isOfWords(const std::string& name) { return name.starts_with("case_words"); }

} // namespace gridwarden::core
