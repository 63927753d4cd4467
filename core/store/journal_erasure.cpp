// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/journal_erasure.h"

#include "core/base/digest.h"

#include <map>

namespace gridwarden::core {

namespace {

// In schema 1 the reporter was a column of the report.
constexpr const char* Personal = "SELECT DISTINCT t.entry FROM journal_touch AS t JOIN journal AS j ON j.id = t.entry WHERE j.changeset IS NOT NULL AND "
                                 "(t.table_name = 'case_contact' OR (t.table_name = 'case_report' AND j.schema_version < 2))";

EntryId entryAt(const Row& row) { return row.id<EntryId>(0); }

} // namespace

Result<std::vector<EntryId>> entriesWithContactOf(Connection& connection, CaseId id) {
    static const std::string sql = std::string(Personal) + " AND t.record = ? AND t.table_name IN ('case_contact', 'case_report')";
    return connection.rows(sql, {std::to_string(id.value())}, entryAt);
}

Result<std::vector<EntryId>> entriesWithContacts(Connection& connection) { return connection.rows(Personal, {}, entryAt); }

Result<void> removeChangesets(Connection& connection, const std::vector<EntryId>& entries) {
    for (const EntryId entry : entries)
        if (auto done = connection.run("UPDATE journal SET changeset = NULL, is_personal = 1 WHERE id = ?", {entry}); !done)
            return fail(done);
    return {};
}

TouchedRows erasureRows(const std::set<std::int64_t>& cases, const std::vector<EntryId>& entries) {
    TouchedRows rows;
    for (const std::int64_t id : cases)
        rows.emplace("case_contact", std::to_string(id));
    for (const EntryId entry : entries)
        rows.emplace("journal", std::to_string(entry.value()));
    return rows;
}

std::string erasureDigest(const TouchedRows& rows) {
    std::string text;
    for (const auto& [table, record] : rows)
        text += table + '\x1f' + record + '\x1e';
    return sha256(text);
}

Result<std::set<std::int64_t>> erasedEntries(Connection& connection, std::vector<Message>& faults) {
    std::map<std::int64_t, TouchedRows> lists;
    std::set<std::int64_t> erased;
    const auto read = connection.each(
        "SELECT j.sequence, t.table_name, t.record FROM journal AS j JOIN journal_touch AS t ON t.entry = j.id WHERE j.kind = 8", {}, [&](const Row& row) {
            lists[row.integer(0)].emplace(row.text(1), row.text(2));
            if (row.text(1) == "journal")
                erased.insert(std::atoll(row.text(2).c_str()));
            return true;
        });
    if (!read)
        return fail(read);
    const auto compared = connection.each("SELECT sequence, digest FROM journal WHERE kind = 8", {}, [&](const Row& row) {
        if (erasureDigest(lists[row.integer(0)]) != row.text(1))
            faults.push_back({"journal-erasure-altered", {std::to_string(row.integer(0))}});
        return true;
    });
    if (!compared)
        return fail(compared);
    return erased;
}

} // namespace gridwarden::core
