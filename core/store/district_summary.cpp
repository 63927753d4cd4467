// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/district_summary.h"

#include "core/store/journal_store.h"
#include "core/store/schema.h"

namespace gridwarden::core {

Result<JournalHead> journalHead(Connection& connection) {
    const auto last = connection.first("SELECT hash, at FROM journal ORDER BY sequence DESC LIMIT 1", {},
                                       [](const Row& row) { return JournalHead{row.text(0), row.moment(1)}; });
    if (!last)
        return fail(last);
    return last->value_or(JournalHead{});
}

Result<DistrictSummary> summarise(Connection& connection, const std::filesystem::path& file) {
    DistrictSummary summary;
    const auto schema = checkSchema(connection, file.string());
    if (!schema)
        return fail(schema);
    summary.schema = *schema;
    for (const auto& [key, value] : {std::pair("name", &summary.name), std::pair("timezone", &summary.timeZone)}) {
        auto text = connection.text("SELECT value FROM setting WHERE key = ?", {key});
        if (!text)
            return fail(text);
        *value = std::move(*text);
    }
    for (const auto& [table, count] : {std::pair("area", &summary.areas), std::pair("person", &summary.people), std::pair("case_report", &summary.cases),
                                       std::pair("step", &summary.steps), std::pair("photo", &summary.photos), std::pair("journal", &summary.entries)}) {
        const auto rows = connection.integer(std::string("SELECT count(*) FROM ") + table);
        if (!rows)
            return fail(rows);
        *count = *rows;
    }
    const auto last = readEntries(connection, 1);
    if (!last)
        return fail(last);
    if (!last->empty()) {
        const JournalEntry& entry = last->front();
        summary.head = entry.hash;
        summary.lastAt = entry.at;
        summary.lastLabel = entry.label;
        summary.lastActor = entry.actor.name;
    }
    return summary;
}

} // namespace gridwarden::core
