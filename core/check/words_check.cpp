// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/check/words_check.h"

#include "core/cases/case_words.h"

namespace gridwarden::core {

namespace {

const std::pair<std::string, std::string> Index{"table", "case_words"};

/// Whether the table, what SQLite keeps it in, and the list of what is out of date are as expected.
bool hasTables(const SchemaObjects& expected, const SchemaObjects& found) {
    for (const auto& [key, object] : expected) {
        const auto here = found.find(key);
        if (isOfWords(key.second) && (here == found.end() || !meansTheSame(here->second.sql, object.sql)))
            return false;
    }
    return true;
}

} // namespace

Result<std::int64_t> casesWithoutWords(Connection& connection) {
    return connection.integer("SELECT count(*) FROM case_state WHERE case_id NOT IN (SELECT id FROM case_words_docsize)");
}

Result<void> checkWords(CheckRun& run) {
    const auto missing = casesWithoutWords(run.connection());
    if (!missing)
        return fail(missing);
    if (*missing != 0)
        run.fault({"words-missing", {std::to_string(*missing)}}, Remedy::Repair);
    return {};
}

Result<bool> repairWords(Connection& connection, const SchemaObjects& expected) {
    const auto found = schemaObjects(connection);
    if (!found)
        return fail(found);
    if (hasTables(expected, *found)) {
        const auto missing = casesWithoutWords(connection);
        if (!missing)
            return fail(missing);
        if (*missing == 0)
            return false;
    }
    // The full-text table takes its own tables with it; what is left of them after that is a remnant.
    for (const bool isRemnant : {false, true}) {
        const auto now = schemaObjects(connection);
        if (!now)
            return fail(now);
        for (const auto& [key, object] : *now)
            if (isOfWords(key.second) && (isRemnant || key == Index))
                if (auto dropped = connection.run("DROP TABLE IF EXISTS " + key.second); !dropped)
                    return fail(dropped);
    }
    if (auto made = connection.run(expected.at(Index).sql); !made)
        return fail(made);
    if (auto made = connection.run(expected.at({"table", "case_words_stale"}).sql); !made)
        return fail(made);
    if (auto filled = rebuildWords(connection); !filled)
        return fail(filled);
    return true;
}

} // namespace gridwarden::core
