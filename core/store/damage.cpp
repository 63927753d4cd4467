// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/damage.h"

#include "core/store/connection.h"

#include <algorithm>

namespace gridwarden::core {

namespace {

/// SQLite's words about a table, or about the whole file when there is none; empty when all is well.
std::string verdict(Connection& connection, const std::string& table) {
    std::string argument;
    for (const char c : table)
        argument += c == '\'' ? std::string("''") : std::string(1, c);
    const auto lines = connection.rows("PRAGMA integrity_check(" + (table.empty() ? std::string("3") : "'" + argument + "'") + ")", {},
                                       [](const Row& row) { return row.text(0); });
    if (!lines)
        return lines.error().detail;
    if (lines->empty() || lines->front() == "ok")
        return {};
    std::string words = lines->front();
    // "*** in database main ***" goes before what is meant.
    if (words.rfind("***", 0) == 0 && words.find('\n') != std::string::npos)
        words.erase(0, words.find('\n') + 1);
    std::replace(words.begin(), words.end(), '\n', ';');
    constexpr std::size_t Enough = 160;
    if (words.size() > Enough)
        words = words.substr(0, Enough) + " …";
    return words;
}

} // namespace

std::vector<Message> describeDamage(const std::filesystem::path& file) {
    std::vector<Message> parts;
    auto connection = Connection::open(file, Connection::Access::ReadOnly);
    const auto tables = connection ? connection->rows("SELECT name FROM sqlite_master WHERE type = 'table' AND rootpage > 0 ORDER BY name", {},
                                                      [](const Row& row) { return row.text(0); })
                                   : Result<std::vector<std::string>>(fail(connection));
    if (!tables || tables->empty())
        return {{"damaged-wholly", {file.string()}}};
    for (const std::string& table : *tables)
        if (const std::string words = verdict(*connection, table); !words.empty())
            parts.push_back({"damaged-table", {table, words}});
    if (parts.empty())
        if (const std::string words = verdict(*connection, {}); !words.empty())
            parts.push_back({"damaged-pages", {words}});
    return parts;
}

} // namespace gridwarden::core
